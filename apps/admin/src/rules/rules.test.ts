import type { PriorityMode } from '@motcua/domain';
import { aPriorityGroup, aSite } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import {
  checkPriorityGroup,
  newPriorityGroupForm,
  toPriorityGroup,
  toPriorityGroupForm,
} from './priority-group-form.ts';
import { checkRules, RULE_BOUNDS, toRulesForm, withRules } from './rules-form.ts';

describe('the rules of the centre', () => {
  it.each<PriorityMode>([
    { type: 'strict' },
    { type: 'interleaved', priority: 2, normal: 3 },
    { type: 'ageing', bonusMinutes: 20 },
  ])('survive the way through their form unchanged with %j', (mode) => {
    const site = aSite({
      rule: { mode, maxWaitMinutes: 25 },
      missed: { calls: 2, afterSeconds: 45, graceMinutes: 20, behind: 1 },
      holdMinutes: 5,
      lastTicketMinutes: 15,
      dayEnd: 'roll-over',
      estimates: false,
    });
    expect(withRules(site, toRulesForm(site))).toEqual(site);
    expect(checkRules(toRulesForm(site))).toEqual({});
  });

  it('check only the numbers of the chosen mode', () => {
    const form = { ...toRulesForm(aSite()), bonusMinutes: '', priority: '0' };
    expect(Object.keys(checkRules({ ...form, mode: 'interleaved' }))).toEqual(['priority']);
    expect(Object.keys(checkRules({ ...form, mode: 'ageing' }))).toEqual(['bonusMinutes']);
    expect(checkRules({ ...form, mode: 'strict' })).toEqual({});
  });

  it('keep what another person saved on other pages meanwhile', () => {
    const form = { ...toRulesForm(aSite()), behind: '7' };
    const now = aSite({ zone: 'Asia/Bangkok' });
    expect(withRules(now, form)).toEqual({ ...now, missed: { ...now.missed, behind: 7 } });
  });

  it.each(Object.entries(RULE_BOUNDS))('keep %s within what the hub accepts', (name, bounds) => {
    const [least, most] = bounds;
    const mode = name === 'bonusMinutes' ? 'ageing' : 'interleaved';
    const checked = (value: number) =>
      Object.keys(checkRules({ ...toRulesForm(aSite()), mode, [name]: String(value) }));
    expect(checked(least)).toEqual([]);
    expect(checked(most)).toEqual([]);
    expect(checked(least - 1)).toEqual([name]);
    expect(checked(most + 1)).toEqual([name]);
  });

  it('keep the numbers of bookings that are not offered, whatever was typed', () => {
    const site = aSite();
    const form = { ...toRulesForm(site), bookingsOffered: false, capacity: 'x' };
    expect(checkRules(form)).toEqual({});
    expect(withRules(site, form).bookings).toEqual({ ...site.bookings, offered: false });
  });
});

describe('a priority group', () => {
  it('is unchanged by its form', () => {
    const group = aPriorityGroup({ sensitive: true, atKiosk: false, active: false, order: 4 });
    expect(toPriorityGroup(group.id, toPriorityGroupForm(group))).toEqual(group);
  });

  it('is new at the end of the list, and needs a name and a place', () => {
    const form = newPriorityGroupForm([aPriorityGroup({ order: 4 })]);
    expect(form.order).toBe('5');
    expect(Object.keys(checkPriorityGroup({ ...form, order: 'x' }))).toEqual(['name', 'order']);
  });
});
