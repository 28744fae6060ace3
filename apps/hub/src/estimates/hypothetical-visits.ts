import {
  type Instant,
  newVisit,
  type PriorityClass,
  type QueueId,
  type ServiceId,
  type VisitId,
  type WaitingVisit,
} from '@motcua/domain';
import type { LiveState } from '../engine/live-state.ts';

/** What decides how long a visitor who comes now waits. */
export interface Kind {
  readonly queueId: QueueId;
  readonly priority: PriorityClass;
  readonly quick: boolean;
}

/** The id of a hypothetical visit in the forecast. */
export function idOf({ queueId, priority, quick }: Kind): VisitId {
  return `${quick ? 'quick' : 'other'} ${priority} ${queueId}` as VisitId;
}

/** All kinds that may come: of both classes to each queue, with short services where it has some. */
export function kindsOf(state: LiveState): readonly Kind[] {
  const { queues } = state.settings.all();
  const quick = quickOf(state);
  return queues
    .filter(({ active }) => active)
    .flatMap(({ id: queueId }) =>
      (quick.get(queueId)?.some ? [false, true] : [false]).flatMap((isQuick) =>
        (['normal', 'priority'] as const).map((priority) => ({
          queueId,
          priority,
          quick: isQuick,
        })),
      ),
    );
}

/** Whether a visitor of a queue usually comes for a short service, by its services. */
export function isUsuallyQuick(state: LiveState): (queueId: QueueId) => boolean {
  const quick = quickOf(state);
  return (queueId) => quick.get(queueId)?.all === true;
}

export function hypotheticalVisit(kind: Kind, state: LiveState, at: Instant): WaitingVisit {
  return newVisit({
    ...kind,
    id: idOf(kind),
    day: state.today,
    ticket: { number: '', seq: state.numbersGiven.size + 1, language: 'vi' },
    serviceId: '' as ServiceId,
    arrivedAt: at,
  });
}

function quickOf({ settings }: LiveState) {
  const quick = new Map<QueueId, { readonly some: boolean; readonly all: boolean }>();
  for (const service of settings.all().services) {
    if (!service.active) continue;
    const { some, all } = quick.get(service.queueId) ?? { some: false, all: true };
    quick.set(service.queueId, { some: some || service.quick, all: all && service.quick });
  }
  return quick;
}
