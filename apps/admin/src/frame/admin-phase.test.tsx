import { LanguageProvider } from '@motcua/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { aHubState, aMirror } from '../example-mirror.ts';
import { adminPhase } from './admin-phase.ts';
import { NotYours } from './not-yours.tsx';
import { ADMIN_PAGES, isPageOf, pagesFor, placeIn } from './pages.ts';

describe('adminPhase', () => {
  it.each([
    [aHubState(), 'in'],
    [aHubState({ connection: 'offline' }), 'in'],
    [aHubState({ connection: 'connecting', mirror: null }), 'connecting'],
    [
      aHubState({ connection: 'turned-away', turnedAway: 'sign-in-first', mirror: null }),
      'sign-in',
    ],
    [aHubState({ connection: 'turned-away', turnedAway: 'role-not-allowed' }), 'turned-away'],
    [aHubState({ mirror: aMirror({ personId: null }) }), 'connecting'],
  ])('shows for case %# the screen %s', (state, type) => {
    expect(adminPhase(state, null).type).toBe(type);
  });

  it('keeps the page when the session ends, and asks for a sign-in', () => {
    const state = aHubState({ connection: 'turned-away', turnedAway: 'sign-in-first' });
    expect(adminPhase(state, null)).toMatchObject({ type: 'in', sessionEnded: true });
  });

  it('leaves nothing on the screen of a person who signed out', () => {
    const state = aHubState({ connection: 'connecting' });
    expect(adminPhase(state, state.mirror)).toEqual({ type: 'sign-in' });
    expect(adminPhase(aHubState(), state.mirror).type).toBe('in');
  });
});

describe('the pages', () => {
  it('are all but the reports for an administrator, and for a head all but people and programs', () => {
    const without = (...names: readonly string[]) =>
      ADMIN_PAGES.filter((page) => !names.includes(page));
    expect(pagesFor('administrator')).toEqual(without('report'));
    expect(pagesFor('head')).toEqual(without('people', 'programs'));
  });

  it.each([
    ['#hours', { page: 'hours', part: null }],
    ['#services/queues', { page: 'services', part: 'queues' }],
    ['#nonsense', { page: 'today', part: null }],
    ['', { page: 'today', part: null }],
  ] as const)('are named by an address like %j', (hash, place) => {
    expect(placeIn(hash)).toEqual(place);
  });

  it('are shown only to the roles that may see them, and named as another role’s', () => {
    expect(isPageOf('people', 'head')).toBe(false);
    expect(isPageOf('report', 'administrator')).toBe(false);
    const html = renderToStaticMarkup(
      <LanguageProvider language="en">
        <NotYours page="people" mine="head" go={() => undefined} />
      </LanguageProvider>,
    );
    expect(html).toContain('People');
    expect(html).toContain('belongs to: Administrator');
  });
});
