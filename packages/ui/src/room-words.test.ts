import { anAnnouncement, T0 } from '@motcua/domain/builders';
import { type Device, type DeviceId, type Instant, roomHealth } from '@motcua/domain';
import { LANGUAGES, texts } from '@motcua/i18n';
import { describe, expect, it } from 'vitest';
import { formatTime } from './format.ts';
import { roomWords } from './room-words.ts';

const toTime = (at: Instant) => formatTime(at, 'Asia/Ho_Chi_Minh');
const WALL: Device = {
  id: 'wall' as DeviceId,
  name: 'Màn hình sảnh',
  role: 'display',
  pairedAt: T0,
  revoked: false,
  locked: false,
  training: false,
  condition: { printer: null, sound: 'on' },
};
const kiosk = (printer: Device['condition']['printer']): Device => ({
  ...WALL,
  id: 'kiosk' as DeviceId,
  name: 'Kiosk cửa chính',
  role: 'kiosk',
  condition: { printer, sound: null },
});

describe('The texts about the room’s equipment', () => {
  it('say when a call was audible, why one was not, and what is wrong with a printer', () => {
    const heard = anAnnouncement({ state: 'played', stateSince: T0, calledAt: T0 });
    const missed = { ...heard, state: 'failed', failure: 'missing-clip' } as const;
    const words = (
      announcements: readonly (typeof heard)[],
      printer: typeof WALL.condition.printer,
    ) =>
      roomHealth(
        { devices: [WALL, kiosk(printer)], announcements, printJobs: [] },
        T0,
      ).findings.map((finding) => roomWords(finding, texts('vi'), toTime));
    expect(words([heard], 'out-of-paper')).toEqual([
      'Kiosk cửa chính: hết giấy.',
      'Loa: đã đọc lượt gọi gần nhất lúc 08:00.',
      'Màn hình sảnh: đã kết nối, loa đã bật.',
    ]);
    expect(words([missed], null)).toEqual([
      'Lượt gọi lúc 08:00 không nghe được: thiếu đoạn ghi âm.',
      'Kiosk cửa chính: không kết nối, chưa biết máy in ra sao.',
      'Màn hình sảnh: đã kết nối, loa đã bật.',
    ]);
  });

  it.each(LANGUAGES)('have no unfilled placeholder in %s', (language) => {
    const { findings } = roomHealth({ devices: [], announcements: [], printJobs: [] }, T0);
    for (const finding of findings)
      expect(roomWords(finding, texts(language), toTime)).not.toMatch(/[{}]/);
  });
});
