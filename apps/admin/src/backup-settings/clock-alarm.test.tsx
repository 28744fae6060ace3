import { minutesAfterT0, TODAY } from '@motcua/domain/builders';
import { CLOCK_PROBLEMS } from '@motcua/protocol/http';
import { LanguageProvider } from '@motcua/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ClockBanner } from './clock-alarm.tsx';

const A_YEAR = 365 * 24 * 60;

describe('the clock banner of administration', () => {
  const said = (problem: (typeof CLOCK_PROBLEMS)[number] | null, language: 'vi' | 'en' | 'de') =>
    renderToStaticMarkup(
      <LanguageProvider language={language}>
        <ClockBanner
          clock={{ today: TODAY, wall: minutesAfterT0(A_YEAR), problem }}
          zone="Asia/Ho_Chi_Minh"
          onConfirm={async () => null}
        />
      </LanguageProvider>,
    );

  it('shows both days and a button while they differ, and else nothing', () => {
    expect(said(null, 'vi')).toBe('');
    for (const problem of CLOCK_PROBLEMS) expect(said(problem, 'vi')).toContain('Đồng hồ đúng');
    expect(said('ahead', 'vi')).toContain(
      'Đồng hồ máy chủ chỉ 08:00 ngày 23/11/2027, nhưng ngày đang mở là 23/11/2026.',
    );
    expect(said('ahead', 'en')).toContain('shows 08:00 on 23/11/2027');
    expect(said('behind', 'de')).toContain('zeigt 08:00 am 23.11.2027');
  });
});
