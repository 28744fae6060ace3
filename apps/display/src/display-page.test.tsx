import type { HubLink, HubState } from '@motcua/client';
import { aMirror } from '@motcua/client/builders';
import { refuse } from '@motcua/domain';
import { anAnnouncement, T0 } from '@motcua/domain/builders';
import { composeAnnouncement } from '@motcua/voice';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Announcer, VoiceState } from './announcer/announcer.ts';
import { DisplayPage } from './display-page.tsx';
import { StaleBanner } from './stale-banner.tsx';

function draw(part: Partial<HubState> = {}, voice: Partial<VoiceState> = {}): string {
  const state: HubState = {
    connection: 'live',
    turnedAway: null,
    mirror: aMirror(),
    clockOffsetMs: 0,
    history: null,
    heardAt: T0,
    ...part,
  };
  const hub: HubLink = {
    getState: () => state,
    subscribe: () => () => undefined,
    ask: async () => refuse('hub-unavailable'),
    execute: async () => ({ ok: true, value: [] }),
    close: () => undefined,
  };
  const voiceState: VoiceState = { sound: 'on', speaking: null, loudest: null, ...voice };
  const announcer: Announcer = {
    getState: () => voiceState,
    subscribe: () => () => undefined,
    unblock: () => undefined,
    close: () => undefined,
  };
  return renderToStaticMarkup(<DisplayPage hub={hub} announcer={announcer} pairingCode="428016" />);
}

describe('the display', () => {
  it('greets the room before the first call', () => {
    expect(draw()).toContain('Kính chào ông, bà!');
  });

  it('shows number, counter and the words that are spoken, also in the visitor’s language', () => {
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

  it('names who missed a call, and how many more, only while there is somebody', () => {
    const ten = Array.from({ length: 10 }, (_, n) => `H0${10 + n}`);
    const html = draw({ mirror: aMirror({ missed: ten }) });
    expect(html).toContain('Số đã gọi, chưa có mặt');
    expect(html).toContain('>H015<');
    expect(html).not.toContain('H016');
    expect(html).toContain('và 4 số khác');
    expect(draw()).not.toContain('chưa có mặt');
  });

  it('offers to turn on the sound only while the browser forbids it', () => {
    expect(draw({}, { sound: 'blocked' })).toContain('Bật âm thanh');
    expect(draw({}, { sound: 'on' })).not.toContain('Bật âm thanh');
    expect(draw({}, { sound: 'off' })).not.toContain('Bật âm thanh');
  });

  it('shows the pairing code while the hub does not know it', () => {
    const html = draw({ connection: 'turned-away', turnedAway: 'unknown-device', mirror: null });
    expect(html).toContain('428 016');
  });

  it('says why the hub does not let it in otherwise', () => {
    const html = draw({ connection: 'turned-away', turnedAway: 'protocol-mismatch', mirror: null });
    expect(html).toContain('không cùng phiên bản');
  });

  it('says that it is still connecting', () => {
    expect(draw({ connection: 'connecting', mirror: null })).toContain('Đang kết nối');
  });
});

it('says how old the picture is, on the clock of the site', () => {
  const html = renderToStaticMarkup(
    <StaleBanner
      staleness={{ heardAt: T0, ageMs: 125_000 }}
      zone="Asia/Ho_Chi_Minh"
      clockOffsetMs={1_000}
    />,
  );
  expect(html).toContain('Mất kết nối – thông tin lúc 08:00:01 (cách đây 2 phút)');
});
