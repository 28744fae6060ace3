import type { HubLink, HubState } from '@motcua/client';
import { aMirror } from '@motcua/client/builders';
import { type Instant, type LocalTime, refuse } from '@motcua/domain';
import { anAnnouncement, aQueue, aSite, someSettings, T0 } from '@motcua/domain/builders';
import { composeAnnouncement } from '@motcua/voice';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Announcer, VoiceState } from '../announcer/announcer.ts';
import { DisplayPage } from './display-page.tsx';
import { ClosedNotice } from '../room/closed-notice.tsx';
import { StaleBanner } from './stale-banner.tsx';
import type { DevicePairing } from '../device/use-device-pairing.ts';

const ALL_DAY = { from: '00:00' as LocalTime, to: '24:00' as LocalTime };
const open24 = someSettings({
  queues: [aQueue()],
  site: aSite({ hours: { week: Array.from({ length: 7 }, () => [ALL_DAY]), closedDays: [] } }),
});

function draw(
  part: Partial<HubState> = {},
  voice: Partial<VoiceState> = {},
  pairing: DevicePairing = { code: '428016', refused: false },
): string {
  const state: HubState = {
    connection: 'live',
    turnedAway: null,
    mirror: aMirror(),
    clockOffsetMs: 0,
    history: null,
    lastMessageAt: T0,
    ...part,
  };
  const hub: HubLink = {
    getState: () => state,
    subscribe: () => () => undefined,
    ask: async () => refuse('hub-unavailable'),
    execute: async () => ({ ok: true, value: [] }),
    close: () => undefined,
  };
  const voiceState: VoiceState = {
    ...{ sound: 'on', speaking: null, pending: [], loudest: null },
    ...voice,
  };
  const announcer: Announcer = {
    getState: () => voiceState,
    subscribe: () => () => undefined,
    unblock: () => undefined,
    close: () => undefined,
  };
  return renderToStaticMarkup(<DisplayPage hub={hub} announcer={announcer} pairing={pairing} />);
}

describe('the display', () => {
  it('shows a welcome before the first call', () => {
    expect(draw({ mirror: aMirror({ settings: open24 }) })).toContain('Kính chào ông, bà!');
  });

  it('shows number, counter and the spoken words, also in the visitor’s language', () => {
    const utterances = composeAnnouncement({
      kind: 'call',
      number: 'H021',
      counterNumber: 3,
      reading: 'cardinal',
      languages: ['vi', 'de'],
    });
    const html = draw({
      mirror: aMirror({ announcements: [anAnnouncement({ counterNumber: 3, utterances })] }),
    });
    expect(html).toContain('>H021<');
    expect(html).toContain('<p lang="vi">Mời công dân có số H021, đến quầy số 3.</p>');
    expect(html).toContain('<p lang="de">Nummer H021, bitte zu Schalter 3.</p>');
  });

  it('lists missed calls and paused counters only while there are any', () => {
    const html = draw({ mirror: aMirror({ missed: ['H015'] }) });
    expect(html).toMatch(/chưa có mặt|not yet here/);
    expect(draw()).not.toContain('notice-strip');
  });

  it('does not invite visitors to take a number while the centre is closed, and says in every language when it opens', () => {
    const html = draw({ mirror: aMirror({ settings: someSettings() }) });
    expect(html).not.toContain('lấy số thứ tự');
    expect(html).toContain('Trung tâm hiện không làm việc');
    const open = draw({ mirror: aMirror({ settings: open24 }) });
    expect(open).toContain('lấy số thứ tự');
    const atRest = draw({
      mirror: aMirror({ settings: { ...open24, queues: [aQueue({ active: false })] } }),
    });
    expect(atRest).not.toContain('lấy số thứ tự');
    expect(atRest).toContain('chưa cấp số');
  });

  it.each([
    [
      'today',
      'break',
      null,
      ['nghỉ giữa giờ', 'lúc 13:30 hôm nay', 'Opens at 13:30 today', 'heute um 13:30'],
    ],
    [
      'tomorrow',
      'numbers-ended',
      null,
      ['hết giờ cấp số', 'lúc 13:30 ngày mai', 'tomorrow', 'morgen'],
    ],
    [
      'later',
      'closed',
      { vi: 'Tết', en: 'New Year' },
      ['Hôm nay nghỉ: Tết', 'Thứ Hai, 23/11', 'Closed today: New Year', 'Monday', 'Montag'],
    ],
  ] as const)('says in three languages that it opens %s', (opensOn, why, reason, words) => {
    const opensAt = (T0 + 5.5 * 3_600_000) as Instant;
    const html = renderToStaticMarkup(
      <ClosedNotice
        issuing={{ open: false, why, opensAt, opensOn, reason }}
        zone="Asia/Ho_Chi_Minh"
      />,
    );
    for (const text of words) expect(html).toContain(text);
  });

  it('offers to turn on the sound only while the browser blocks it', () => {
    expect(draw({}, { sound: 'blocked' })).toContain('Bật âm thanh');
    expect(draw({}, { sound: 'on' })).not.toContain('Bật âm thanh');
    expect(draw({}, { sound: 'off' })).not.toContain('Bật âm thanh');
  });

  it('shows the pairing code while the hub does not know it', () => {
    const html = draw({ connection: 'turned-away', turnedAway: 'unknown-device', mirror: null });
    expect(html).toContain('428 016');
  });

  it('says that an administrator refused it', () => {
    const html = draw(
      { connection: 'turned-away', turnedAway: 'unknown-device', mirror: null },
      {},
      { code: null, refused: true },
    );
    expect(html).toContain('đã từ chối thiết bị này');
  });

  it('says why the hub refused it otherwise', () => {
    const html = draw({ connection: 'turned-away', turnedAway: 'protocol-mismatch', mirror: null });
    expect(html).toContain('không cùng phiên bản');
  });

  it('says that it is still connecting', () => {
    expect(draw({ connection: 'connecting', mirror: null })).toContain('Đang kết nối');
  });
});

it('says how old the shown state is, in the local time of the site', () => {
  const html = renderToStaticMarkup(
    <StaleBanner
      staleness={{ lastMessageAt: T0, ageMs: 125_000 }}
      zone="Asia/Ho_Chi_Minh"
      clockOffsetMs={1_000}
    />,
  );
  expect(html).toContain('Mất kết nối – thông tin lúc 08:00:01 (cách đây 2 phút)');
});
