import { REFUSAL_CODES } from '@motcua/domain';
import { LANGUAGES, texts } from '@motcua/i18n';
import { describe, expect, it } from 'vitest';
import { refusalText } from './refusal-text.ts';

describe('refusalText', () => {
  it('inserts the detail of the refusal', () => {
    const refusal = { code: 'finish-first', detail: { number: 'H021' } } as const;
    expect(refusalText(texts('vi'), refusal)).toContain('H021');
  });

  it.each(LANGUAGES)('has a text for every code in %s', (language) => {
    const silent = REFUSAL_CODES.filter(
      (code) => !refusalText(texts(language), { code, detail: {} }).trim(),
    );
    expect(silent).toEqual([]);
  });
});
