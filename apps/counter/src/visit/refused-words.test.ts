import { texts } from '@motcua/i18n';
import { expect, it } from 'vitest';
import { refusedWords } from './refused-words.ts';

const t = texts('vi');

it('never calls a command without an answer safe to repeat', () => {
  const words = refusedWords(t, { code: 'hub-unavailable', detail: {} });
  expect(words).toContain('Chưa biết lệnh vừa rồi đã được thực hiện hay chưa');
});

it('gives the reason of any other refusal', () => {
  const words = refusedWords(t, { code: 'too-many-requests', detail: {} });
  expect(words).toBe(t('refusal.too-many-requests', {}));
  expect(refusedWords(t, null)).toBeNull();
});
