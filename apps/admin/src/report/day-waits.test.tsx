// @vitest-environment happy-dom
import type { LocalDate, QueueId } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { afterEach, describe, expect, it } from 'vitest';
import { render, type Rendered } from '@motcua/ui/rendered';
import type { Place } from '../frame/pages.ts';
import { DayWaits, type DayWaitsProps } from './day-waits.tsx';

const MINUTE = 60_000;
const WAIT: DayWaitsProps['report']['longestWaits'][number] = {
  ...{ number: 'H021', queueId: 'gone' as QueueId, counterNumber: 1, peopleAhead: 3 },
  ...{ waitingTime: 31 * MINUTE, rewaitingTime: null, wholeWait: 31 * MINUTE, heldTime: 0 },
  ...{ arrivedAt: T0, calledAt: T0 },
};

describe('the longest waits of a day', () => {
  let page: Rendered;
  afterEach(() => page.unmount());
  const open = async (longestWaits: DayWaitsProps['report']['longestWaits']) => {
    const went: Place[] = [];
    const report = { day: '2026-11-23' as LocalDate, longestWaits, queues: [] };
    page = await render(<DayWaits report={report} go={(place) => went.push(place)} />);
    return went;
  };

  it('lead to the story of each, also where its queue is no more', async () => {
    const went = await open([WAIT]);
    expect(page.text()).toContain('31 phút');
    await page.click('Vì sao? H021');
    expect(went).toEqual([{ page: 'story', part: '2026-11-23_H021' }]);
  });

  it('are not shown where no visit was called', async () => {
    await open([]);
    expect(page.text()).toBe('');
  });
});
