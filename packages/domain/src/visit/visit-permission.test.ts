import { describe, expect, it } from 'vitest';
import type { Announcement } from '../announcement/announcement.ts';
import {
  aCalledVisit,
  aClosedVisit,
  anAnnouncement,
  aParkedVisit,
  aServingVisit,
  aWaitingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  LAN,
  minutesAfterT0,
} from '../builders.ts';
import { USUAL_RULES } from '../site/site.ts';
import { graceEnds } from './missed.ts';
import type { VisitActionType } from './visit-action.ts';
import type { Visit } from './visit.ts';
import {
  isOpenTo,
  mayActOn,
  mayRecordResult,
  needsReason,
  type PermissionContext,
  type VisitActor,
} from './visit-permission.ts';

const NOW = minutesAfterT0(30);
const { missed } = USUAL_RULES;

const atCounter = (
  id: typeof COUNTER_2,
  more: Partial<NonNullable<VisitActor['counter']>> = {},
): VisitActor => ({
  isHead: false,
  counter: { id, queueIds: [CIVIL], training: false, clerk: null, ...more },
});
const FLOOR: VisitActor = { isHead: false, counter: null };
const HEAD: VisitActor = { isHead: true, counter: null };

function context(call?: Announcement): PermissionContext {
  const recent = call === undefined ? [] : [call];
  return { at: NOW, missed, callOf: () => call, recentCalls: () => recent };
}

function may(visit: Visit, type: VisitActionType, actor: VisitActor, call?: Announcement) {
  const answer = mayActOn(visit, type, actor, context(call));
  return answer.ok ? 'yes' : answer.refusal.code;
}

describe('A result', () => {
  const over = aClosedVisit({ outcome: 'served' });
  const step = { serviceId: over.serviceId, queueId: CIVIL, clerkId: LAN, endedAt: NOW };
  const past = [{ ...step, counterId: COUNTER_2, outcome: 'served' as const }];
  const answer = (visit: Visit, actor: VisitActor, of = 0) => {
    const recorded = mayRecordResult(visit, of, actor);
    return recorded.ok ? 'yes' : recorded.refusal.code;
  };

  it('is recorded where the step was served, by a head, and by no other counter', () => {
    const waits = aWaitingVisit({ past, queueId: CERT });
    expect(answer(waits, atCounter(COUNTER_2))).toBe('yes');
    expect(answer(waits, HEAD)).toBe('yes');
    expect(answer(waits, atCounter(COUNTER_3))).toBe('not-your-visit');
    expect(answer(waits, FLOOR)).toBe('not-your-visit');
    expect(answer(waits, atCounter(COUNTER_2), 1)).toBe('action-not-allowed');
  });

  it('of the last step is recorded where the queue is served', () => {
    expect(answer(over, atCounter(COUNTER_3))).toBe('yes');
    expect(answer(over, atCounter(COUNTER_3, { queueIds: [CERT] }))).toBe('not-your-visit');
  });

  it('is recorded while another counter already holds the visit, without a reason', () => {
    const called = aCalledVisit({ past });
    expect(may(called, 'set-result', atCounter(COUNTER_3))).toBe('yes');
    expect(needsReason(called, 'set-result', atCounter(COUNTER_3), { at: NOW, missed })).toBe(
      false,
    );
  });
});

describe('A visit', () => {
  const held = [aCalledVisit(), aServingVisit(), aParkedVisit()];

  it('that a counter holds is open to that counter and to a head', () => {
    for (const visit of held) {
      expect(isOpenTo(visit, COUNTER_2)).toBe(true);
      expect(isOpenTo(visit, COUNTER_3)).toBe(false);
      expect(isOpenTo(visit, null)).toBe(false);
      expect(may(visit, 'transfer', atCounter(COUNTER_2))).toBe('yes');
      expect(may(visit, 'transfer', atCounter(COUNTER_3))).toBe('not-your-visit');
      expect(may(visit, 'transfer', FLOOR)).toBe('not-your-visit');
      expect(may(visit, 'transfer', HEAD)).toBe('yes');
    }
  });

  it('that no counter holds, or that was parked for all, is open to everyone', () => {
    for (const visit of [aWaitingVisit(), aClosedVisit(), aParkedVisit({ shared: true })])
      for (const counterId of [COUNTER_2, COUNTER_3, null])
        expect(isOpenTo(visit, counterId)).toBe(true);
  });

  it('is touched from the floor only by what needs no counter, by a head by all but a call', () => {
    const visit = aWaitingVisit();
    expect(may(visit, 'transfer', FLOOR)).toBe('yes');
    expect(may(visit, 'park', FLOOR)).toBe('counter-closed');
    expect(may(visit, 'park', HEAD)).toBe('yes');
    for (const type of ['call', 'go-on'] as const)
      expect([may(visit, type, FLOOR), may(visit, type, HEAD)]).toEqual([
        'counter-closed',
        'counter-closed',
      ]);
  });

  it('for practice is for counters in practice, and no other', () => {
    const practice = atCounter(COUNTER_2, { training: true });
    expect(may(aWaitingVisit(), 'transfer', practice)).toBe('action-not-allowed');
    expect(may(aWaitingVisit({ training: true }), 'transfer', practice)).toBe('yes');
  });

  it('is called where its queue is served, by a head anywhere', () => {
    const elsewhere = aWaitingVisit({ queueId: CERT });
    expect(may(aWaitingVisit(), 'call', atCounter(COUNTER_2))).toBe('yes');
    expect(may(elsewhere, 'call', atCounter(COUNTER_2))).toBe('not-your-visit');
    expect(may(elsewhere, 'call', { ...atCounter(COUNTER_2), isHead: true })).toBe('yes');
    const unskilled = atCounter(COUNTER_2, { clerk: { skills: [CERT] } });
    expect(may(aWaitingVisit(), 'call', unskilled)).toBe('not-your-visit');
    expect(may(aParkedVisit(), 'call', unskilled)).toBe('yes');
  });

  it('is not called before the time to which it was postponed', () => {
    const at = (minutes: number) => aWaitingVisit({ notBefore: minutesAfterT0(minutes) });
    expect(may(at(31), 'call', atCounter(COUNTER_2))).toBe('action-not-allowed');
    expect(may(at(30), 'call', atCounter(COUNTER_2))).toBe('yes');
  });

  it('is neither recalled nor missed while its call is being spoken', () => {
    const spoken = anAnnouncement({ state: 'playing', calledAt: NOW, stateSince: NOW });
    const visit = aCalledVisit({ callCount: 1 });
    for (const type of ['recall', 'mark-no-show'] as const) {
      expect(may(visit, type, atCounter(COUNTER_2), spoken)).toBe('call-being-spoken');
      expect(may(visit, type, atCounter(COUNTER_2))).toBe('yes');
      expect(may(aServingVisit(), type, atCounter(COUNTER_2), spoken)).toBe('yes');
    }
  });

  it('is not recalled more often than the rule asks', () => {
    const often = aCalledVisit({ callCount: missed.calls });
    expect(may(often, 'recall', atCounter(COUNTER_2))).toBe('called-often-enough');
    expect(may(often, 'mark-no-show', atCounter(COUNTER_2))).toBe('yes');
  });
});

describe('A reason', () => {
  const asked = (visit: Visit, type: VisitActionType, actor = atCounter(COUNTER_2), at = NOW) =>
    needsReason(visit, type, actor, { at, missed });

  it('is needed for a call out of turn, and for what never goes without one', () => {
    expect(asked(aWaitingVisit(), 'call')).toBe(true);
    expect(asked(aParkedVisit(), 'call')).toBe(false);
    expect(asked(aWaitingVisit(), 'cancel')).toBe(true);
    expect(asked(aWaitingVisit(), 'set-priority')).toBe(true);
    expect(asked(aWaitingVisit(), 'transfer')).toBe(false);
  });

  it('is needed for everything on a visit of another counter', () => {
    expect(asked(aServingVisit(), 'finish', HEAD)).toBe(true);
    expect(asked(aServingVisit(), 'finish', { ...atCounter(COUNTER_3), isHead: true })).toBe(true);
    expect(asked(aServingVisit(), 'finish')).toBe(false);
  });

  it('is needed to let a visit wait again after its time of grace', () => {
    const visit = aClosedVisit({ outcome: 'no-show' });
    const end = graceEnds(visit, missed);
    expect(asked(visit, 'reinstate', FLOOR, (end - 1) as typeof end)).toBe(false);
    expect(asked(visit, 'reinstate', FLOOR, end)).toBe(true);
  });
});
