import { describe, expect, it } from 'vitest';
import {
  aCounter,
  aQueue,
  aServingVisit,
  aService,
  aServiceGroup,
  aSite,
  aWaitingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  someSettings,
} from '../builders.ts';
import type { PriorityGroupId } from '../ids.ts';
import type { Visit } from '../visit/visit.ts';
import { NO_VISITOR_NOTES } from '../visit/visitor-notes.ts';
import { checkSetting, isSettingUsed, type SettingUse } from './setting-rules.ts';
import type { ListedKind, Setting } from './settings.ts';

const other = 'other' as never;
const copies = aQueue({ id: CERT, series: { prefix: 'S', from: 1, to: 99 } });
const settings = someSettings({
  ...{ services: [aService()], serviceGroups: [aServiceGroup()], queues: [aQueue(), copies] },
  counters: [aCounter()],
});

describe('A setting', () => {
  it.each<readonly [string, Setting]>([
    ['malformed', { kind: 'site', value: aSite({ zone: 'Mars/Olympus' }) }],
    ['setting-not-found', { kind: 'service', value: aService({ groupId: other }) }],
    ['queue-not-found', { kind: 'service', value: aService({ queueId: other }) }],
    ['queue-not-found', { kind: 'counter', value: aCounter({ queueIds: [other] }) }],
    ['name-taken', { kind: 'counter', value: aCounter({ id: other }) }],
    ['number-range-overlaps', { kind: 'queue', value: aQueue({ id: other }) }],
    [
      'queue-letters-unknown',
      { kind: 'queue', value: aQueue({ series: { prefix: 'А', from: 1, to: 99 } }) }, // Cyrillic
    ],
  ])('is refused with %s when it does not fit the others', (code, setting) => {
    expect(checkSetting(settings, setting)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('fits in its own place', () => {
    for (const setting of [
      { kind: 'service', value: aService() },
      { kind: 'queue', value: aQueue() },
      { kind: 'counter', value: aCounter() },
    ] as const)
      expect(checkSetting(settings, setting)).toEqual({ ok: true, value: null });
  });

  const nothing: SettingUse = {
    settings: someSettings(),
    visits: new Map(),
    bookings: new Map(),
    counters: new Map(),
    care: new Map(),
  };
  const visit = (each: Visit): Partial<SettingUse> => ({ visits: new Map([[each.id, each]]) });
  const group = 'elderly' as PriorityGroupId;

  it.each<readonly [ListedKind, string, Partial<SettingUse>]>([
    ['service-group', aServiceGroup().id, { settings }],
    ['service', aService().id, visit(aWaitingVisit())],
    ['queue', CIVIL, { settings }],
    ['queue', CIVIL, visit(aWaitingVisit())],
    ['counter', COUNTER_2, visit(aServingVisit())],
    [
      'priority-group',
      group,
      { care: new Map([['v', { ...NO_VISITOR_NOTES, priorityGroupId: group }]]) },
    ],
  ])('%s is kept while something needs it', (kind, id, use) => {
    expect(isSettingUsed(kind, id, { ...nothing, ...use })).toBe(true);
    expect(isSettingUsed(kind, 'other', { ...nothing, ...use })).toBe(false);
    expect(isSettingUsed(kind, id, nothing)).toBe(false);
  });
});
