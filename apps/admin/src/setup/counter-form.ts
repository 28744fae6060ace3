import type { Counter, CounterId, LocalText, QueueId, QuickCounter } from '@motcua/domain';
import { numberProblem, NO_TEXT, textProblem, tidyText } from '../forms/text-fields.ts';
import { problemsOf, type Problems } from '../forms/words.ts';

/** A counter as it is typed. */
export interface CounterForm {
  readonly number: string;
  readonly name: LocalText;
  readonly queueIds: readonly QueueId[];
  readonly ordered: boolean;
  readonly quick: QuickCounter;
}

export const COUNTER_NUMBER = { least: 1, most: 99 };

/** The next free number, so that nothing has to be looked up. */
export function newCounterForm(counters: readonly Counter[]): CounterForm {
  const taken = new Set(counters.map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number += 1;
  return { number: String(number), name: NO_TEXT, queueIds: [], ordered: false, quick: 'no' };
}

export function toCounterForm({ number, name, queueIds, ordered, quick }: Counter): CounterForm {
  return { number: String(number), name, queueIds, ordered, quick };
}

export function toCounter(id: CounterId, form: CounterForm): Counter {
  return { ...form, id, number: Number(form.number), name: tidyText(form.name) };
}

/** Refuses the number of another counter: a called visitor must find one place. */
export function checkCounter(
  id: CounterId,
  { number, name, queueIds }: CounterForm,
  counters: readonly Counter[],
): Problems {
  const { least, most } = COUNTER_NUMBER;
  const twin = counters.some((other) => other.id !== id && other.number === Number(number));
  return problemsOf({
    number:
      numberProblem(number, least, most) ??
      (twin ? { key: 'admin.problem-counter-number', params: { number } } : null),
    name: textProblem(name),
    queueIds: queueIds.length === 0 ? { key: 'admin.problem-counter-queues' } : null,
  });
}
