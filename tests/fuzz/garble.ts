import type { SeededRandom } from '@motcua/testing';

/** Values that every parser must survive. */
const JUNK: readonly ((random: SeededRandom) => unknown)[] = [
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
  (random) => Array.from({ length: 500 }, () => random.whole(0, 9)),
  (random) => String.fromCodePoint(random.whole(32, 0xd7ff)),
];

export function junk(random: SeededRandom): unknown {
  return random.pick(JUNK)(random);
}

/** The message with one to three random changes; occasionally it is still valid. */
export function garble(message: object, random: SeededRandom): unknown {
  if (random.next() < 0.1) return junk(random);
  let garbled: unknown = structuredClone(message);
  for (let faults = random.whole(1, 3); faults > 0; faults -= 1) garbled = spoil(garbled, random);
  return garbled;
}

function spoil(value: unknown, random: SeededRandom): unknown {
  if (typeof value === 'string' && random.next() < 0.5) return cut(value, random);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array)
    return junk(random);
  const fields: readonly (readonly [string, unknown])[] = Object.entries(value);
  if (fields.length === 0) return junk(random);
  const [name, field] = random.pick(fields);
  const others = fields.filter(([other]) => other !== name);
  const rest = Array.isArray(value) ? others.map(([, item]) => item) : Object.fromEntries(others);
  const kinds = [
    () => rest,
    () => ({ ...rest, [name]: junk(random) }),
    () => ({ ...value, [cut(name, random)]: field }),
    () => ({ ...rest, [name]: spoil(field, random) }),
    () => ({ ...rest, [name]: random.pick(fields)[1] }),
  ];
  return random.pick(kinds)();
}

/** The text with a part removed or repeated. */
export function cut(text: string, random: SeededRandom): string {
  const at = random.whole(0, text.length);
  const piece = text.slice(at, at + random.whole(1, 4));
  return text.slice(0, at) + (random.next() < 0.5 ? piece + piece : '') + text.slice(at + 1);
}

function deep(levels: number): unknown {
  let inner: unknown = 'đáy';
  for (let level = 0; level < levels; level += 1) inner = { inner };
  return inner;
}
