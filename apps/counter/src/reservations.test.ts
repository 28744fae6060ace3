import { CERT, CIVIL, COUNTER_2, COUNTER_3, HOA, LAN } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { aMirror, HOA_ONLY, LAND } from './example-room.ts';
import { keepersOf } from './reservations.ts';

const keys = (...given: Parameters<typeof keepersOf>) => {
  const { counters, clerks } = keepersOf(...given);
  return [...counters, ...clerks].map(({ key }) => key);
};

describe('for whom a visit may be kept', () => {
  it('is only an open counter that serves its queue, and who sits there', () => {
    expect(keys(aMirror(), CERT, null)).toEqual([
      `counter/${COUNTER_2}`,
      `counter/${COUNTER_3}`,
      `clerk/${LAN}`,
      `clerk/${HOA}`,
    ]);
    expect(keys(aMirror({ seats: HOA_ONLY }), CIVIL, null)).toEqual([]);
    expect(keys(aMirror(), LAND, null)).toEqual([]);
  });

  it('is never the counter itself, nor a clerk without the skill', () => {
    expect(keys(aMirror(), CERT, COUNTER_2)).toEqual([`counter/${COUNTER_3}`, `clerk/${HOA}`]);
    expect(keys(aMirror({ skills: [CIVIL] }), CERT, COUNTER_3)).toEqual([]);
  });
});
