// @vitest-environment happy-dom
import { aHubLink } from '@motcua/client/builders';
import {
  type CounterState,
  type Instant,
  ok,
  refuse,
  type Refusal,
  type ServiceId,
  type Visit,
} from '@motcua/domain';
import {
  aCalledVisit,
  aClosedVisit,
  aNextStep,
  aParkedVisit,
  aServingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  T0,
} from '@motcua/domain/builders';
import type { Mirror } from '@motcua/client';
import type { Change, ChangeOf } from '@motcua/protocol';
import { render, type Rendered } from '@motcua/ui/rendered';
import { afterEach, describe, expect, it } from 'vitest';
import { CounterScreens } from '../counter-app.tsx';
import {
  aHubState,
  aMirror,
  anAnnouncementOf,
  idOf,
  LAND,
  minutesAgo,
  NOW,
  QUIET_ACCOUNT,
  QUIET_CONTROLS,
  someoneWaiting,
  WELL_DEVICES,
} from '../page/example-room.ts';

const called = aCalledVisit({ calledAt: minutesAgo(2) });
const serving = aServingVisit();
const H022 = someoneWaiting('H022', 9);
const H023 = someoneWaiting('H023', 5);
const seatOf = (part: object) =>
  new Map([
    [
      COUNTER_2,
      { counterId: COUNTER_2, state: 'open', clerkId: LAN, since: T0, training: false, ...part },
    ],
  ]) as Mirror['counters'];

const meta = { at: NOW, by: { deviceId: null, personId: LAN, reason: null } };
const changed = (
  visit: Visit,
  action: ChangeOf<'visit-changed'>['action'],
): ChangeOf<'visit-changed'> => ({
  ...{ type: 'visit-changed', seq: 1, ...meta, because: null },
  ...{ visit, action, counterId: COUNTER_2 },
});
const counterChanged = (counter: CounterState, undone = false): ChangeOf<'counter-changed'> => ({
  ...{ type: 'counter-changed', seq: 1, ...meta, counter, undone },
});

describe('the page of a counter', () => {
  let shown: Rendered;
  let hub: ReturnType<typeof aHubLink>;
  /** What the hub answers next; then it accepts again without a change. */
  let answers: (readonly Change[] | Refusal)[] = [];

  const state = (room: Parameters<typeof aMirror>[0]) =>
    aHubState({
      mirror: aMirror({ devices: WELL_DEVICES, ...room }),
      clockOffsetMs: NOW - Date.now(),
    });
  async function show(room: Parameters<typeof aMirror>[0]): Promise<void> {
    answers = [];
    hub = aHubLink(state(room), async () => {
      const answer = answers.shift() ?? [];
      return 'code' in answer ? refuse(answer.code, answer.detail) : ok(answer);
    });
    const asks = { askClock: async () => false, askBackups: async () => false };
    const page = {
      hub,
      account: QUIET_ACCOUNT,
      linkToken: null,
      controls: QUIET_CONTROLS,
      ...asks,
    };
    shown = await render(<CounterScreens {...page} />);
  }
  const become = (room: Parameters<typeof aMirror>[0]) => shown.after(() => hub.set(state(room)));
  const message = () => shown.text('[data-part="message-bar"] output');
  const last = () => hub.commands.at(-1);
  const onVisit = (action: object, words: object = {}) => ({
    ...{ type: 'act-on-visit', visitId: called.id, counterId: COUNTER_2, action },
    ...{ note: null, reason: null, ...words },
  });

  afterEach(() => shown.unmount());

  it('sends what each key is for', async () => {
    await show({});
    for (const [key, visit, action] of [
      ['s', called, { type: 'start-service' }],
      ['p', called, { type: 'park', shared: false }],
      ['Shift+P', called, { type: 'park', shared: true }],
      ['b', called, { type: 'send-back' }],
      ['v', called, { type: 'mark-no-show' }],
      ['r', called, { type: 'recall' }],
      ['f', serving, { type: 'finish' }],
      [
        't',
        aServingVisit({ next: [aNextStep({ serviceId: 'copies' as ServiceId })] }),
        { type: 'go-on' },
      ],
    ] as const) {
      await become({ visits: [visit, H022] });
      await shown.press(key);
      expect(last(), key).toEqual(onVisit(action));
    }
  });

  it('calls with Enter, finishes and calls with Shift and Enter', async () => {
    await show({ visits: [H022] });
    await shown.press('Enter');
    expect(last()).toEqual({ type: 'call-next', counterId: COUNTER_2, finishCurrent: false });
    await become({ visits: [serving, H022] });
    await shown.press('Shift+Enter');
    expect(last()).toEqual({ type: 'call-next', counterId: COUNTER_2, finishCurrent: true });
  });

  it('is not skipped for the next before its calls were heard, and then by one key', async () => {
    const visit = { ...called, callCount: 3, calledAt: NOW };
    const announcement = { state: 'playing', calledAt: NOW } as const;
    const visits = [visit, H022];
    await show({ visits, announcements: [anAnnouncementOf(visit, announcement)] });
    expect(shown.text()).toContain('Loa đang đọc số');
    await shown.press('v');
    expect(message()).toBe('Lượt gọi đang được đọc. Xin đợi giây lát.');
    await shown.press('Enter');
    expect(hub.commands).toEqual([]);

    const heard = { state: 'played', calledAt: minutesAgo(2), stateSince: minutesAgo(2) } as const;
    const before = { ...visit, calledAt: minutesAgo(2) };
    await become({ visits: [before, H022], announcements: [anAnnouncementOf(before, heard)] });
    expect(shown.text('[data-command="call-next"]')).toContain('Ghi vắng mặt, gọi số tiếp theo');
    await shown.press('Enter');
    expect(last()).toMatchObject({ type: 'call-next', finishCurrent: true });
  });

  it('lets one key bring back the one who missed a call', async () => {
    const missed = aClosedVisit({
      ...{ id: idOf('H020'), ticket: { ...called.ticket, number: 'H020' }, outcome: 'no-show' },
      ...{ counterId: COUNTER_2, closedAt: minutesAgo(1) },
    });
    await show({ visits: [missed, H022] });
    await shown.click(/^Lỡ lượt/);
    expect(shown.text()).toMatch(/còn đợi/);
    await shown.press('j');
    expect(last()).toEqual({ ...onVisit({ type: 'reinstate' }), visitId: missed.id });
  });

  it('offers to undo an action for ten seconds, says so, and offers it once', async () => {
    await show({ visits: [H022] });
    const visit = aCalledVisit({ ...H022, state: 'called', calledAt: NOW });
    answers = [[changed(visit, 'call')]];
    await become({ visits: [visit] });
    await become({ visits: [H022] });
    await shown.press('Enter');
    await become({ visits: [visit] });
    expect(message()).toBe('Đã gọi H022');
    answers = [[changed(H022, 'undo')]];
    await shown.press('z');
    expect(last()).toEqual({ type: 'undo', counterId: COUNTER_2 });
    await become({ visits: [H022] });
    expect(message()).toBe('Đã hoàn tác: H022');
    await shown.press('z');
    expect(message()).toContain('Không còn thao tác nào để hoàn tác.');
    expect(hub.commands).toHaveLength(2);
  });

  it('saves a note, and undoes it once, with the note from before', async () => {
    const care = { needs: [], priorityGroupId: null, note: 'chờ bản sao' } as const;
    await show({ visits: [called] });
    await shown.press('i');
    await shown.type(shown.field('Lời nhắn cho cán bộ tiếp theo'), 'chờ bản sao ');
    answers = [[{ type: 'care-changed', seq: 1, ...meta, visitId: called.id, care }]];
    await shown.submit();
    expect(last()).toEqual({ type: 'set-care', visitId: called.id, care });
    await become({ visits: [called], care: new Map([[called.id, care]]) });
    expect(message()).toBe('Đã ghi lưu ý cho H021');
    const before = { ...care, note: '' };
    answers = [[{ type: 'care-changed', seq: 1, ...meta, visitId: called.id, care: before }]];
    await shown.press('z');
    expect(last()).toEqual({ type: 'set-care', visitId: called.id, care: before });
    await become({ visits: [called] });
    expect(message()).toBe('Đã hoàn tác: H021');
    await shown.press('z');
    expect(message()).toContain('Không còn thao tác nào để hoàn tác.');
    expect(hub.commands).toHaveLength(2);
  });

  it('pauses for a reason; the pause and the leaving of the counter can be undone', async () => {
    await show({});
    const paused = {
      ...seatOf({ state: 'paused', reason: 'short-break' }).get(COUNTER_2),
    } as CounterState;
    answers = [[counterChanged(paused)]];
    await shown.press('n');
    await shown.press('1');
    expect(last()).toMatchObject({ type: 'pause-counter', counterId: COUNTER_2 });
    await become({ seats: seatOf({ state: 'paused', reason: 'short-break' }) });
    expect(message()).toBe('Quầy 2 đã tạm ngừng');
    await shown.press('n');
    expect(last()).toEqual({ type: 'resume-counter', counterId: COUNTER_2 });

    await become({});
    answers = [[counterChanged({ counterId: COUNTER_2, state: 'closed' })]];
    await shown.click('Đổi quầy');
    expect(last()).toEqual({ type: 'close-counter', counterId: COUNTER_2 });
    await become({ seats: new Map() });
    expect(shown.text('h1')).not.toBe('');
    expect(message()).toBe('Đã đóng quầy 2');
    await shown.press('z');
    expect(last()).toEqual({ type: 'undo', counterId: COUNTER_2 });
  });

  it('is not left while a visit is there', async () => {
    await show({ visits: [called] });
    await shown.click('Đổi quầy');
    expect(message()).toBe('Hãy giải quyết xong số H021 trước khi rời quầy.');
    expect(hub.commands).toEqual([]);
  });

  it('gives priority with a listed reason, and postpones by a digit', async () => {
    await show({ visits: [called] });
    await shown.press('u');
    await shown.press('1');
    expect(last()).toEqual(
      onVisit({ type: 'set-priority', priority: 'priority' }, { reason: 'Cần được hỗ trợ sớm' }),
    );
    await shown.press('h');
    await shown.press('2');
    expect(last()).toEqual(onVisit({ type: 'postpone', minutes: 10 }));
  });

  it('transfers with a note, to a clerk, and back', async () => {
    await show({ visits: [serving] });
    await shown.press('c');
    await shown.click(/^Chứng thực, sao y/);
    await shown.click('Bùi Thị Hoà');
    await shown.type(shown.field('Lời nhắn cho cán bộ tiếp theo'), 'cần in tờ khai');
    await shown.click('Rồi quay lại tôi');
    await shown.submit();
    const reservedFor = { type: 'clerk', clerkId: HOA };
    expect(last()).toEqual(
      onVisit(
        { type: 'transfer', toQueueId: CERT, reservedFor, andBack: true },
        { note: 'cần in tờ khai' },
      ),
    );
  });

  it('adds a service; with a reason when its numbers for today are used up', async () => {
    await show({ visits: [called] });
    const action = { type: 'add-service', serviceId: 'birth' };
    answers = [{ code: 'quota-reached', detail: {} }];
    await shown.press('a');
    await shown.click(/^Đăng ký khai sinh/);
    await shown.submit();
    expect(last()).toEqual(onVisit(action));
    await shown.click('Quay lại bổ sung giấy tờ');
    await shown.submit();
    expect(last()).toEqual(onVisit(action, { reason: 'papers' }));
    expect(hub.commands).toHaveLength(2);
  });

  it('calls out of turn only with a reason', async () => {
    await show({ visits: [H022, H023] });
    await shown.click('Thao tác khác cho số H023');
    await shown.click('Gọi số này');
    expect(hub.commands).toEqual([]);
    await shown.click('Quay lại bổ sung giấy tờ');
    await shown.submit();
    expect(hub.commands).toEqual([
      { ...onVisit({ type: 'call' }, { reason: 'papers' }), visitId: H023.id },
    ]);
  });

  it('reserves a waiting visit for a clerk', async () => {
    await show({ visits: [H022] });
    await shown.click('Thao tác khác cho số H022');
    await shown.click('Dành cho quầy hoặc cán bộ');
    await shown.click('Nguyễn Thị Lan');
    await shown.submit();
    const reservedFor = { type: 'clerk', clerkId: LAN };
    expect(last()).toEqual({ ...onVisit({ type: 'reserve', reservedFor }), visitId: H022.id });
  });

  it('continues with what another counter parked for all', async () => {
    await show({ visits: [aParkedVisit({ counterId: COUNTER_3, clerkId: HOA, shared: true })] });
    await shown.click(/^Tạm gác \d/);
    expect(shown.text()).toContain('gác chung');
    await shown.click('Gọi lại H021');
    expect(last()).toEqual(onVisit({ type: 'call' }));
  });

  it('says who is next by the rule of the centre as it is now', async () => {
    const rule = (mode: object) => ({ rule: { mode, maxWaitMinutes: 60 } }) as never;
    const visits = [H022, { ...H023, priority: 'priority' as const }];
    await show({ visits, site: rule({ type: 'strict' }) });
    const next = () => [
      shown.text('[data-part="next-number"]'),
      shown.text('[data-part="next-why"]'),
    ];
    expect(next()).toEqual(['H023', 'Người ưu tiên được gọi trước.']);
    await become({ visits, site: rule({ type: 'ageing', bonusMinutes: 1 }) });
    expect(next()).toEqual(['H022', 'Chờ lâu nhất trong các hàng của quầy.']);
    await become({ visits, site: rule({ type: 'ageing', bonusMinutes: 15 }) });
    expect(next()).toEqual(['H023', 'Ưu tiên được tính thêm 15 phút chờ.']);
  });

  it('says why visits wait and none is next', async () => {
    const later = { ...H022, notBefore: (NOW + 600_000) as Instant };
    const kept = { ...H023, reservedFor: { type: 'clerk', clerkId: HOA } as const };
    const S014 = someoneWaiting('S014', 3);
    await show({ visits: [later, kept, S014], skills: [CIVIL, LAND] });
    expect(shown.text('[data-part="next-why"]')).toContain(
      '1 số dành cho quầy hoặc cán bộ khác · 1 số hẹn quay lại sau · 1 số cần cán bộ chuyên môn khác',
    );
  });

  it('opens for practice only when that was chosen, and gets numbers for practice', async () => {
    await show({ seats: new Map() });
    await shown.click('Mở quầy để luyện tập');
    await shown.press('2');
    expect(last()).toEqual({ type: 'open-counter', counterId: COUNTER_2, training: true });
    await become({ seats: seatOf({ training: true }) });
    await shown.click('Lấy một số thử');
    expect(last()).toMatchObject({ type: 'issue-ticket', training: true });
  });
});
