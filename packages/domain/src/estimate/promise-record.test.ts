import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesAfterT0 } from '../builders.ts';
import type { VisitId } from '../ids.ts';
import { MIN_PROMISES, LATEST_PROMISES, PromiseRecord } from './promise-record.ts';
import { createSeededRandom } from './seeded-random.ts';
import { toRange } from './waiting-estimate.ts';

const OUTLOOK = { low: 10, middle: 15, high: 20 };
const RANGE = { fromMinutes: 10, toMinutes: 20 };

/** Promises 10 to 20 minutes at T0 to each, and calls them after so many. */
function recordOf(waits: readonly number[], record = new PromiseRecord()): PromiseRecord {
  for (const [index, wait] of waits.entries()) {
    const id = `visit-${index}` as VisitId;
    record.promise(id, minutesAfterT0(0), OUTLOOK, RANGE);
    record.called(id, minutesAfterT0(wait));
  }
  return record;
}

const times = (count: number, wait: number) => Array<number>(count).fill(wait);
const standing = (record: PromiseRecord) => record.standing(minutesAfterT0(0));
const mayShow = (record: PromiseRecord) => record.mayShow(minutesAfterT0(0));

describe('a promise', () => {
  it.each([
    [9.9, 0],
    [10, 1],
    [15, 1],
    [20, 1],
    [20.1, 0],
  ])('with a call after %s minutes is kept or not: %s', (wait, kept) => {
    expect(standing(recordOf([wait]))).toEqual({ known: 1, kept });
  });

  it('is not known before the call, and broken from the moment its time ran out', () => {
    const record = new PromiseRecord();
    record.promise('late' as VisitId, minutesAfterT0(0), OUTLOOK, RANGE);
    expect(record.standing(minutesAfterT0(20))).toEqual({ known: 0, kept: 0 });
    expect(record.standing(minutesAfterT0(21))).toEqual({ known: 1, kept: 0 });
    record.called('late' as VisitId, minutesAfterT0(22));
    expect(record.standing(minutesAfterT0(22))).toEqual({ known: 1, kept: 0 });
  });

  it('does not count when the visitor leaves in time, and is broken when it was too late', () => {
    const record = new PromiseRecord();
    record.promise('soon' as VisitId, minutesAfterT0(0), OUTLOOK, RANGE);
    record.promise('late' as VisitId, minutesAfterT0(0), OUTLOOK, RANGE);
    record.left('soon' as VisitId, minutesAfterT0(19));
    record.left('late' as VisitId, minutesAfterT0(25));
    expect(standing(record)).toEqual({ known: 1, kept: 0 });
  });

  it('is judged by the first call alone', () => {
    const record = recordOf([15]);
    record.called('visit-0' as VisitId, minutesAfterT0(50));
    record.called('unknown' as VisitId, minutesAfterT0(50));
    expect(standing(record)).toEqual({ known: 1, kept: 1 });
  });
});

describe('an estimate', () => {
  it('is not shown before fifty promises are known', () => {
    expect(mayShow(recordOf(times(MIN_PROMISES - 1, 15)))).toBe(false);
    expect(mayShow(recordOf(times(MIN_PROMISES, 15)))).toBe(true);
  });

  it('is shown while four of five of the last 200 were kept', () => {
    expect(mayShow(recordOf([...times(40, 30), ...times(160, 15)]))).toBe(true);
    expect(mayShow(recordOf([...times(41, 30), ...times(159, 15)]))).toBe(false);
  });

  it('is shown again when the broken promises are long ago', () => {
    const record = recordOf(times(300, 30));
    expect(standing(record)).toEqual({ known: LATEST_PROMISES, kept: 0 });
    recordOf(times(159, 15), record);
    expect(mayShow(record)).toBe(false);
    recordOf(times(1, 15), record);
    expect(mayShow(record)).toBe(true);
  });
});

describe('the calibration', () => {
  it('grows on the side on which a promise was broken, and shrinks when it was kept', () => {
    const late = recordOf([30]).calibration;
    expect(late.late).toBeGreaterThan(1);
    expect(late.early).toBeLessThan(1);
    const early = recordOf([2]).calibration;
    expect(early.early).toBeGreaterThan(1);
    expect(early.late).toBeLessThan(1);
  });

  it('ignores the promise to the visitor who is next anyway', () => {
    const record = new PromiseRecord();
    const range = { fromMinutes: 0, toMinutes: 2 };
    record.promise('next' as VisitId, minutesAfterT0(0), { low: 0, middle: 0, high: 1 }, range);
    record.called('next' as VisitId, minutesAfterT0(1));
    expect(record.calibration).toEqual({ early: 1, late: 1 });
  });

  it('stays within bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 400 }), (waits) => {
        const { early, late } = recordOf(waits).calibration;
        for (const side of [early, late]) {
          expect(side).toBeGreaterThanOrEqual(0.3);
          expect(side).toBeLessThanOrEqual(4);
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['half as wide as life', 10, 1.2, 3],
    ['right', 5, 0.6, 1.4],
    ['twice as wide', 2.5, 0.2, 0.8],
  ])('makes a forecast that is %s keep its promises', (_what, deviation, least, most) => {
    const random = createSeededRandom(3);
    const record = new PromiseRecord();
    const outlook = { low: 42, middle: 50, high: 58 };
    for (let index = 0; index < 1_000; index += 1) {
      const range = toRange(outlook, record.calibration);
      if (range === null) continue;
      const id = `visit-${index}` as VisitId;
      const normal = Array.from({ length: 12 }, random.next).reduce((a, b) => a + b, -6);
      record.promise(id, minutesAfterT0(0), outlook, range);
      record.called(id, minutesAfterT0(50 + deviation * normal));
    }
    const { known, kept } = standing(record);
    expect(kept / known).toBeGreaterThan(0.8);
    expect(record.calibration.late).toBeGreaterThan(least);
    expect(record.calibration.late).toBeLessThan(most);
  });
});
