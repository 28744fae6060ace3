import { describe, expect, it } from 'vitest';
import { aCounter, aQueue, aService, aServiceGroup, someSettings } from '../builders.ts';
import type { CounterId, QueueId, ServiceId } from '../ids.ts';
import { prefixWarnings } from '../queue/prefix-proposal.ts';
import type { Result } from '../result.ts';
import { setupGaps } from '../site/setup-gaps.ts';
import type { Settings } from '../site/settings.ts';
import { CATALOGUE } from './catalogue.ts';
import { NEW_SETTINGS } from './new-centre.ts';
import { forOtherOffice, isEmpty, isMadeUp, setUp } from './set-up.ts';
import { checkSetup, setupChanges } from './setup-changes.ts';

const EVERY_SERVICE = CATALOGUE.services.map(({ id }) => id);
const BIRTH = '1.001193' as ServiceId;
const COPY = '2.000815' as ServiceId;
const NOTHING_USED = {
  ...{ visits: new Map(), bookings: new Map(), counters: new Map(), care: new Map() },
};

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const chosen = (settings: Settings, ...serviceIds: readonly ServiceId[]) =>
  done(setUp(settings, { type: 'services', serviceIds }));
const fits = (before: Settings, wanted: Settings) =>
  checkSetup(wanted, setupChanges(before, wanted), NOTHING_USED);

describe('services chosen from the catalogue', () => {
  it('bring their groups, and a queue each with a prefix that is not confused', () => {
    const settings = chosen(NEW_SETTINGS, ...EVERY_SERVICE);
    expect(settings.services).toHaveLength(61);
    expect(settings.queues).toHaveLength(CATALOGUE.serviceGroups.length);
    const prefixes = settings.queues.map(({ series }) => series.prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const prefix of prefixes) expect(prefixWarnings(prefix, prefixes)).toEqual([]);
    expect(fits(NEW_SETTINGS, settings)).toEqual({ ok: true, value: null });
  });

  it('leave what was there, take back what was not chosen, and never touch own ones', () => {
    const own = aService({ id: 'own' as ServiceId, queueId: 'own' as QueueId });
    const before = someSettings({
      queues: [aQueue({ id: own.queueId, series: { prefix: 'H', from: 1, to: 99 } })],
      serviceGroups: [aServiceGroup({ id: own.groupId })],
      services: [own],
    });
    const both = chosen(before, BIRTH, COPY);
    expect(both.services.map(({ id }) => id)).toEqual(['own', BIRTH, COPY]);
    const civil = both.queues.find(({ id }) => id === 'civil');
    const renamed = { ...both, queues: both.queues.map((queue) => ({ ...queue, dailyQuota: 7 })) };
    const less = chosen(renamed, BIRTH);
    expect(less.services.map(({ id }) => id)).toEqual(['own', BIRTH]);
    expect(less.queues.map(({ id }) => id)).toEqual(['own', 'civil']);
    expect(less.queues[1]).toEqual({ ...civil, dailyQuota: 7 });
  });

  it('are taken from the counters with the queue that goes', () => {
    const both = chosen(NEW_SETTINGS, BIRTH, COPY);
    const queueIds = both.queues.map(({ id }) => id);
    const before = { ...both, counters: [aCounter({ queueIds })] };
    const less = chosen(before, BIRTH);
    expect(less.counters[0]?.queueIds).toEqual(['civil']);
    expect(fits(before, less)).toEqual({ ok: true, value: null });
  });

  it('are refused where the catalogue has none of that name', () => {
    const refused = setUp(NEW_SETTINGS, { type: 'services', serviceIds: ['x' as ServiceId] });
    expect(refused).toMatchObject({ refusal: { code: 'service-not-found' } });
  });
});

describe('proposed counters', () => {
  const settings = chosen(NEW_SETTINGS, ...EVERY_SERVICE);

  it.each([1, 2, 3, 5, 9, 12])('call every queue, each counter at least one: %i', (count) => {
    const { counters, queues } = done(setUp(settings, { type: 'counters', count }));
    expect(counters.map(({ number }) => number)).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    );
    for (const { queueIds } of counters) expect(queueIds.length).toBeGreaterThan(0);
    const called = new Set(counters.flatMap(({ queueIds }) => queueIds));
    expect(called.size).toBe(queues.length);
    expect(fits(settings, { ...settings, counters })).toEqual({ ok: true, value: null });
  });

  it('leave those that exist, and remove the higher ones', () => {
    const named = aCounter({ id: 'own' as CounterId, number: 2, name: { vi: 'Của tôi' } });
    const before = { ...settings, counters: [named, aCounter({ number: 7 })] };
    const { counters } = done(setUp(before, { type: 'counters', count: 3 }));
    expect(counters.map(({ number }) => number)).toEqual([2, 1, 3]);
    expect(counters[0]).toEqual(named);
    const { counters: again } = done(
      setUp({ ...settings, counters: [named] }, { type: 'counters', count: 2 }),
    );
    expect(again).toHaveLength(2);
  });
});

describe('the made-up centre', () => {
  const madeUp = done(setUp(NEW_SETTINGS, { type: 'made-up' }));

  it('lacks only people and devices', () => {
    const gaps = setupGaps({ settings: madeUp, devices: [], people: [] });
    expect(gaps.map(({ type }) => type)).toEqual(['no-clerk', 'no-display', 'no-kiosk']);
    expect(fits(NEW_SETTINGS, madeUp)).toEqual({ ok: true, value: null });
  });

  it('comes only into an empty centre, and goes only as it came', () => {
    expect(isEmpty(NEW_SETTINGS)).toBe(true);
    expect(isMadeUp(madeUp)).toBe(true);
    expect(done(setUp(madeUp, { type: 'discard' }))).toEqual(NEW_SETTINGS);
    const edited = { ...madeUp, counters: madeUp.counters.slice(1) };
    expect(setUp(edited, { type: 'discard' })).toMatchObject({
      refusal: { code: 'setup-not-made-up' },
    });
    expect(setUp(edited, { type: 'made-up' })).toMatchObject({
      refusal: { code: 'setup-not-empty' },
    });
  });
});

describe('the set-up of another office', () => {
  const theirs = chosen(NEW_SETTINGS, BIRTH, COPY);

  it('is taken over but for the addresses of its computers', () => {
    const site = { ...theirs.site, followAddress: 'http://10.0.0.9/theirs' };
    const file = forOtherOffice({ ...theirs, site });
    expect(JSON.stringify(file)).not.toContain('10.0.0.9');
    const ours = someSettings();
    const wanted = done(setUp(ours, { type: 'file', settings: file }));
    expect(wanted.services).toEqual(theirs.services);
    expect(wanted.site).toMatchObject({ id: ours.site.id, followAddress: ours.site.followAddress });
  });

  it('changes nothing where it is there already', () => {
    const wanted = done(setUp(theirs, { type: 'file', settings: forOtherOffice(theirs) }));
    expect(setupChanges(theirs, wanted)).toEqual([]);
  });
});

describe('the check of a set-up', () => {
  const before = chosen(NEW_SETTINGS, BIRTH, COPY);

  it('refuses prefixes that clash, and references to what is not there', () => {
    const [first] = before.queues;
    const clash = before.queues.map((queue) => ({
      ...queue,
      series: first?.series ?? queue.series,
    }));
    expect(fits(NEW_SETTINGS, { ...before, queues: clash })).toMatchObject({
      refusal: { code: 'number-range-overlaps' },
    });
    expect(fits(NEW_SETTINGS, { ...before, queues: [] })).toMatchObject({
      refusal: { code: 'queue-not-found' },
    });
    expect(fits(before, { ...before, queues: [] })).toMatchObject({ refusal: { code: 'in-use' } });
  });

  it('allows two queues to exchange their prefixes', () => {
    const [a, b] = before.queues;
    if (a === undefined || b === undefined) throw new Error('two queues');
    const queues = [
      { ...a, series: b.series },
      { ...b, series: a.series },
    ];
    expect(fits(before, { ...before, queues })).toEqual({ ok: true, value: null });
  });
});
