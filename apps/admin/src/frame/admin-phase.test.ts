import { describe, expect, it } from 'vitest';
import { aHubState, aMirror } from '../example-mirror.ts';
import { adminPhase } from './admin-phase.ts';
import { ADMIN_PAGES, pageIn, pagesFor } from './pages.ts';

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

  it('keeps the page when the session ends, and asks who is there', () => {
    const state = aHubState({ connection: 'turned-away', turnedAway: 'sign-in-first' });
    expect(adminPhase(state, null)).toMatchObject({ type: 'in', sessionEnded: true });
  });

  it('leaves nothing on the screen of somebody who signed out', () => {
    const state = aHubState({ connection: 'connecting' });
    expect(adminPhase(state, state.mirror)).toEqual({ type: 'sign-in' });
    expect(adminPhase(aHubState(), state.mirror).type).toBe('in');
  });
});

describe('the pages', () => {
  it('are people and devices for an administrator, and all but people for a head', () => {
    expect(pagesFor('administrator')).toEqual([
      ...['today', 'journal', 'devices', 'people', 'safekeeping'],
    ]);
    expect(pagesFor('head')).toEqual(ADMIN_PAGES.filter((page) => page !== 'people'));
  });

  it.each([
    ['#hours', 'head', 'hours'],
    ['#hours', 'administrator', 'today'],
    ['#people', 'head', 'today'],
    ['#nonsense', 'administrator', 'today'],
    ['', 'head', 'today'],
  ] as const)('with the address %j for a %s are on %s', (hash, role, page) => {
    expect(pageIn(hash, role)).toBe(page);
  });
});
