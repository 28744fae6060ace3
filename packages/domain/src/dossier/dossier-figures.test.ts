import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Period } from '../clock/period.ts';
import { periodBefore, periodWith } from '../clock/period.ts';
import { addDays } from '../clock/zone-clock.ts';
import type { LocalDate, LocalTime, ServiceId } from '../ids.ts';
import {
  type Dossier,
  DOSSIER_CHANNELS,
  dossierFaults,
  dossierStanding,
  DOSSIER_STANDINGS,
} from './dossier.ts';
import { type DossierCounts, dossierFigures, pendingIn, resolvedIn } from './dossier-figures.ts';

const at = (day: string, time: string | null = null) => ({
  day: day as LocalDate,
  time: time as LocalTime | null,
});
const aDossier = (overrides: Partial<Dossier> = {}): Dossier => ({
  code: '000.00.01.H44-260701-0001',
  procedure: 'Đăng ký kết hôn',
  procedureCode: '1.000894',
  field: 'Hộ tịch',
  channel: 'online',
  received: at('2026-07-01'),
  due: at('2026-07-08'),
  resolved: null,
  ...overrides,
});
const SERVICES: Readonly<Record<string, ServiceId>> = {
  'Đăng ký kết hôn': 'marriage' as ServiceId,
  'Đăng ký khai sinh': 'birth' as ServiceId,
};
const JULY = periodWith('2026-07-01' as LocalDate, 'month');
const END = '2026-07-31' as LocalDate;
const figuresOf = (dossiers: readonly Dossier[], period: Period = JULY, asOf = END) =>
  dossierFigures({
    ...{ dossiers, period, asOf, dueOf: ({ due }) => due },
    serviceOf: ({ procedure }) => SERVICES[procedure] ?? null,
  });

describe('a dossier', () => {
  it.each([
    ['early', '2026-07-07', null, '2026-07-08', null],
    ['onTime', '2026-07-08', '16:00', '2026-07-08', null],
    ['onTime', '2026-07-08', '16:00', '2026-07-08', '16:00'],
    ['late', '2026-07-08', '16:01', '2026-07-08', '16:00'],
    ['late', '2026-07-09', null, '2026-07-08', null],
  ])('is %s when resolved %s %s and due %s %s', (standing, day, time, dueDay, dueTime) => {
    const resolved = aDossier({ resolved: at(day, time) });
    expect(dossierStanding(resolved, at(dueDay, dueTime), END)).toBe(standing);
  });

  it.each([
    ['withinTerm', '2026-07-08'],
    ['overdue', '2026-07-09'],
    [null, '2026-06-30'],
  ])('that is pending is %s at the end of %s', (standing, day) => {
    expect(dossierStanding(aDossier(), aDossier().due, day as LocalDate)).toBe(standing);
  });

  it('was pending before it was resolved', () => {
    const resolved = aDossier({ resolved: at('2026-08-03'), due: at('2026-07-31') });
    expect(dossierStanding(resolved, resolved.due, END)).toBe('withinTerm');
    expect(dossierStanding(resolved, resolved.due, '2026-08-03' as LocalDate)).toBe('late');
  });

  it('is neither in time nor late when its term is not known', () => {
    expect(dossierStanding(aDossier(), null, END)).toBe('pendingNoTerm');
    expect(dossierStanding(aDossier({ resolved: at('2026-07-02') }), null, END)).toBe(
      'resolvedNoTerm',
    );
  });

  it('shows what cannot be true of it', () => {
    const wrong = aDossier({ received: at('2026-08-09'), resolved: at('2026-08-02') });
    expect(dossierFaults(wrong, END)).toEqual([
      'resolved-before-received',
      'due-before-received',
      'received-in-future',
      'resolved-in-future',
    ]);
    expect(dossierFaults(aDossier({ resolved: at('2026-07-01') }), END)).toEqual([]);
  });
});

describe('the dossiers of July', () => {
  const many = (count: number, overrides: Partial<Dossier>) =>
    Array.from({ length: count }, () => aDossier(overrides));
  const figures = figuresOf([
    ...many(300, { resolved: at('2026-07-06') }),
    ...many(130, { resolved: at('2026-07-08') }),
    ...many(262, { due: at('2026-08-12') }),
    ...many(13, { channel: 'in-person', due: at('2026-08-03') }),
  ]);

  it('are 705, of which 692 online and 13 on paper', () => {
    expect([figures.total.received, figures.online.received, figures.paper.received]).toEqual([
      705, 692, 13,
    ]);
  });

  it('keep what is resolved in time apart from what is still within its term', () => {
    expect(figures.total).toMatchObject({ early: 300, onTime: 130, late: 0, withinTerm: 275 });
    expect([resolvedIn(figures.total), pendingIn(figures.total)]).toEqual([430, 275]);
  });
});

const days = fc.nat(120).map((offset) => addDays('2026-05-01' as LocalDate, offset));
const moments = days.map((day) => ({ day, time: null }));
const dossiers = fc
  .array(
    fc.record({
      received: moments,
      due: fc.option(moments),
      resolved: fc.option(moments),
      channel: fc.constantFrom(...DOSSIER_CHANNELS, null),
      procedure: fc.constantFrom('Đăng ký kết hôn', 'Đăng ký khai sinh', 'Cấp đổi'),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map(aDossier));

const sum = (all: readonly DossierCounts[], key: keyof DossierCounts) =>
  all.reduce((total, counts) => total + counts[key], 0);

describe('figures of dossiers', () => {
  it('hold together: received and carried over are resolved and pending, channels and services are the total', () => {
    fc.assert(
      fc.property(dossiers, days, (all, asOf) => {
        const { total, online, paper, noChannel, byService } = figuresOf(all, JULY, asOf);
        expect(total.received + total.carriedOver).toBe(resolvedIn(total) + pendingIn(total));
        for (const key of ['received', 'carriedOver', ...DOSSIER_STANDINGS] as const) {
          expect(online[key] + paper[key] + noChannel[key]).toBe(total[key]);
          expect(sum([...byService.values()], key)).toBe(total[key]);
        }
      }),
    );
  });

  it('carry over what was pending at the end of the period before', () => {
    fc.assert(
      fc.property(dossiers, (all) => {
        const sound = all.filter(
          ({ received, resolved }) => !(resolved && resolved.day < received.day),
        );
        const asOf = '2026-12-31' as LocalDate;
        const before = figuresOf(sound, periodBefore(JULY), asOf);
        expect(figuresOf(sound, JULY, asOf).total.carriedOver).toBe(pendingIn(before.total));
      }),
    );
  });
});
