import type { CounterView } from '../screens/counter-view.ts';
import type { Mirror } from '@motcua/client';
import type { ServiceId } from '@motcua/domain';

/** The service of the next training ticket: the services of the counter's queues in rotation. */
export function practiceService(
  { settings, visits }: Pick<Mirror, 'settings' | 'visits'>,
  { counter }: Pick<CounterView, 'counter'>,
): ServiceId | null {
  const services = settings.services.filter(
    ({ active, queueId }) => active && counter.queueIds.includes(queueId),
  );
  const given = [...visits.values()].filter(({ training }) => training).length;
  return services[given % Math.max(1, services.length)]?.id ?? null;
}
