import {
  checkSetting,
  isSettingUsed,
  type LocalText,
  type Queue,
  type QueueId,
  type Service,
  type ServiceGroup,
  type ServiceId,
  type Settings,
  undrawableAnywhere,
  withSetting,
} from '@motcua/domain';
import { foldDiacritics } from '@motcua/i18n';
import { writeList } from '../cell-values.ts';
import type { ImportCurrent, ImportRules } from '../import-rules.ts';
import type { ImportRow } from '../import-row.ts';
import { allNames, itemNamed, nameFor } from './named.ts';

const CODE_MOST = 40;
const PAPERS_MOST = 20;

const groupNames = ({ name }: ServiceGroup) => allNames(name);
export const queueNames = ({ name, series }: Queue): readonly string[] =>
  [...allNames(name), series.prefix].filter((each) => each !== '');

export const SERVICES: ImportRules<Service> = {
  needed: ['name'],
  items: ({ use }) => use.settings.services,
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name.vi,
  keyOf: ({ code, name }) => `${code} ${foldDiacritics(name.vi)}`,

  /** By its id; else by the procedure code of one alone; else by its name, where one alone has it. */
  finder:
    ({
      use: {
        settings: { services },
      },
    }) =>
    (row) => {
      const id = row.text('id');
      if (id !== '') return services.find((service) => service.id === id);
      const code = codeIn(row);
      const coded = services.filter((service) => code !== '' && service.code === code);
      if (coded.length === 1) return coded[0];
      const value = row.text('name');
      const named = (coded.length === 0 ? services : coded).filter(
        ({ name }) => foldDiacritics(name.vi) === foldDiacritics(value),
      );
      if (named.length > 1) row.fail('name', 'unknown-service', { value });
      return named[0];
    },

  read: (row, before, current) => {
    const { settings } = current.use;
    const id = row.text('id');
    if (id !== '' && before === undefined) row.fail('id', 'unknown-id', { value: id });
    const group = groupOf(row, before, settings);
    const queueId = queueOf(row, before, settings, group);
    const code = codeIn(row);
    if (code.length > CODE_MOST) row.fail('code', 'too-long', { most: CODE_MOST });
    const name = row.localText('name', before?.name);
    const papers = row.localList('papers', before?.papers ?? [], PAPERS_MOST);
    const letters = undrawableAnywhere([name, papers]);
    if (letters.length > 0) row.fail('name', 'undrawable', { letters: letters.join(' ') });
    const usual = row.yesNo('usual', before?.usual ?? false, false);
    const quick = row.yesNo('quick', before?.quick ?? false, false);
    const active = row.yesNo('active', before?.active ?? true, before?.active ?? true);
    const order = row.whole('order') ?? before?.order ?? lastOrder(settings) + row.number;
    if (group === null || queueId === null || row.errors.length > 0) return null;
    return {
      id: before?.id ?? (current.newId() as ServiceId),
      groupId: group.id,
      queueId,
      name,
      code: row.has('code') ? code || null : (before?.code ?? null),
      papers,
      order,
      usual,
      active,
      quick,
    };
  },

  check: (_, touched, { use: { settings } }) =>
    touched.flatMap((value) => {
      const setting = { kind: 'service', value } as const;
      const fits = checkSetting(withSetting(settings, setting), setting);
      if (fits.ok) return [];
      const { code, detail } = fits.refusal;
      return [{ id: value.id, column: null, code, params: detail }];
    }),

  removal: ({ id }, { use }) => (isSettingUsed('service', id, use) ? 'in-use' : 'goes'),

  write: (service, { use: { settings } }, words) => ({
    id: service.id,
    code: service.code,
    ...textColumns('name', [service.name]),
    group: referTo(service.groupId, settings.serviceGroups, groupNames),
    queue: referTo(service.queueId, settings.queues, queueNames),
    ...textColumns('papers', service.papers),
    usual: words(service.usual ? 'yes' : 'no'),
    quick: words(service.quick ? 'yes' : 'no'),
    active: words(service.active ? 'yes' : 'no'),
    order: service.order,
  }),
};

/** The texts in Vietnamese and in the languages that have columns, a list below one another. */
export function textColumns(column: string, texts: readonly LocalText[]) {
  const list = (language: string) => {
    const all = texts.map((text) => text[language] ?? '');
    if (all.every((text) => text === '')) return '';
    return column === 'papers' ? writeList(all) : all.join(' ');
  };
  return {
    [column]: list('vi'),
    [`${column}-en`]: list('en'),
    [`${column}-de`]: list('de'),
  };
}

/** A code that a spreadsheet took for a number lost the zeros at its end: 1.00477 was 1.004770. */
function codeIn(row: ImportRow): string {
  const code = row.text('code');
  return /^[1-3]\.\d{3,5}$/.test(code) ? code.padEnd('1.000000'.length, '0') : code;
}

function groupOf(row: ImportRow, before: Service | undefined, { serviceGroups }: Settings) {
  if (!row.has('group') && before !== undefined)
    return serviceGroups.find(({ id }) => id === before.groupId) ?? null;
  const value = row.needed('group');
  if (value === '') return null;
  return (
    itemNamed(value, serviceGroups, groupNames) ?? row.fail('group', 'unknown-group', { value })
  );
}

/** Without a queue of its own a new service goes where those of its group go, or where all go. */
function queueOf(
  row: ImportRow,
  before: Service | undefined,
  { queues, services }: Settings,
  group: ServiceGroup | null,
): QueueId | null {
  const value = row.text('queue');
  if (value !== '')
    return (
      itemNamed(value, queues, queueNames)?.id ?? row.fail('queue', 'unknown-queue', { value })
    );
  if (before !== undefined) return before.queueId;
  const beside = new Set(
    services.filter(({ groupId }) => groupId === group?.id).map(({ queueId }) => queueId),
  );
  const candidates = beside.size === 0 ? queues.map(({ id }) => id) : [...beside];
  return (candidates.length === 1 ? candidates[0] : null) ?? row.fail('queue', 'required');
}

function lastOrder({ services }: Settings): number {
  return Math.max(0, ...services.map(({ order }) => order));
}

/** What is not there any more is written by its id. */
function referTo<T extends { readonly id: string }>(
  id: string,
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): string {
  const item = items.find((each) => each.id === id);
  return item === undefined ? id : nameFor(item, items, namesOf);
}

/** Used by every kind that names a service. */
export function serviceNamed(value: string, { use }: ImportCurrent): Service | null {
  return itemNamed(value, use.settings.services, serviceNames);
}

/** The service's name as a cell; its id where that is not clear. */
export function writeService(id: string, { use }: ImportCurrent): string {
  return referTo(id, use.settings.services, serviceNames);
}

const serviceNames = ({ name, code }: Service) => [...allNames(name), ...(code ? [code] : [])];
