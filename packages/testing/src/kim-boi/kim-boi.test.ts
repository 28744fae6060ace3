import { describe, expect, it } from 'vitest';
import { checkOpeningHours, type LocalText, type Setting, seriesOverlap } from '@motcua/domain';
import { parseCommand } from '@motcua/protocol/parse';
import { aroundTheClock, kimBoi } from './kim-boi.ts';
import { KIM_BOI_PEOPLE } from './people.ts';

const { serviceGroups, services, queues, counters, site } = kimBoi;
const texts: readonly LocalText[] = [
  site.name,
  site.authority,
  ...[...serviceGroups, ...services, ...queues, ...counters].map(({ name }) => name),
  ...services.flatMap(({ papers }) => papers),
];

describe('the example site Kim Bôi', () => {
  it('has a queue for each service and a counter for each queue', () => {
    for (const { queueId, groupId } of services) {
      expect(queues.some(({ id }) => id === queueId)).toBe(true);
      expect(serviceGroups.some(({ id }) => id === groupId)).toBe(true);
    }
    for (const queue of queues)
      expect(counters.some(({ queueIds }) => queueIds.includes(queue.id))).toBe(true);
  });

  it.each([
    ['services', services],
    ['groups', serviceGroups],
    ['queues', queues],
    ['counters', counters],
    ['people', KIM_BOI_PEOPLE],
  ])('names each of its %s once', (_what, items) => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('uses prefixes that cannot be confused in print or speech', () => {
    for (const a of queues)
      for (const b of queues) expect(a !== b && seriesOverlap(a.series, b.series)).toBe(false);
    // B, C, D, Đ, G, P, T and V rhyme in Vietnamese; at most one of them may be a prefix.
    const rhyming = queues.filter(({ series }) => 'BCDĐGPTV'.includes(series.prefix));
    expect(rhyming.length).toBeLessThanOrEqual(1);
  });

  it('has every text in three languages, in NFC', () => {
    for (const text of texts)
      for (const language of ['vi', 'en', 'de']) {
        expect(text[language]).toBeTruthy();
        expect(text[language]).toBe(text[language]?.normalize('NFC'));
      }
  });

  it('keeps papers short enough for the slip', () => {
    for (const { papers } of services) {
      expect(papers.length).toBeLessThanOrEqual(4);
      for (const line of papers.flatMap((paper) => Object.values(paper)))
        expect(line.length).toBeLessThanOrEqual(60);
    }
  });

  it('is accepted by the hub', () => {
    const settings: readonly Setting[] = [
      { kind: 'site', value: site },
      { kind: 'site', value: aroundTheClock(kimBoi).site },
      ...serviceGroups.map((value): Setting => ({ kind: 'service-group', value })),
      ...queues.map((value): Setting => ({ kind: 'queue', value })),
      ...services.map((value): Setting => ({ kind: 'service', value })),
      ...counters.map((value): Setting => ({ kind: 'counter', value })),
    ];
    for (const setting of settings)
      expect(parseCommand({ commandId: 'c', type: 'put-setting', setting })).toMatchObject({
        ok: true,
      });
    expect(checkOpeningHours(site.hours)).toEqual([]);
  });
});
