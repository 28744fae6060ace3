import {
  type CounterId,
  type CounterState,
  type Device,
  type DeviceId,
  UNKNOWN_CONDITION,
  type Visit,
  type VisitId,
} from '@motcua/domain';
import {
  aCalledVisit,
  anAnnouncement,
  aPrintJob,
  aQueue,
  COUNTER_2,
  KIOSK_1,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
} from '@motcua/domain/builders';
import { LANGUAGES, type Language } from '@motcua/i18n';
import { LanguageProvider } from '@motcua/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { aMirror } from '../example-mirror.ts';
import { AttentionNow } from './attention-now.tsx';
import { attentionNow } from './attention.ts';
import type { QueueNow } from './today-view.ts';

const device = (id: DeviceId, role: Device['role'], condition: Device['condition']): Device => ({
  ...{ id, name: id, role, pairedAt: T0, revoked: false, condition },
  ...{ locked: false, training: false },
});
const WALL = 'Ti vi' as DeviceId;
const wall = device(WALL, 'display', { printer: null, sound: 'on' });
const kiosk = device(KIOSK_1, 'kiosk', { printer: 'ready', sound: null });
const heard = anAnnouncement({ state: 'played', calledAt: T0, stateSince: T0 });
const printed = aPrintJob({ state: 'printed', kioskId: KIOSK_1, settledAt: T0 });
const well = {
  devices: new Map([wall, kiosk].map((each) => [each.id, each])),
  announcements: [heard],
  printJobs: new Map([[printed.id, printed]]),
  ...{
    counters: new Map<CounterId, CounterState>(),
    visits: new Map<VisitId, Visit>(),
    today: TODAY,
  },
};
const calm: QueueNow = {
  ...{ queue: aQueue(), waiting: 1, priority: 0 },
  ...{ longestWait: null, beyondBound: 0, longestBeyondMs: 0, unattended: 0 },
};
const at = minutesAfterT0(1);
const linesOf = (
  part: Partial<typeof well>,
  queues: readonly QueueNow[] = [calm],
  gaps: Parameters<typeof attentionNow>[2] = [],
  language: Language = 'en',
) => {
  const now = attentionNow({ ...well, ...part }, queues, gaps, at);
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <AttentionNow now={now} mirror={aMirror()} />
    </LanguageProvider>,
  )
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .split(/<[^>]+>/)
    .filter((words) => words !== '');
};

describe('the state of the room on Today', () => {
  it('is well only when a call was heard and a slip came out', () => {
    expect(linesOf({})).toEqual([
      'All is well, as far as it was heard',
      expect.stringMatching(/the latest call was spoken at 08:00.*printed at 08:00/),
    ]);
    expect(linesOf({ announcements: [], printJobs: new Map() })[0]).toBe(
      'Not everything is known yet',
    );
  });

  it('is not well while a display is gone, whatever was heard before', () => {
    const gone = { ...wall, condition: UNKNOWN_CONDITION };
    const lines = linesOf({ devices: new Map([gone, kiosk].map((each) => [each.id, each])) });
    expect(lines[0]).toBe('Please see to this');
    expect(lines[1]).toBe('No display is connected: calls are neither shown nor heard.');
  });

  it('is not well while a visit waits beyond the bound, and names that first', () => {
    const late: QueueNow = {
      ...{ ...calm, longestBeyondMs: 47 * 60_000, beyondBound: 2, unattended: 3 },
    };
    const lowPaper = device(KIOSK_1, 'kiosk', { printer: 'near-end', sound: null });
    const lines = linesOf({ devices: new Map([wall, lowPaper].map((each) => [each.id, each])) }, [
      late,
    ]);
    expect(lines.slice(0, 4)).toEqual([
      'Please see to this',
      'Civil status: 2 have waited beyond 30 minutes, the longest 47 min.',
      'kiosk-1: paper nearly out.',
      'Civil status: 3 wait, and no open counter calls them.',
    ]);
  });

  it.each(LANGUAGES)('ends a sentence with one full stop, in %s', (language) => {
    const late: QueueNow = { ...calm, longestBeyondMs: 47 * 60_000, beyondBound: 2 };
    const [, line] = linesOf({}, [late], [], language);
    expect(line).toMatch(/47.*[^.]\.$/);
  });

  it('names a visit called long ago, and a counter without its page', () => {
    const called = aCalledVisit({ calledAt: minutesAfterT0(-54) });
    const open: CounterState = {
      ...{ counterId: COUNTER_2, state: 'open', clerkId: LAN, since: T0, training: false },
      unattendedSince: T0,
    };
    const lines = linesOf({
      visits: new Map([[called.id, called]]),
      counters: new Map([[COUNTER_2, open]]),
    });
    expect(lines[0]).toBe('Please see to this');
    expect(lines[1]).toContain('Nguyễn Thị Lan');
    expect(lines[2]).toMatch(/H021.*55/);
  });

  it('is not well while something of the set-up is missing, and names that only once', () => {
    const lines = linesOf(
      { devices: new Map([[kiosk.id, kiosk]]) },
      [calm],
      [{ type: 'no-display' }],
    );
    expect(lines[0]).toBe('Not everything is known yet');
    expect(lines.join(' ')).not.toContain('No display is paired');
  });
});
