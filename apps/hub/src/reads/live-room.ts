import type { Counter, Queue, Visit } from '@motcua/domain';
import type { LiveRoom } from '@motcua/protocol/http';
import type { Hub } from '../engine/hub.ts';

/** The room as other programs may see it: without people, practice, and who has priority. */
export function liveRoom({ state, estimates, now }: Hub): LiveRoom {
  const { settings, today } = state;
  const visits = [...state.visits.values()].filter(
    ({ day, training }) => day === today && !training,
  );
  const { queues, counters } = settings.all();
  const queueNow = ({ id, name, series, active }: Queue): LiveRoom['queues'][number] => ({
    ...{ id, name, active },
    prefix: series.prefix,
    waiting: visits
      .filter(({ queueId, state: is }) => queueId === id && is === 'waiting')
      .toSorted((a, b) => a.arrivedAt - b.arrivedAt || a.ticket.seq - b.ticket.seq)
      .map(({ ticket, arrivedAt }) => ({ number: ticket.number, since: arrivedAt })),
    given: state.placesTaken.in(id),
    left: state.left(id),
    estimate: estimates.mayShow() ? estimates.range(id) : null,
  });
  const counterNow = ({ id, number, name }: Counter): LiveRoom['counters'][number] => {
    const is = state.counters.get(id);
    const isSeen = is !== undefined && is.state !== 'closed' && !is.training;
    const numbers = (which: Visit['state']) =>
      visits
        .filter((visit) => visit.state === which && 'counterId' in visit && visit.counterId === id)
        .map(({ ticket }) => ticket.number);
    return {
      ...{ id, number, name },
      state: isSeen ? is.state : 'closed',
      pause: isSeen && is.state === 'paused' ? is.reason : null,
      called: numbers('called'),
      serving: numbers('serving'),
    };
  };
  return {
    at: now(),
    today,
    open: settings.openingAt(now()).open,
    queues: queues.map(queueNow),
    counters: counters.map(counterNow),
  };
}
