import { type Caller, CallHistory, type Site } from '@motcua/domain';
import { CERT, CIVIL, COUNTER_2, COUNTER_3, HOA, LAN } from '@motcua/domain/builders';
import { texts } from '@motcua/i18n';
import { describe, expect, it } from 'vitest';
import { callerAt } from '../pad/caller.ts';
import { counterView } from '../screens/counter-view.ts';
import { aMirror, idOf, minutesAgo, NOW, someoneWaiting } from '../page/example-room.ts';
import { whyText } from '../room/next-up.tsx';

type Room = NonNullable<Parameters<typeof aMirror>[0]>;

function why(room: Room, counter: Partial<Pick<Caller, 'quick' | 'ordered'>> = {}) {
  const mirror = aMirror(room);
  const counters = mirror.settings.counters.map((each) => ({ ...each, ...counter }));
  const seen = counterView(
    { ...mirror, settings: { ...mirror.settings, counters } },
    COUNTER_2,
    NOW,
  );
  if (seen === null) throw new Error('no such counter');
  const sentence = whyText(seen.next, seen.counter, mirror.settings.site, NOW, texts('vi'));
  const number = seen.next.type === 'next' ? seen.next.visit.ticket.number : null;
  return { number, sentence };
}
const withMode = (mode: Site['rule']['mode']) => ({ site: { rule: { mode, maxWaitMinutes: 30 } } });
const normal = someoneWaiting('H022', 12);
const priority = someoneWaiting('H023', 5, 'priority');

describe('the reason for the next visit', () => {
  it('is that the wait was too long, with the bound of the site', () => {
    expect(why({ visits: [someoneWaiting('H021', 32), priority] })).toEqual({
      number: 'H021',
      sentence: 'Chờ 32 phút, quá 30 phút nên được gọi trước.',
    });
  });

  it('is the turn of its class, from the calls of this counter', () => {
    expect(why({ visits: [normal, priority] })).toEqual({
      number: 'H023',
      sentence: 'Đến lượt ưu tiên (1 ưu tiên rồi 2 thường).',
    });
    const calls = CallHistory.of({ [COUNTER_2]: ['priority'] });
    expect(why({ visits: [normal, priority], calls })).toEqual({
      number: 'H022',
      sentence: 'Đến lượt thường (1 ưu tiên rồi 2 thường).',
    });
  });

  it('is priority as the site handles it', () => {
    const visits = [normal, priority];
    expect(why({ visits, ...withMode({ type: 'strict' }) }).sentence).toBe(
      'Người ưu tiên được gọi trước.',
    );
    expect(why({ visits, ...withMode({ type: 'ageing', bonusMinutes: 15 }) }).sentence).toBe(
      'Ưu tiên được tính thêm 15 phút chờ.',
    );
  });

  it('is the booked time', () => {
    const due = { ...someoneWaiting('H024', 20), bookedFor: minutesAgo(5) };
    expect(why({ visits: [normal, due] }).sentence).toBe('Đến giờ hẹn 08:55.');
    const early = { ...someoneWaiting('H024', 20), bookedFor: minutesAgo(-30) };
    expect(why({ visits: [early] }).sentence).toContain('Hẹn lúc 09:30, gọi sớm');
  });

  it('is since when its place counts, where it was called before', () => {
    const waits = { ...someoneWaiting('H024', 40), firstCalledAt: minutesAgo(30) };
    expect(why({ visits: [waits] }).sentence).toBe(
      'Giữ chỗ từ 40 phút trước, quá 30 phút nên được gọi trước.',
    );
    const missed = { ...someoneWaiting('H024', 50), placedAt: minutesAgo(35) };
    expect(why({ visits: [missed] }).sentence).toContain('Giữ chỗ từ 35 phút trước');
  });

  it('is else the longest wait, as the counter takes its queues', () => {
    const visits = [normal, { ...someoneWaiting('S014', 20), quick: true }];
    expect(why({ visits })).toMatchObject({
      number: 'S014',
      sentence: 'Chờ lâu nhất trong các hàng của quầy.',
    });
    expect(why({ visits }, { ordered: true }).sentence).toContain('hàng quầy gọi trước');
    expect(why({ visits }, { quick: 'first' }).sentence).toContain('Việc nhanh');
  });
});

describe('the reason for an empty turn', () => {
  it('counts the visits that wait all the same, by reason', () => {
    const visits = [
      { ...someoneWaiting('H022', 9), reservedFor: { type: 'clerk', clerkId: HOA } as const },
      { ...someoneWaiting('H023', 9), notBefore: minutesAgo(-10) },
      someoneWaiting('S001', 9),
      someoneWaiting('L008', 9),
    ];
    expect(why({ visits, skills: [CIVIL] })).toEqual({
      number: null,
      sentence:
        '1 số dành cho quầy hoặc cán bộ khác · 1 số hẹn quay lại sau · 1 số cần cán bộ chuyên môn khác',
    });
    expect(why({ visits: [someoneWaiting('H022', 9)] }, { quick: 'only' }).sentence).toContain(
      'việc dài',
    );
  });

  it('is empty in an empty room', () => {
    expect(why({})).toEqual({ number: null, sentence: '' });
  });
});

describe('the counter as a caller', () => {
  it('serves only what its clerk can, and calls no visit while it is closed', () => {
    const mirror = aMirror({ skills: [CERT], visits: [{ ...normal, id: idOf('H022') }] });
    const [counter] = mirror.settings.counters;
    if (counter === undefined) throw new Error('no counter');
    const state = { counterId: COUNTER_2, state: 'open', clerkId: LAN, since: NOW } as const;
    expect(callerAt(mirror, counter, { ...state, training: true })).toMatchObject({
      queueIds: [CERT],
      training: true,
    });
    expect(callerAt(mirror, counter, { counterId: COUNTER_3, state: 'closed' })).toBeNull();
  });
});
