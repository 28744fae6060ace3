import { CIVIL, COUNTER_2, COUNTER_3, minutesAfterT0 } from '@motcua/domain/builders';
import { LANGUAGES, type Language } from '@motcua/i18n';
import { LanguageProvider } from '@motcua/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { aMirror } from '../example-mirror.ts';
import { NextHourCard } from './next-hour.tsx';
import type { NextHourRead } from './use-next-hour.ts';

const late = { without: 7.2, with: 1.9 };
const longestMinutes = { without: 52, with: 31 };
const suggestion = { counterId: COUNTER_2, queueIds: [CIVIL], late, longestMinutes };
const points = [15, 30, 45, 60].map((afterMinutes) => ({
  ...{ afterMinutes, waiting: afterMinutes / 5, longestMinutes: afterMinutes / 2 },
}));
const rush: NextHourRead = {
  nextHour: { at: minutesAfterT0(0), queues: [{ queueId: CIVIL, points }], suggestion },
  suggested: [],
};
const markupOf = (read: Parameters<typeof NextHourCard>[0]['read'], language: Language = 'en') =>
  renderToStaticMarkup(
    <LanguageProvider language={language}>
      <NextHourCard mirror={aMirror()} read={read} />
    </LanguageProvider>,
  );

it('shows how many will wait, and the counter to open with its effect', () => {
  const markup = markupOf(rush);
  expect(markup).toContain('Open counter 2');
  expect(markup).toContain('about 7 people');
  expect(markup).toContain('with it about 2');
  expect(markup).toContain('12 waiting');
});

it('shows what became of former suggestions', () => {
  const past = (
    openedAt: number | null,
    result: { lateVisits: number; right: boolean } | null,
  ) => ({
    ...{ at: minutesAfterT0(openedAt ?? 0), suggestion: { ...suggestion, counterId: COUNTER_3 } },
    ...{ openedAt: openedAt === null ? null : minutesAfterT0(openedAt + 3), result },
  });
  const markup = markupOf({
    ...rush,
    suggested: [past(null, null), past(5, { lateVisits: 2, right: true })],
  });
  for (const words of [
    'not opened',
    'result to come',
    'opened at',
    '2 waited too long',
    'Was right',
  ])
    expect(markup).toContain(words);
});

it('says when nothing is known, and when no visitor is expected to wait', () => {
  expect(markupOf(null)).toContain('Being computed');
  expect(markupOf({ code: 'role-not-allowed', detail: {} })).toContain('could not be read');
  const quiet = { at: minutesAfterT0(0), queues: [], suggestion: null };
  expect(markupOf({ nextHour: quiet, suggested: [] })).toContain('few are expected');
});

it.each(LANGUAGES)('has all its words in %s', (language) => {
  expect(markupOf(rush, language)).not.toMatch(/hour\.|[{}]/);
});
