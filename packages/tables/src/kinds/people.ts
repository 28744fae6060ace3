import {
  LOGIN_PATTERN,
  type Person,
  PERSON_ROLES,
  type PersonId,
  type PersonRole,
  type QueueId,
  undrawableAnywhere,
} from '@motcua/domain';
import { foldDiacritics, isMessageKey, LANGUAGES, texts } from '@motcua/i18n';
import { readList, writeList } from '../cell-values.ts';
import type { ImportCurrent, ImportRules } from '../import-rules.ts';
import type { ImportRow } from '../import-row.ts';
import { itemNamed, nameFor } from './named.ts';
import { queueNames } from './services.ts';

const NAME_MOST = 80;
const ALL = ['tat ca', 'all', 'alle', '*'];

export const PEOPLE: ImportRules<Person> = {
  needed: ['login'],
  items: ({ people }) => people,
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  keyOf: ({ login }) => login,
  finder: ({ people }) => {
    const byLogin = new Map(people.map((person) => [person.login, person]));
    return (row) => byLogin.get(loginIn(row));
  },

  read: (row, before, current) => {
    const login = loginIn(row);
    if (login === '') row.fail('login', 'required');
    else if (!LOGIN_PATTERN.test(login)) row.fail('login', 'not-a-login', { value: login });
    const name = row.has('name') || before === undefined ? row.needed('name') : before.name;
    if (name.length > NAME_MOST) row.fail('name', 'too-long', { most: NAME_MOST });
    const letters = undrawableAnywhere(name);
    if (letters.length > 0) row.fail('name', 'undrawable', { letters: letters.join(' ') });
    const role = roleIn(row, before);
    const skills = skillsIn(row, before, current);
    const active = row.yesNo('active', before?.active ?? true, before?.active ?? true);
    if (role === null || row.errors.length > 0) return null;
    return { id: before?.id ?? (current.newId() as PersonId), name, login, role, active, skills };
  },

  check: (after, touched, { people }) => {
    const remains = (list: readonly Person[]) =>
      list.some(({ role, active }) => role === 'administrator' && active);
    if (!remains(people) || remains(after)) return [];
    const id = touched.find(({ role }) => role === 'administrator')?.id ?? null;
    return [{ id, column: id === null ? null : 'active', code: 'last-administrator' }];
  },

  // A person who is left out is locked out; what they did stays under their name.
  removal: ({ active }) => (active ? 'goes' : 'stays'),

  write: ({ login, name, role, skills, active }, { use: { settings } }, words) => ({
    login,
    name,
    role: words(`role-${role}`),
    skills:
      skills === null
        ? words('all-queues')
        : writeList(
            skills.map((id) => {
              const queue = settings.queues.find((each) => each.id === id);
              return queue === undefined ? id : nameFor(queue, settings.queues, queueNames);
            }),
          ),
    active: words(active ? 'yes' : 'no'),
  }),
};

function loginIn(row: ImportRow): string {
  return row.text('login').toLowerCase();
}

function roleIn(row: ImportRow, before: Person | undefined): PersonRole | null {
  const value = row.text('role');
  if (value === '') return before?.role ?? 'clerk';
  const folded = foldDiacritics(value);
  const role = PERSON_ROLES.find(
    (each) => each === folded || wordsFor(`import.role-${each}`).includes(folded),
  );
  return role ?? row.fail('role', 'unknown-role', { value });
}

/** Empty cells and "all" mean all queues. */
function skillsIn(
  row: ImportRow,
  before: Person | undefined,
  { use }: ImportCurrent,
): readonly QueueId[] | null {
  if (!row.has('skills')) return before?.skills ?? null;
  const items = readList(row.lines('skills'));
  if (items.length === 0 || ALL.includes(foldDiacritics(items.join(' ')))) return null;
  const found = items.map(
    (value) =>
      itemNamed(value, use.settings.queues, queueNames)?.id ??
      row.fail('skills', 'unknown-queue', { value }),
  );
  return found.filter((id) => id !== null);
}

/** A text in all languages, to be compared with a cell. */
export function wordsFor(key: string): readonly string[] {
  return isMessageKey(key) ? LANGUAGES.map((language) => foldDiacritics(texts(language)(key))) : [];
}
