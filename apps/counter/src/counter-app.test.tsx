import { aHubLink } from '@motcua/client/builders';
import type { HubState } from '@motcua/client';
import { ONE_PERSON, type ServiceId } from '@motcua/domain';
import {
  aCalledVisit,
  aCounter,
  aNextStep,
  aServingVisit,
  aWaitingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
} from '@motcua/domain/builders';
import { texts } from '@motcua/i18n';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CounterScreens } from './counter-app.tsx';
import { createCommandRunner } from './page/command-runner.ts';
import { toTimer } from './pad/durations.ts';
import {
  aHubState,
  aMirror,
  anAnnouncementOf,
  HOA_ONLY,
  idOf,
  minutesAgo,
  NOW,
  QUIET_ACCOUNT,
  QUIET_CONTROLS,
  someoneWaiting,
  TWELVE_WAITING,
  WELL_DEVICES,
} from './page/example-room.ts';
import { FloorScreen } from './floor/floor-screen.tsx';
import { partyText } from './visit/party-text.ts';
import { practiceService } from './pad/practice.ts';

const page = (state: HubState) =>
  renderToStaticMarkup(
    <CounterScreens
      hub={aHubLink(state)}
      account={QUIET_ACCOUNT}
      linkToken={null}
      controls={QUIET_CONTROLS}
    />,
  );
const isMuted = (html: string, command: string) =>
  new RegExp(`data-command="${command}" aria-disabled="true"`).test(html);

describe('the page', () => {
  it('asks for name and password when the hub does not know us', () => {
    const html = page(aHubState({ connection: 'turned-away', turnedAway: 'sign-in-first' }));
    expect(html).toContain('type="password"');
  });

  it('shows why a person may not be here at all', () => {
    const html = page(aHubState({ connection: 'turned-away', turnedAway: 'role-not-allowed' }));
    expect(html).toContain('role="alert"');
    expect(html).not.toContain('type="password"');
  });

  it('lets a person without a counter choose, but not the taken one', () => {
    const html = page(aHubState({ mirror: aMirror({ seats: HOA_ONLY }) }));
    expect(html).toContain('Bùi Thị Hoà đang làm việc');
    expect(html.match(/<button[^>]*data-taken="true"/g)).toHaveLength(1);
  });

  it('shows the number, its service and that the call was not heard', () => {
    const visit = aCalledVisit({ priority: 'priority' });
    const announcements = [anAnnouncementOf(visit, { state: 'failed', failure: 'no-sound' })];
    const html = page(aHubState({ mirror: aMirror({ visits: [visit], announcements }) }));
    expect(html).toContain('>H021<');
    expect(html).toContain('Đăng ký kết hôn');
    expect(html).toContain('Xin gọi bằng miệng.');
    expect(html).toContain('title="Ưu tiên"');
  });

  it('warns at once that calls are not heard while no display is paired', () => {
    const visit = aCalledVisit({ calledAt: NOW });
    const announcements = [anAnnouncementOf(visit, { state: 'queued', calledAt: NOW })];
    const mirror = aMirror({ visits: [visit], announcements });
    const html = page(aHubState({ mirror, clockOffsetMs: NOW - Date.now() }));
    expect(html).toContain('Loa KHÔNG đọc được: chưa ghép nối màn hình nào.');
    expect(html).toContain('Xin gọi bằng miệng.');
    expect(html).not.toContain('Sắp được đọc trên loa');
    expect(html).toContain('Vừa gọi xong');
    expect(html).not.toContain('Lượt gọi đang được đọc');
    expect(html).toContain('Chưa ghép nối màn hình nào: số gọi không hiện lên và không được đọc.');
    expect(html).toContain('Chưa ghép nối máy lấy số nào: chưa biết gì về máy in.');
  });

  it('waits for the voice where there is one, and shows the last heard call', () => {
    const visit = aCalledVisit();
    const announcements = [
      anAnnouncementOf(aCalledVisit({ id: idOf('H001') }), { state: 'played' }),
      anAnnouncementOf(visit, { state: 'queued' }),
    ];
    const mirror = aMirror({ visits: [visit], announcements, devices: WELL_DEVICES });
    const html = page(aHubState({ mirror, clockOffsetMs: NOW - Date.now() }));
    expect(html).toContain('Sắp được đọc trên loa');
    expect(html).toContain('Loa: đã đọc lượt gọi gần nhất lúc 08:59.');
    expect(html).toContain('Kiosk cửa chính: báo sẵn sàng, hôm nay chưa in phiếu nào.');
  });

  it('shows the whole wait after a transfer, and of what it is made', () => {
    const waitedBefore = { arrivedAt: minutesAgo(50), firstCalledAt: minutesAgo(33) };
    const visit = aCalledVisit({ ...waitedBefore, calledAt: minutesAgo(1), rewaitedMs: 840_000 });
    const waits = { ...someoneWaiting('H022', 40), firstCalledAt: minutesAgo(30) };
    const visits = [visit, { ...waits, waitingSince: minutesAgo(6) }];
    const html = page(aHubState({ mirror: aMirror({ visits }), clockOffsetMs: NOW - Date.now() }));
    expect(html).toContain('31 phút<small');
    expect(html).toContain('17 phút đến lần gọi đầu, 14 phút chờ lại');
    expect(html).toContain('>16 phút<');
    expect(html).toContain('<span>chờ lại 6 phút</span>');
    expect(html).toContain('được gọi trước');
    expect(html).not.toContain('chờ quá lâu');
  });

  it('asks about a number that was called 55 minutes ago, and names it to the others', () => {
    const visit = aCalledVisit({ calledAt: minutesAgo(55) });
    const html = page(
      aHubState({ mirror: aMirror({ visits: [visit] }), clockOffsetMs: NOW - Date.now() }),
    );
    expect(html).toContain('Đã gọi 55 phút. Bấm “Bắt đầu” nếu người dân đã đến');
    expect(html).toContain('Số H021 được gọi đến quầy 2 đã 55 phút');
  });

  it('offers a counter whose page is gone to a colleague', () => {
    const seat = { counterId: COUNTER_3, state: 'open', clerkId: HOA, since: NOW } as const;
    const gone = { ...seat, training: false, unattendedSince: minutesAgo(20) };
    const html = page(aHubState({ mirror: aMirror({ seats: new Map([[COUNTER_3, gone]]) }) }));
    expect(html).toContain('Không có ai ở đó từ 08:40: mở để làm thay Bùi Thị Hoà');
    expect(html).not.toContain('data-taken');
  });

  it('marks in the list who has a note, and who brings several files', () => {
    const party = { people: 1, files: 3, proxy: false };
    const visits = [{ ...someoneWaiting('H022', 9), party }, someoneWaiting('H023', 5)];
    const noted = { needs: [], priorityGroupId: null, note: 'chờ bản sao' };
    const html = page(
      aHubState({ mirror: aMirror({ visits, care: new Map([[idOf('H023'), noted]]) }) }),
    );
    expect(html.match(/title="Có lời nhắn"/g)).toHaveLength(1);
    expect(html).toContain('<span>3 hồ sơ</span>');
  });

  it('keeps every button in its place and mutes what is not allowed', () => {
    const html = page(aHubState({ mirror: aMirror({ visits: [aServingVisit()] }) }));
    expect(isMuted(html, 'finish')).toBe(false);
    expect(isMuted(html, 'start-service')).toBe(true);
    expect(isMuted(html, 'call-next')).toBe(true);
  });

  it('keeps what it knows while the hub is away, and locks the buttons', () => {
    const mirror = aMirror({ visits: [...TWELVE_WAITING, aServingVisit()] });
    const html = page(aHubState({ connection: 'offline', mirror }));
    expect(html).toContain('>H021<');
    expect(html).toContain('Mất kết nối');
    expect(html).toContain('chưa biết máy in và loa ra sao');
    expect(isMuted(html, 'finish')).toBe(true);
  });

  it('says what helps to serve the visitor, who came along and what follows', () => {
    const visit = aCalledVisit({
      party: { people: 3, files: 2, proxy: true },
      next: [aNextStep({ serviceId: 'copies' as ServiceId })],
    });
    const care = new Map([
      [visit.id, { needs: ['deaf'], priorityGroupId: null, note: 'cần in tờ khai' }] as const,
    ]);
    const html = page(aHubState({ mirror: aMirror({ visits: [visit], care }) }));
    expect(html).toContain('hãy vẫy tay, đừng chỉ gọi');
    expect(html).toContain('cần in tờ khai');
    expect(html).toContain('3 người · 2 hồ sơ · làm thay người khác');
    expect(html).toContain('Việc tiếp theo: Chứng thực bản sao từ bản chính');
  });

  it('shows who is next, and why, while the counter is free', () => {
    const html = page(aHubState({ mirror: aMirror({ visits: TWELVE_WAITING }) }));
    expect(html).toContain('data-part="next-number">H021<');
    expect(html).toMatch(/Chờ \d+ phút, quá 30 phút nên được gọi trước/);
  });

  it('never lets practice be taken for work', () => {
    const state = { counterId: COUNTER_2, state: 'open', clerkId: LAN, since: NOW } as const;
    const seats = new Map([[COUNTER_2, { ...state, training: true }]]);
    expect(page(aHubState({ mirror: aMirror({ seats }) }))).toContain('LUYỆN TẬP');
    expect(page(aHubState())).not.toContain('LUYỆN TẬP');
  });

  it('makes no sound', () => {
    expect(page(aHubState())).not.toMatch(/<(audio|video)/);
  });
});

describe('the floor', () => {
  it('offers numbers, visits, bookings and kiosks to a person without a counter', () => {
    const hub = aHubLink(aHubState());
    const html = renderToStaticMarkup(
      <FloorScreen
        hub={hub}
        runner={createCommandRunner(hub)}
        mirror={aMirror()}
        controls={QUIET_CONTROLS}
        onLeave={() => {}}
      />,
    );
    for (const tab of ['Lấy số giúp', 'Tìm số', 'Lịch hẹn', 'Máy lấy số'])
      expect(html).toContain(tab);
    expect(html).toContain('Đăng ký kết hôn');
    expect(html).not.toContain('Vẫn cấp số được nếu ghi rõ lý do');
  });
});

describe('a practice ticket', () => {
  it('is for the services of the counter in turn', () => {
    const counter = { counter: aCounter({ queueIds: [CERT, CIVIL] }) };
    const given = aWaitingVisit({ training: true });
    const services = [[], [given], [given, aWaitingVisit({ id: idOf('H2'), training: true })]];
    expect(services.map((visits) => practiceService(aMirror({ visits }), counter))).toEqual([
      'marriage',
      'birth',
      'copies',
    ]);
    const none = { counter: aCounter({ queueIds: [] }) };
    expect(practiceService(aMirror(), none)).toBeNull();
  });
});

describe('small things', () => {
  it('speaks of a party only when there is one', () => {
    expect(partyText(ONE_PERSON, texts('vi'))).toBeNull();
    expect(partyText({ people: 2, files: 1, proxy: false }, texts('en'))).toBe('2 people');
  });

  it('writes a timer in minutes and seconds, then in hours', () => {
    expect([toTimer(-1), toTimer(247_900), toTimer(3_727_000)]).toEqual([
      '0:00',
      '4:07',
      '1:02:07',
    ]);
  });
});
