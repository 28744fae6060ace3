import { ONE_PERSON, type QueueId } from '@motcua/domain';
import { CERT, CIVIL, COUNTER_2, COUNTER_3, HOA, LAN } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { aMirror, HOA_ONLY, LAND } from '../page/example-room.ts';
import { reservationTargets } from './reservations.ts';

const of = (queueId: QueueId) => ({ queueId, quick: false, party: ONE_PERSON, training: false });
const keys = (...given: Parameters<typeof reservationTargets>) => {
  const { counters, clerks } = reservationTargets(...given);
  return [...counters, ...clerks].map(({ key }) => key);
};

describe('for whom a visit may be reserved', () => {
  it('is only an open counter that serves its queue, and its clerk', () => {
    expect(keys(aMirror(), of(CERT), null)).toEqual([
      `counter/${COUNTER_2}`,
      `counter/${COUNTER_3}`,
      `clerk/${LAN}`,
      `clerk/${HOA}`,
    ]);
    expect(keys(aMirror({ seats: HOA_ONLY }), of(CIVIL), null)).toEqual([]);
    expect(keys(aMirror(), of(LAND), null)).toEqual([]);
  });

  it('is never the counter itself, nor a clerk without the skill', () => {
    expect(keys(aMirror(), of(CERT), COUNTER_2)).toEqual([`counter/${COUNTER_3}`, `clerk/${HOA}`]);
    expect(keys(aMirror({ skills: [CIVIL] }), of(CERT), COUNTER_3)).toEqual([]);
  });

  it('is never a counter that takes only short visits for one that is not', () => {
    const { settings, ...rest } = aMirror();
    const counters = settings.counters.map((counter) => ({ ...counter, quick: 'only' as const }));
    const quickRoom = { ...rest, settings: { ...settings, counters } };
    const short = { ...of(CERT), quick: true };
    expect(keys(quickRoom, of(CERT), COUNTER_2)).toEqual([]);
    expect(keys(quickRoom, short, COUNTER_2)).toEqual([`counter/${COUNTER_3}`, `clerk/${HOA}`]);
    const folder = { ...short, party: { ...ONE_PERSON, files: 2 } };
    expect(keys(quickRoom, folder, COUNTER_2)).toEqual([]);
  });

  it('is a counter in practice for practice only', () => {
    expect(keys(aMirror(), { ...of(CERT), training: true }, null)).toEqual([]);
  });
});
