import type { CounterId, LocalText } from '../ids.ts';
import type { Queue } from '../queue/queue.ts';
import type { Counter } from '../site/counter.ts';
import type { Settings } from '../site/settings.ts';

/** The highest number of a counter. */
export const MAX_COUNTERS = 99;
const LONGEST_NAME = 80;

/**
 * The settings with counters 1 to `count`, so that each queue is called at one at least. Those that exist stay as they
 * are but for queues that no counter calls; higher ones are removed.
 */
export function proposeCounters(settings: Settings, count: number): Settings {
  // In the order of the kiosk, so that neighbouring groups come to one counter.
  const place = ({ id }: Queue) => {
    const group = settings.services.find(({ queueId }) => queueId === id)?.groupId;
    return settings.serviceGroups.find((each) => each.id === group)?.order ?? Infinity;
  };
  const queues = settings.queues
    .filter(({ active }) => active)
    .toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  const kept = settings.counters.filter(({ number }) => number <= count);
  const free = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !kept.some((counter) => counter.number === number),
  );
  const uncalled = queues.filter(({ id }) => !kept.some(({ queueIds }) => queueIds.includes(id)));
  const made = free.map((number, index) =>
    newCounter(number, share(uncalled.length > 0 ? uncalled : queues, index, free.length)),
  );
  return { ...settings, counters: made.length > 0 ? [...kept, ...made] : spread(kept, uncalled) };
}

/** The queues of one of several new counters: neighbours stay together; beyond one queue each they begin anew. */
function share(queues: readonly Queue[], place: number, counters: number): readonly Queue[] {
  const count = queues.length;
  if (counters > count) return queues.filter((_, index) => index === place % count);
  const edge = (index: number) => Math.round((index * count) / counters);
  return queues.slice(edge(place), edge(place + 1));
}

/** Each queue goes to the counter that calls the fewest. */
function spread(counters: readonly Counter[], queues: readonly Queue[]): readonly Counter[] {
  return queues.reduce((all, { id }) => {
    const fewest = Math.min(...all.map(({ queueIds }) => queueIds.length));
    const first = all.findIndex(({ queueIds }) => queueIds.length === fewest);
    return all.map((counter, index) =>
      index === first ? { ...counter, queueIds: [...counter.queueIds, id] } : counter,
    );
  }, counters);
}

function newCounter(number: number, queues: readonly Queue[]): Counter {
  return {
    id: `counter-${number}` as CounterId,
    number,
    name: nameOf(queues),
    queueIds: queues.map(({ id }) => id),
    ordered: false,
    quick: 'no',
  };
}

/** The names of its queues, as many as fit. */
function nameOf(queues: readonly Queue[]): LocalText {
  const [first, ...others] = queues.map(({ name }) => name);
  if (first === undefined) return { vi: 'Quầy', en: 'Counter', de: 'Schalter' };
  return others.reduce((name, other) => {
    const longer = join(name, other);
    return longer.vi.length > LONGEST_NAME ? name : longer;
  }, first);
}

function join(name: LocalText, other: LocalText): LocalText {
  const { vi, en = vi, de = vi } = name;
  return {
    vi: `${vi}; ${other.vi}`,
    en: `${en}; ${other['en'] ?? other.vi}`,
    de: `${de}; ${other['de'] ?? other.vi}`,
  };
}
