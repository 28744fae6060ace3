import type { LocalText } from '@motcua/domain';

/** Reads a part of an answer; throws an UnreadableAnswer when it is something else. */
export type Reader<T> = (value: unknown) => T;

export class UnreadableAnswer extends Error {}

export const text: Reader<string> = (value) =>
  typeof value === 'string' ? value : fail('a text', value);

export const number: Reader<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : fail('a number', value);

export const flag: Reader<boolean> = (value) =>
  typeof value === 'boolean' ? value : fail('true or false', value);

export const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null || value === undefined ? null : read(value);

export const list =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value) =>
    Array.isArray(value) ? value.map((item: unknown) => read(item)) : fail('a list', value);

export const oneOf =
  <T extends string>(words: readonly T[]): Reader<T> =>
  (value) =>
    words.find((word) => word === value) ?? fail(words.join(' or '), value);

export function fieldOf<T>(value: unknown, name: string, read: Reader<T>): T {
  if (typeof value !== 'object' || value === null) return fail(`an object with ${name}`, value);
  const field: unknown = Reflect.get(value, name);
  return read(field);
}

export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return fail('an object', value);
  return new Map<string, unknown>(Object.entries(value));
}

export const localText: Reader<LocalText> = (value) => {
  const languages = [...fieldsOf(value)].map(
    ([language, words]) => [language, text(words)] as const,
  );
  return { ...Object.fromEntries<string>(languages), vi: fieldOf(value, 'vi', text) };
};

function fail(wanted: string, value: unknown): never {
  throw new UnreadableAnswer(`${wanted} was expected, not ${JSON.stringify(value)?.slice(0, 60)}`);
}
