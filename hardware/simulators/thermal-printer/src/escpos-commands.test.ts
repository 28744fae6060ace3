import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCommandReader } from './escpos-commands.ts';

const read = (bytes: Uint8Array, cuts: readonly number[] = []) => {
  const reader = createCommandReader();
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  const sorted = ends.toSorted((a, b) => a - b);
  return sorted.flatMap((end, index) => reader(bytes.subarray(sorted[index - 1] ?? 0, end)));
};

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

const RASTER = [0x1d, 0x76, 0x30, 0, 2, 0, 3, 0, 0x10, 4, 1, 0x1b, 0x40, 0xff];
const QR = [0x1d, 0x28, 0x6b, 5, 0, 0x31, 0x50, 0x30, 0x41, 0x42];

/** Joins adjacent text, which the network may have split anywhere. */
const joined = (commands: ReturnType<typeof read>) => {
  const out: { type: string; raw: string }[] = [];
  for (const { type, raw } of commands) {
    const last = out.at(-1);
    const hex = Buffer.from(raw).toString('hex');
    if (type === 'text' && last?.type === 'text') last.raw += hex;
    else out.push({ type, raw: hex });
  }
  return out;
};

describe('commands', () => {
  it('are recognized, also after a picture that contains the same bytes', () => {
    const job = bytes([0x1b, 0x40], 'Xin', [0x0a], RASTER, QR, [0x1b, 0x64, 4, 0x1d, 0x56, 1]);
    expect(read(job).map(({ type }) => type)).toEqual([
      ...['initialise', 'text', 'line-feed', 'raster', 'qr-store', 'feed-lines', 'cut'],
    ]);
  });

  it.each([
    ['without feed', [0x1d, 0x56, 0], 0],
    ['partly', [0x1d, 0x56, 0x31], 0],
    ['after feeding', [0x1d, 0x56, 66, 40], 40],
    ['after feeding, wholly', [0x1d, 0x56, 65, 7], 7],
  ])('cut %s', (_, said, feedDots) => {
    expect(read(Uint8Array.from(said))).toMatchObject([{ type: 'cut', feedDots }]);
  });

  it('open the drawer with and without its times', () => {
    const [short, , long] = read(bytes([0x1b, 0x70, 0, 0x1b, 0x40, 0x1b, 0x70, 0, 25, 250]));
    expect([short?.type, short?.raw.length]).toEqual(['drawer', 3]);
    expect([long?.type, long?.raw.length]).toEqual(['drawer', 5]);
  });

  it('clear the buffer only with the complete byte sequence', () => {
    const clear = [0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];
    expect(read(Uint8Array.from(clear))).toMatchObject([{ type: 'real-time-clear' }]);
    expect(read(Uint8Array.from(clear.with(4, 9))).map(({ type }) => type)).not.toContain(
      'real-time-clear',
    );
  });

  it('do not depend on how the network splits them', () => {
    const job = bytes([0x1b, 0x40], 'Số 21', [0x0a, 0x10, 4, 2], RASTER, QR, [0x1d, 0x72, 1]);
    const whole = joined(read(job));
    fc.assert(
      fc.property(fc.array(fc.nat(job.length), { maxLength: 12 }), (cuts) => {
        expect(joined(read(job, cuts))).toEqual(whole);
      }),
    );
  });

  it('keep every byte of an unknown command', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(300)), (noise, cuts) => {
        const raw = Buffer.concat(read(noise, cuts).map((command) => command.raw));
        expect(Buffer.from(noise.subarray(0, raw.length)).equals(raw)).toBe(true);
      }),
    );
  });
});
