import { KIOSK_1, minutesAfterT0, TODAY } from '@motcua/domain/builders';
import { LANGUAGES, type Language } from '@motcua/i18n';
import { LanguageProvider } from '@motcua/ui';
import type { Mirror } from '@motcua/client';
import { UNKNOWN_CONDITION } from '@motcua/domain';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { aMirror } from '../example-mirror.ts';
import { NumbersNotices } from './numbers-notices.tsx';

const at = minutesAfterT0(62);
const device = {
  ...{ id: KIOSK_1, name: 'Kiosk sảnh', role: 'kiosk' as const, pairedAt: at, revoked: false },
  ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
};
const shown = (language: Language, overrides: Partial<Mirror>) =>
  renderToStaticMarkup(
    <LanguageProvider language={language}>
      <NumbersNotices mirror={aMirror({ devices: new Map([[KIOSK_1, device]]), ...overrides })} />
    </LanguageProvider>,
  );

describe('The notices about today’s numbers', () => {
  it('are none where numbers are as always, or where only the evening before was lost', () => {
    expect(shown('vi', {})).toBe('');
    expect(shown('vi', { historyLost: { day: TODAY, since: TODAY, letters: null, at } })).toBe('');
  });

  it.each(LANGUAGES)(
    'name since when numbers carry a letter, how they look, and why (%s)',
    (language) => {
      const text = shown(language, { historyLost: { day: TODAY, since: TODAY, letters: 'U', at } });
      expect(text).toContain('09:02');
      expect(text).toContain('HU01');
      expect(text).not.toContain('{');
    },
  );

  it('list each number that a kiosk reported and the hub refused, with its kiosk and the reason', () => {
    const refused = { day: TODAY, code: 'not-your-number' as const, at, kioskId: KIOSK_1 };
    const numbers = Array.from({ length: 12 }, (_, n) => `HM${10 + n}`);
    const text = shown('en', { refusedTickets: numbers.map((number) => ({ ...refused, number })) });
    expect(text).toContain('12');
    expect(text).toContain('HM21');
    expect(text).toContain('Kiosk sảnh');
    expect(text).toContain('was not given by this kiosk');
    expect(text).not.toContain('HM11');
  });
});
