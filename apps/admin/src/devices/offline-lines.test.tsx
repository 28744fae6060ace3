import type { DeviceId } from '@motcua/domain';
import { KIOSK_1, minutesAfterT0 } from '@motcua/domain/builders';
import { LanguageProvider } from '@motcua/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { OfflineLines } from './offline-lines.tsx';

const ZONE = 'Asia/Ho_Chi_Minh';
const GONE = 'kiosk-9' as DeviceId;
const devices = new Map([[KIOSK_1, { name: 'Kiosk 1' }]]);
const time = (deviceId: DeviceId, from: number, until: number, numbers: number) => ({
  ...{ deviceId, numbers },
  from: minutesAfterT0(from),
  until: minutesAfterT0(until),
});

describe('the lines about kiosks without the hub', () => {
  const lines = (language: 'vi' | 'en' | 'de', ...times: readonly ReturnType<typeof time>[]) =>
    renderToStaticMarkup(
      <LanguageProvider language={language}>
        <OfflineLines times={times} devices={devices} zone={ZONE} />
      </LanguageProvider>,
    )
      .replaceAll(/<\/?ul[^>]*>|<\/li>/g, '')
      .split('<li>')
      .filter((line) => line !== '');

  it('say which one, from when to when, and how many numbers it gave', () => {
    expect(lines('en', time(KIOSK_1, 62, 77, 6), time(GONE, 90, 91, 1))).toEqual([
      'Kiosk 1 was without the hub from 09:02 to 09:17 and gave 6 numbers by itself.',
      'kiosk-9 was without the hub from 09:30 to 09:31 and gave 1 number by itself.',
    ]);
    expect(lines('vi', time(KIOSK_1, 62, 77, 6))).toEqual([
      'Kiosk 1 không liên lạc được với máy chủ từ 09:02 đến 09:17 và đã tự cấp 6 số.',
    ]);
  });

  it('name the day where it was another one, and are none without such periods', () => {
    expect(lines('de', time(KIOSK_1, -12 * 60, 5, 2))).toEqual([
      'Kiosk 1 war von 22.11.2026 20:00 bis 08:05 ohne Server und hat selbst 2 Nummern ausgegeben.',
    ]);
    expect(lines('vi')).toEqual([]);
  });
});
