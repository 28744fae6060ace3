import type { VisitStory } from '@motcua/protocol/http';
import { CIVIL, COUNTER_2, KIOSK_1, LAN, minutesAfterT0, T0, TODAY } from '@motcua/domain/builders';
import type { ServiceId, VisitId } from '@motcua/domain';
import { LANGUAGES, type Language } from '@motcua/i18n';
import { LanguageProvider } from '@motcua/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { aMirror } from '../example-mirror.ts';
import { StoryCard } from './story-card.tsx';
import { visitIn } from './why-button.tsx';

const at = minutesAfterT0;
const story: VisitStory = {
  ...{ visitId: 'v1' as VisitId, number: 'H042', day: TODAY, serviceId: 'marriage' as ServiceId },
  ...{ queueId: CIVIL, firstCalledAt: at(25), openAtArrival: [COUNTER_2] },
  lines: [
    {
      ...{ type: 'arrived', at: T0, peopleAhead: 3, promisedUntil: at(20), bookedFor: null },
      priority: 'normal',
    },
    {
      type: 'slip',
      at: at(1),
      kioskId: KIOSK_1,
      state: 'failed',
      fault: 'out-of-paper',
      copy: false,
    },
    {
      ...{ type: 'other-called', at: at(5), counterId: COUNTER_2, number: 'H050' },
      ...{
        because: 'priority-turn',
        rule: 'priority-turn',
        arrivedAt: at(4),
        priority: 'priority',
      },
    },
    { type: 'counter', at: at(6), counterId: COUNTER_2, state: 'paused', reason: 'meeting' },
    {
      ...{ type: 'action', at: at(25), action: 'call', counterId: COUNTER_2, personId: LAN },
      ...{ because: 'waited-too-long', undone: false, queueId: CIVIL, priority: 'normal' },
    },
    { type: 'call', at: at(25), counterId: COUNTER_2, state: 'failed', failure: 'no-sound' },
  ],
  series: {
    ...{ prefix: 'H', value: 42, from: 1, given: 40, takenBack: 2, notGiven: 1, practised: 5 },
  },
};
const textOf = (language: Language) =>
  renderToStaticMarkup(
    <LanguageProvider language={language}>
      <StoryCard story={story} mirror={aMirror()} />
    </LanguageProvider>,
  ).replaceAll(/<[^>]+>/g, '\n');

describe('the story of a visit', () => {
  it('says who went before and by which rule, what paused, and what was not heard', () => {
    const text = textOf('en');
    expect(text).toContain('Waited 25 min from arrival to the first call; 1 others');
    expect(text).toMatch(/H050 was called to counter 2 · .* · came later, at 08:04/);
    expect(text).toContain('Counter 2: ');
    expect(text).toContain('The call to counter 2 was not heard');
    expect(text).toContain('40 lower numbers were given, 2 of them taken back, and 1 skipped');
  });

  it.each(LANGUAGES)('leaves no gap of a text open, in %s', (language) => {
    expect(textOf(language)).not.toMatch(/[{}]|undefined|story\.|journal\./);
  });
});

describe('the address of a story', () => {
  it('names day and number', () => {
    expect(visitIn(encodeURIComponent('2026-11-23_H042'))).toEqual({
      day: '2026-11-23',
      number: 'H042',
    });
    for (const part of [null, '', 'H042', '2026-11-23_', '2026-13-01_H042'])
      expect(visitIn(part)).toBeNull();
  });
});
