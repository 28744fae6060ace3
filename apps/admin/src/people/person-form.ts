import type { Person } from '@motcua/domain';
import { loginInput } from '@motcua/protocol/http';
import { problemsOf, type Problems } from '../forms/words.ts';
import type { NewPerson } from '../hub-api/hub-api.ts';

const MAX_NAME_LENGTH = 80;

/** Logins are compared in small letters, so `Lan` is taken when `lan` is. */
export function checkPerson(
  { name, login }: Pick<NewPerson, 'name' | 'login'>,
  people: Iterable<Person>,
): Problems {
  const wanted = loginInput.safeParse(login).data ?? null;
  const taken = [...people].some((person) => person.login === wanted);
  return problemsOf({
    name: nameProblem(name),
    login:
      wanted === null
        ? { key: 'admin.problem-login' }
        : taken
          ? { key: 'admin.problem-login-taken', params: { login: wanted } }
          : null,
  });
}

/** People who may sign in come first, then by name in Vietnamese order. */
export function inOrder(people: Iterable<Person>): readonly Person[] {
  return [...people].toSorted(
    (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'vi'),
  );
}

function nameProblem(name: string) {
  if (name.trim() === '') return { key: 'admin.problem-name' } as const;
  return name.length > MAX_NAME_LENGTH
    ? ({ key: 'admin.problem-too-long', params: { most: MAX_NAME_LENGTH } } as const)
    : null;
}
