import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUS_QUESTIONS, statusFrom } from './condition.ts';
import { createReplyReader } from './replies.ts';

const read = (...bytes: readonly number[]) => {
  const reader = createReplyReader();
  return bytes.map((byte) => reader(byte)).filter((reply) => reply !== null);
};

describe('a reply', () => {
  it.each([
    [[0x00], [{ type: 'paper', nearEnd: false, out: false }]],
    [[0x03], [{ type: 'paper', nearEnd: true, out: false }]],
    [[0x0c], [{ type: 'paper', nearEnd: false, out: true }]],
    [[0x12], [{ type: 'real-time', byte: 0x12 }]],
    [[0x14, 0, 0, 0x0f], [{ type: 'unasked', status: 'ready' }]],
    [[0x14, 0, 0x03, 0x0f], [{ type: 'unasked', status: 'near-end' }]],
    [[0x18, 0, 0x0c, 0x0f], [{ type: 'unasked', status: 'out-of-paper' }]],
    [[0x38, 0, 0x0c, 0x0f], [{ type: 'unasked', status: 'cover-open' }]],
    [[0x18, 0, 0, 0x0f], [{ type: 'unasked', status: 'offline' }]],
  ])('%j is recognized by its fixed bits', (bytes, replies) => {
    expect(read(...bytes)).toEqual(replies);
  });

  it('to a query may arrive within an unsolicited one', () => {
    expect(read(0x10, 0, 0x12, 0, 0x0f, 0x00).map(({ type }) => type)).toEqual([
      'real-time',
      'unasked',
      'paper',
    ]);
  });

  it('is not read from flow control and noise', () => {
    expect(read(0x11, 0x13, 0x80, 0xff, 0x90)).toEqual([]);
  });

  it('never makes more replies than bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (noise) => {
        expect(read(...noise).length).toBeLessThanOrEqual(noise.length);
      }),
    );
  });
});

describe('the status', () => {
  it.each([
    [[0x12, 0x12, 0x12], 'ready'],
    [[0x16, 0x12, 0x12], 'ready'],
    [[0x12, 0x12, 0x1e], 'near-end'],
    [[0x1a, 0x12, 0x72], 'out-of-paper'],
    [[0x1a, 0x32, 0x12], 'out-of-paper'],
    [[0x1a, 0x16, 0x12], 'cover-open'],
    [[0x1a, 0x36, 0x72], 'cover-open'],
    [[0x1a, 0x12, 0x12], 'offline'],
    [[0x12, 0x52, 0x12], 'offline'],
  ] as const)('of the answers %j is %s', (answers, status) => {
    expect(statusFrom(new Map(STATUS_QUESTIONS.map((each, n) => [each, answers[n] ?? 0])))).toBe(
      status,
    );
  });

  it('is read from the answers that the printer supports', () => {
    expect(statusFrom(new Map([[4, 0x72]]))).toBe('out-of-paper');
    expect(statusFrom(new Map([[1, 0x1a]]))).toBe('offline');
    expect(statusFrom(new Map([[1, 0x12]]))).toBe('ready');
  });
});
