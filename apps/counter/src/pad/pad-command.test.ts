import {
  aCalledVisit,
  aClosedVisit,
  aNextStep,
  aParkedVisit,
  aServingVisit,
  CERT,
  COUNTER_2,
  LAN,
} from '@motcua/domain/builders';
import type { ServiceId, Visit } from '@motcua/domain';
import { texts } from '@motcua/i18n';
import { describe, expect, it } from 'vitest';
import { counterView } from '../screens/counter-view.ts';
import {
  aMirror,
  anAnnouncementOf,
  idOf,
  LAND,
  NOW,
  minutesAgo,
  someoneWaiting,
} from '../page/example-room.ts';
import { whyNotNow } from './not-now.ts';
import { actRequest, allowedCommands, PAD_COMMANDS, requestOf } from './pad-command.ts';

type Room = NonNullable<Parameters<typeof aMirror>[0]>;
const view = (visits: readonly Visit[], room: Room = {}) => {
  const seen = counterView(aMirror({ visits, ...room }), COUNTER_2, NOW);
  if (seen === null) throw new Error('no such counter');
  return seen;
};
const READY = { ready: true, canUndo: false };
const allowed = (...given: Parameters<typeof view>) => [...allowedCommands(view(...given), READY)];
const waiting = someoneWaiting('H030', 5);
const paused: Room = {
  seats: new Map([
    [
      COUNTER_2,
      {
        counterId: COUNTER_2,
        state: 'paused',
        clerkId: LAN,
        since: minutesAgo(1),
        reason: 'lunch',
        training: false,
      },
    ],
  ]),
};

describe('the buttons', () => {
  it('offer nothing but a pause to an empty room', () => {
    expect(allowed([])).toEqual(['help', 'pause']);
  });

  it('call while a visit waits and the counter is free', () => {
    expect(allowed([waiting])).toContain('call-next');
    expect(allowed([waiting, aCalledVisit()])).not.toContain('call-next');
    expect(allowed([waiting, aServingVisit()])).not.toContain('call-next');
    expect(allowed([waiting, aParkedVisit()])).toContain('call-next');
  });

  it('offer a called visit everything but a finish', () => {
    expect(allowed([aCalledVisit()]).toSorted()).toEqual([
      'add-service',
      'cancel',
      'care',
      'help',
      'mark-no-show',
      'more',
      'park',
      'park-shared',
      'pause',
      'postpone',
      'recall',
      'send-back',
      'set-party',
      'set-priority',
      'start-service',
      'transfer',
    ]);
  });

  it('finish and call in one only while serving and while a visit waits', () => {
    expect(allowed([waiting, aServingVisit()])).toContain('finish-and-next');
    expect(allowed([aServingVisit()])).not.toContain('finish-and-next');
    expect(allowed([waiting, aCalledVisit()])).not.toContain('finish-and-next');
  });

  it('call no visit at a paused counter, but let the visit there go on', () => {
    const commands = allowed([waiting, aServingVisit()], paused);
    expect(commands).toEqual(expect.arrayContaining(['resume', 'finish']));
    expect(commands).not.toEqual(expect.arrayContaining(['finish-and-next']));
    expect(commands).not.toContain('pause');
  });

  it('are all locked while the hub is away or a command is under way', () => {
    const locked = allowedCommands(view([waiting]), { ready: false, canUndo: true });
    expect([...locked]).toEqual(['help']);
  });
});

describe('a visit that was called often enough', () => {
  const called = aCalledVisit({ callCount: 3 });

  it('is not called again, but may be missed and followed in one', () => {
    expect(allowed([waiting, called])).not.toContain('recall');
    expect(allowed([waiting, called])).toContain('call-next');
    expect(requestOf('call-next', view([waiting, called]))).toMatchObject({ finishCurrent: true });
    expect(whyNotNow('recall', view([called]))).toMatchObject({
      key: 'refusal.called-often-enough',
    });
  });
});

describe('a visit whose call is being spoken', () => {
  const again = aCalledVisit({ callCount: 3 });
  const spoken = (visit: Visit, secondsAgo = 1) => ({
    announcements: [
      anAnnouncementOf(visit, {
        calledAt: minutesAgo(secondsAgo / 60),
        stateSince: minutesAgo(secondsAgo / 60),
        state: 'playing',
      }),
    ],
  });

  it('is neither called again nor marked missed before the room could hear it', () => {
    const called = aCalledVisit();
    for (const command of ['recall', 'mark-no-show'] as const) {
      expect(allowed([called], spoken(called))).not.toContain(command);
      expect(whyNotNow(command, view([called], spoken(called)))).toMatchObject({
        key: 'refusal.call-being-spoken',
      });
      expect(allowed([called], { announcements: [] })).toContain(command);
    }
    expect(allowed([called], spoken(called, 60))).toContain('mark-no-show');
    expect(allowed([called], spoken(called, 60))).not.toContain('recall');
  });

  it('is not skipped for the next visit before that', () => {
    expect(allowed([waiting, again], spoken(again))).not.toContain('call-next');
    expect(whyNotNow('call-next', view([waiting, again], spoken(again)))).toMatchObject({
      key: 'refusal.call-being-spoken',
    });
    expect(allowed([waiting, again], spoken(again, 60))).toContain('call-next');
  });

  it('is called again without a question when it was called often enough', () => {
    expect(whyNotNow('recall', view([again], spoken(again)))).toMatchObject({
      key: 'refusal.called-often-enough',
    });
  });
});

describe('a visit with more to do', () => {
  const copies = aNextStep({ serviceId: 'copies' as ServiceId, queueId: CERT });
  const land = aNextStep({ serviceId: 'land' as ServiceId, queueId: LAND });

  it('goes on at this counter only where the counter serves the next queue', () => {
    expect(allowed([aServingVisit({ next: [copies] })])).toContain('go-on');
    expect(allowed([aServingVisit({ next: [land] })])).not.toContain('go-on');
    expect(allowed([aServingVisit()])).not.toContain('go-on');
  });

  it('show what follows: what can be done here before what is elsewhere', () => {
    const current = view([aServingVisit({ next: [land, copies] })]).current;
    expect(current?.following).toMatchObject({ serviceId: 'copies', here: true });
  });
});

describe('a visit that missed a call', () => {
  it('comes back with one key while still awaited', () => {
    const missed = aClosedVisit({ outcome: 'no-show', closedAt: minutesAgo(5) });
    const late = aClosedVisit({ id: idOf('H001'), outcome: 'no-show', closedAt: minutesAgo(31) });
    expect(requestOf('rejoin', view([missed, late]))).toMatchObject({
      visitId: missed.id,
      action: { type: 'reinstate' },
    });
    expect(allowed([late])).not.toContain('rejoin');
  });
});

describe('a command', () => {
  it('finishes the current visit only when it says so', () => {
    const now = view([waiting, aServingVisit()]);
    expect(requestOf('call-next', now)).toMatchObject({ finishCurrent: false });
    expect(requestOf('finish-and-next', now)).toMatchObject({ finishCurrent: true });
  });

  it('asks first where a choice or a reason is needed', () => {
    const now = view([aCalledVisit()]);
    for (const command of ['transfer', 'cancel', 'pause', 'help'] as const) {
      expect(requestOf(command, now)).toBeNull();
    }
  });

  it('comes from the person, not from the counter, when a head acts elsewhere', () => {
    const visit = aServingVisit({ id: idOf('S011') });
    const act = (heldElsewhere: boolean) =>
      actRequest({ visit, heldElsewhere }, COUNTER_2, { type: 'recall' }, { reason: 'vì nhầm' });
    expect(act(true)).toMatchObject({ counterId: null, reason: 'vì nhầm' });
    expect(act(false)).toMatchObject({ counterId: COUNTER_2 });
  });
});

describe('a key that is not allowed now', () => {
  it('is explained as precisely as the reason is known', () => {
    const key = 'counter.not-now-current';
    expect(whyNotNow('call-next', view([waiting, aCalledVisit()]))).toMatchObject({ key });
    expect(whyNotNow('call-next', view([waiting, aServingVisit()]))).toMatchObject({ key });
    expect(whyNotNow('call-next', view([]))).toMatchObject({ key: 'counter.not-now-none' });
    expect(whyNotNow('call-next', view([waiting], paused))).toMatchObject({
      key: 'counter.not-now-paused',
    });
    expect(whyNotNow('recall', view([]))).toMatchObject({ key: 'counter.not-now-no-number' });
    expect(whyNotNow('finish', view([aCalledVisit()]))).toMatchObject({
      key: 'counter.not-now-not-started',
    });
    expect(whyNotNow('go-on', view([aServingVisit()]))).toMatchObject({
      key: 'counter.not-now-no-next',
    });
    expect(whyNotNow('call-next', view([]))).toMatchObject({ key: 'counter.not-now-none' });
  });

  it('is explained by the state it is pressed in, with what would help', () => {
    const spoken = { calledAt: minutesAgo(5), callCount: 3 };
    const rooms = {
      'a free counter': view([waiting]),
      'an empty room': view([]),
      'called': view([aCalledVisit()]),
      'called often': view([aCalledVisit(spoken)]),
      'served': view([aServingVisit()]),
      'served, others wait': view([waiting, aServingVisit()]),
      'paused': view([waiting], paused),
      'paused while served': view([aServingVisit()], paused),
    };
    const t = texts('vi');
    for (const [name, seen] of Object.entries(rooms)) {
      const possible = allowedCommands(seen, READY);
      for (const command of PAD_COMMANDS.filter((each) => !possible.has(each))) {
        if (command === 'resume' || command === 'help') continue;
        const { key, params } = whyNotNow(command, seen);
        expect(t(key, params), `${command}, ${name}`).not.toMatch(/[{}]/);
        const { current } = seen;
        const isAboutNumber = t(key).includes('{number}');
        expect(isAboutNumber && current === null, `${command}, ${name}`).toBe(false);
        if (key === 'counter.not-now-serving')
          expect(current?.visit.state, `${command}, ${name}`).toBe('serving');
        if (key === 'counter.not-now-not-started')
          expect(current?.visit.state, `${command}, ${name}`).toBe('called');
        if (key === 'counter.not-now-paused' && command !== 'pause')
          expect(seen.state.state, `${command}, ${name}`).toBe('paused');
        if (key === 'counter.not-now-none') expect(seen.waiting, `${command}, ${name}`).toEqual([]);
      }
    }
  });
});
