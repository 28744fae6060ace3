import type { SeededRandom } from '@motcua/testing';

/** What no parser should trip over. */
const JUNK: readonly ((dice: SeededRandom) => unknown)[] = [
  () => null,
  () => '',
  () => 'x'.repeat(5_000),
  () => '\u0000\uD800‮<script>',
  () => '../../etc/passwd',
  () => -1,
  () => 1e308,
  () => 0.5,
  () => Number.MAX_SAFE_INTEGER,
  () => true,
  () => [],
  () => ({}),
  () => [[[[[[[[]]]]]]]],
  () => deep(200),
  () => Uint8Array.of(1, 2, 3),
  () => JSON.parse('{"__proto__":{"admin":true},"constructor":1,"toString":null}') as unknown,
  (dice) => Array.from({ length: 500 }, () => dice.whole(0, 9)),
  (dice) => String.fromCodePoint(dice.whole(32, 0xd7ff)),
];

export function junk(dice: SeededRandom): unknown {
  return dice.pick(JUNK)(dice);
}

/** The message with one to three things wrong with it; now and then it is still a message. */
export function garble(message: object, dice: SeededRandom): unknown {
  if (dice.next() < 0.1) return junk(dice);
  let garbled: unknown = structuredClone(message);
  for (let faults = dice.whole(1, 3); faults > 0; faults -= 1) garbled = spoil(garbled, dice);
  return garbled;
}

function spoil(value: unknown, dice: SeededRandom): unknown {
  if (typeof value === 'string' && dice.next() < 0.5) return cut(value, dice);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return junk(dice);
  const fields: readonly (readonly [string, unknown])[] = Object.entries(value);
  if (fields.length === 0) return junk(dice);
  const [name, field] = dice.pick(fields);
  const others = fields.filter(([other]) => other !== name);
  const rest = Array.isArray(value) ? others.map(([, item]) => item) : Object.fromEntries(others);
  const kinds = [
    () => rest,
    () => ({ ...rest, [name]: junk(dice) }),
    () => ({ ...value, [cut(name, dice)]: field }),
    () => ({ ...rest, [name]: spoil(field, dice) }),
    () => ({ ...rest, [name]: dice.pick(fields)[1] }),
  ];
  return dice.pick(kinds)();
}

/** The text, with a piece of it missing or doubled. */
export function cut(text: string, dice: SeededRandom): string {
  const at = dice.whole(0, text.length);
  const piece = text.slice(at, at + dice.whole(1, 4));
  return text.slice(0, at) + (dice.next() < 0.5 ? piece + piece : '') + text.slice(at + 1);
}

function deep(levels: number): unknown {
  let inner: unknown = 'đáy';
  for (let level = 0; level < levels; level += 1) inner = { inner };
  return inner;
}
