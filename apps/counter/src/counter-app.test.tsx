import type { HubState } from '@motcua/client';
import { aCalledVisit, aServingVisit } from '@motcua/domain/builders';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CounterScreens } from './counter-app.tsx';
import { toTimer } from './durations.ts';
import {
  aHubLink,
  aHubState,
  aMirror,
  anAnnouncementOf,
  HOA_ONLY,
  TWELVE_WAITING,
} from './example-room.ts';
import { takeLinkToken } from './link-token.ts';

const account = {
  signIn: async () => null,
  signInByLink: async () => null,
  signOut: async () => null,
};
const controls = { language: 'vi', onLanguage: () => {}, onSignOut: () => {} } as const;
const page = (state: HubState) =>
  renderToStaticMarkup(
    <CounterScreens hub={aHubLink(state)} account={account} linkToken={null} controls={controls} />,
  );
const isMuted = (html: string, command: string) =>
  new RegExp(`pad-${command}" aria-disabled="true"`).test(html);

describe('the page', () => {
  it('asks for name and password when the hub does not know us', () => {
    const html = page(aHubState({ connection: 'turned-away', turnedAway: 'sign-in-first' }));
    expect(html).toContain('type="password"');
  });

  it('says why when somebody may not be here at all', () => {
    const html = page(aHubState({ connection: 'turned-away', turnedAway: 'role-not-allowed' }));
    expect(html).toContain('role="alert"');
    expect(html).not.toContain('type="password"');
  });

  it('lets a person without a counter choose, but not the taken one', () => {
    const html = page(aHubState({ mirror: aMirror({ seats: HOA_ONLY }) }));
    expect(html).toContain('Bùi Thị Hoà đang làm việc');
    expect(html.match(/<button[^>]*data-taken="true"/g)).toHaveLength(1);
  });

  it('shows the number, its service and that nobody heard the call', () => {
    const visit = aCalledVisit({ priority: 'priority' });
    const announcements = [anAnnouncementOf(visit, { state: 'failed', failure: 'no-sound' })];
    const html = page(aHubState({ mirror: aMirror({ visits: [visit], announcements }) }));
    expect(html).toContain('>H021<');
    expect(html).toContain('Đăng ký kết hôn');
    expect(html).toContain('Xin gọi bằng miệng.');
    expect(html).toContain('title="Ưu tiên"');
  });

  it('keeps every button in its place and mutes what is not allowed', () => {
    const html = page(aHubState({ mirror: aMirror({ visits: [aServingVisit()] }) }));
    expect(isMuted(html, 'finish')).toBe(false);
    expect(isMuted(html, 'start-service')).toBe(true);
    expect(isMuted(html, 'call-next')).toBe(true);
  });

  it('keeps what it knows while the hub is away, and locks the buttons', () => {
    const mirror = aMirror({ visits: [...TWELVE_WAITING, aServingVisit()] });
    const html = page(aHubState({ connection: 'offline', mirror }));
    expect(html).toContain('>H021<');
    expect(html).toContain('Mất kết nối');
    expect(isMuted(html, 'finish')).toBe(true);
  });

  it('makes no sound', () => {
    expect(page(aHubState())).not.toMatch(/<(audio|video)/);
  });
});

describe('small things', () => {
  it('finds a one-time link in the fragment', () => {
    expect(takeLinkToken('#link=abc')).toBe('abc');
    expect(takeLinkToken('#link=')).toBeNull();
    expect(takeLinkToken('')).toBeNull();
  });

  it('writes a timer in minutes and seconds, then in hours', () => {
    expect([toTimer(-1), toTimer(247_900), toTimer(3_727_000)]).toEqual([
      '0:00',
      '4:07',
      '1:02:07',
    ]);
  });
});
