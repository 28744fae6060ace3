import {
  type CounterId,
  type CounterState,
  type Device,
  type DeviceId,
  type Instant,
  UNKNOWN_CONDITION,
  type Visit,
  type VisitId,
} from '@motcua/domain';
import {
  aCalledVisit,
  anAnnouncement,
  aPrintJob,
  aWaitingVisit,
  COUNTER_2,
  KIOSK_1,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
} from '@motcua/domain/builders';
import { LANGUAGES, type Language, texts } from '@motcua/i18n';
import { LanguageProvider } from '@motcua/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { aMirror } from '../example-mirror.ts';
import { AlarmsNow } from './alarms-now.tsx';
import { roomNow } from './room-now.ts';

const device = (id: DeviceId, role: Device['role'], condition: Device['condition']): Device => ({
  ...{ id, name: id, role, pairedAt: T0, revoked: false, condition },
  ...{ locked: false, training: false },
});
const WALL = 'Ti vi' as DeviceId;
const wall = device(WALL, 'display', { printer: null, sound: 'on' });
const kiosk = device(KIOSK_1, 'kiosk', { printer: 'ready', sound: null });
const heard = anAnnouncement({ state: 'played', calledAt: T0, stateSince: T0 });
const printed = aPrintJob({ state: 'printed', kioskId: KIOSK_1, settledAt: T0 });
const well = {
  devices: new Map([wall, kiosk].map((each) => [each.id, each])),
  announcements: [heard],
  printJobs: new Map([[printed.id, printed]]),
  ...{
    counters: new Map<CounterId, CounterState>(),
    visits: new Map<VisitId, Visit>(),
    today: TODAY,
  },
};
const late = (n: number, arrivedAt: Instant) =>
  aWaitingVisit({
    ...{ id: `late-${n}` as VisitId, ticket: { number: `H00${n}`, seq: n, language: 'vi' } },
    ...{ arrivedAt, waitingSince: arrivedAt },
  });
const open: CounterState = {
  ...{ counterId: COUNTER_2, state: 'open', clerkId: LAN, since: T0, training: false },
};
const at = minutesAfterT0(1);
const markupOf = (
  part: Partial<typeof well>,
  gaps: Parameters<typeof roomNow>[1] = [],
  language: Language = 'en',
  seen: ReadonlySet<string> = new Set(),
) => {
  const { settings, people } = aMirror();
  const now = roomNow({ ...well, settings, people, ...part }, gaps, at);
  const acknowledged = { ids: seen, acknowledge: () => undefined };
  const sound = { state: 'off', turn: () => undefined } as const;
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <AlarmsNow now={now} mirror={aMirror()} {...{ acknowledged, sound }} />
    </LanguageProvider>,
  );
};
const SOUND = new Set(LANGUAGES.map((language) => texts(language)('alarm.sound-start')));
const linesOf = (...args: Parameters<typeof markupOf>) =>
  markupOf(...args)
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .split(/<[^>]+>/)
    .filter((words) => words.trim() !== '' && !SOUND.has(words));

describe('the state of the room on Today', () => {
  it('is well only when a call was heard and a slip came out', () => {
    expect(linesOf({})).toEqual([
      'All is well, as far as it was heard',
      expect.stringMatching(/the latest call was spoken at 08:00.*printed at 08:00/),
    ]);
    expect(linesOf({ announcements: [], printJobs: new Map() })[0]).toBe(
      'Not everything is known yet',
    );
  });

  it('is not well while a display is gone, whatever was heard before', () => {
    const gone = { ...wall, condition: UNKNOWN_CONDITION };
    const lines = linesOf({ devices: new Map([gone, kiosk].map((each) => [each.id, each])) });
    expect(lines[0]).toBe('Please see to this');
    expect(lines[1]).toBe('No display is connected: calls are neither shown nor heard.');
  });

  const waiting = (n: number, minutes: number) => late(n, minutesAfterT0(minutes));
  const visitsOf = (...visits: readonly Visit[]) => new Map(visits.map((each) => [each.id, each]));

  it('names in one sentence who waits too long, says what to do, and what comes after', () => {
    const lowPaper = device(KIOSK_1, 'kiosk', { printer: 'near-end', sound: null });
    const lines = linesOf({
      devices: new Map([wall, lowPaper].map((each) => [each.id, each])),
      visits: visitsOf(waiting(1, -40), waiting(2, -35)),
      counters: new Map([[COUNTER_2, open]]),
    });
    expect(lines).toEqual([
      'Please see to this',
      'Civil status: 2 have waited beyond the time they were told, or beyond 30 minutes.',
      ' H001, H002',
      'Please call these numbers first, or open another counter.',
      ' (since 07:50)',
      'Seen',
      'kiosk-1: paper nearly out.',
      'Please check the device, its cables and its paper.',
      'Seen',
      expect.stringContaining('the latest call was spoken'),
    ]);
  });

  it('asks again about an alarm of the same kind that was not acknowledged', () => {
    const visits = visitsOf(waiting(1, -40), waiting(2, -35));
    const { settings, people } = aMirror();
    const { alarms } = roomNow({ ...well, settings, people, visits }, [], at);
    const seen = alarms.filter(({ type }) => type === 'no-counter').map(({ id }) => id);
    const buttons = (ids: readonly string[]) =>
      markupOf({ visits }, [], 'en', new Set(ids)).match(/<button/g)?.length;
    expect(alarms).toHaveLength(3);
    // The others are the one for sound, and the one of the other sentence.
    expect(buttons([])).toBe(3);
    expect(buttons(seen)).toBe(2);
    expect(buttons(alarms.slice(0, 2).map(({ id }) => id))).toBe(2);
    expect(buttons(alarms.map(({ id }) => id))).toBe(1);
  });

  it.each(LANGUAGES)('ends a sentence with one full stop, in %s', (language) => {
    const [, line] = linesOf({ visits: visitsOf(waiting(1, -40)) }, [], language);
    expect(line).toMatch(/[^.]\.$/);
  });

  it('names a visit called long ago, and a counter without its page', () => {
    const called = aCalledVisit({ calledAt: minutesAfterT0(-54) });
    const away: CounterState = { ...open, unattendedSince: T0 };
    const lines = linesOf({
      visits: new Map([[called.id, called]]),
      counters: new Map([[COUNTER_2, away]]),
    });
    expect(lines[0]).toBe('Please see to this');
    expect(lines[1]).toContain('Nguyễn Thị Lan');
    expect(lines[5]).toMatch(/H021.*55/);
  });

  it('is not well while something of the set-up is missing, and names that only once', () => {
    const lines = linesOf({ devices: new Map([[kiosk.id, kiosk]]) }, [{ type: 'no-display' }]);
    expect(lines[0]).toBe('Not everything is known yet');
    expect(lines.join(' ')).not.toContain('No display is paired');
  });
});
