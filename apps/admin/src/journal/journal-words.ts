import type { Mirror } from '@motcua/client';
import { type DeviceId, inLanguage, type PersonId } from '@motcua/domain';
import { detailWords, isMessageKey, type Language, type Translate } from '@motcua/i18n';
import type { JournalLine } from '@motcua/protocol/http';

type Known = Pick<Mirror, 'people' | 'devices' | 'settings'>;

/** The author: a person and the computer, a device, the hub itself, or an unknown one. */
export function whoDid(
  { personId, deviceId, address }: JournalLine,
  { people, devices }: Known,
  t: Translate,
): string {
  const device = deviceId === null ? null : (devices.get(deviceId)?.name ?? deviceId);
  const from = device ?? address;
  if (personId === null && from === null) return t('journal.the-hub');
  const name = personId === null ? null : (people.get(personId)?.name ?? personId);
  if (name === null) return device ?? `${t('journal.somebody')} · ${address ?? ''}`;
  return from === null ? name : `${name} · ${from}`;
}

export function whatWasDone({ what }: JournalLine, t: Translate): string {
  const key = `journal.${what}`;
  return isMessageKey(key) ? t(key) : what;
}

/** The subject, beside the number; empty when the number is enough. */
export function whatAbout(
  { about }: JournalLine,
  { people, devices, settings }: Known,
  language: Language,
  t: Translate,
): string {
  if (about === null) return '';
  const { kind, id } = about;
  switch (kind) {
    case 'counter': {
      const counter = settings.counters.find((each) => each.id === id);
      return counter === undefined ? id : t('admin.counter-number', { number: counter.number });
    }
    case 'person':
      return people.get(id as PersonId)?.name ?? id;
    case 'device':
      return devices.get(id as DeviceId)?.name ?? id;
    case 'setting': {
      const { services, serviceGroups, queues, counters, priorityGroups, site } = settings;
      const all = [site, ...services, ...serviceGroups, ...queues, ...counters, ...priorityGroups];
      const found = all.find((each) => each.id === id);
      return found === undefined ? id : inLanguage(found.name, language);
    }
    case 'alarm': {
      const key = `alarm.${id}`;
      return isMessageKey(key) ? t(key) : id;
    }
    case 'day':
      return id;
  }
}

/** The outcome, a sentence for each field. */
export function whatChanged(
  { details }: JournalLine,
  { people, devices, settings }: Known,
  language: Language,
  t: Translate,
): readonly string[] {
  const { services, serviceGroups, queues, counters, priorityGroups } = settings;
  const named = [...services, ...serviceGroups, ...queues, ...counters, ...priorityGroups];
  const nameOf = (id: string) => {
    const found = named.find((each) => each.id === id);
    if (found !== undefined) return inLanguage(found.name, language);
    return people.get(id as PersonId)?.name ?? devices.get(id as DeviceId)?.name ?? id;
  };
  return details.map((detail) => detailWords(detail, t, nameOf));
}

/** Lines of one call or one slip are one line: the latest, with all its states, the first first. */
export interface FoldedLine {
  readonly line: JournalLine;
  /** All of them, oldest first; a single one is itself. */
  readonly steps: readonly JournalLine[];
}

/** `lines` newest first, as the journal returns them. */
export function folded(lines: readonly JournalLine[]): readonly FoldedLine[] {
  const jobs = new Map<string, JournalLine[]>();
  const kept: { readonly line: JournalLine; readonly steps: JournalLine[] }[] = [];
  for (const line of lines) {
    const known = line.job === null ? undefined : jobs.get(line.job);
    if (known !== undefined) {
      known.unshift(line);
      continue;
    }
    const steps = [line];
    if (line.job !== null) jobs.set(line.job, steps);
    kept.push({ line, steps });
  }
  return kept;
}
