import { ok } from '@motcua/domain';
import { expect, it } from 'vitest';
import { THE_HUB_ITSELF } from './hub-command.ts';
import { intercepted, type Interceptor } from './interceptor.ts';

it('lets the first of the list see a command first and its answer last', () => {
  const order: string[] = [];
  const named =
    (name: string): Interceptor =>
    (next) =>
    (command, identity, reason, answer, isUrgent) => {
      order.push(`${name} passes it on`);
      const seen: typeof answer = (result) => {
        order.push(`${name} sees the answer`);
        answer(result);
      };
      next(command, identity, reason, seen, isUrgent);
    };
  const submit = intercepted(
    (_command, _identity, _reason, answer, isUrgent) => {
      order.push(isUrgent?.([]) === true ? 'urgent' : 'in its turn');
      answer(ok([]));
    },
    [named('outer'), named('inner')],
  );
  submit(
    { type: 'close-day' } as never,
    THE_HUB_ITSELF,
    null,
    () => {},
    () => true,
  );
  expect(order).toEqual([
    'outer passes it on',
    'inner passes it on',
    'urgent',
    'inner sees the answer',
    'outer sees the answer',
  ]);
});
