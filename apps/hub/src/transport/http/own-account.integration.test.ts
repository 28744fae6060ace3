import type { Instant, PersonId } from '@motcua/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { LINK_FRESH_MS } from '../../identity/own-secrets.ts';
import { changePerson } from '../../identity/people.ts';
import { PIN_FAILURES } from '../../identity/sign-in.ts';
import { aHttpHub, type HttpHub } from '../builders.ts';

const GOOD = 'vườn chuối sau nhà';
const PIN = '4829';

describe('the own account', () => {
  let site: HttpHub;

  beforeEach(async () => {
    site = await aHttpHub();
  });
  afterEach(() => site.close());

  const post = (url: string, payload: object, cookie = '', remoteAddress = '192.168.1.20') =>
    site.app.inject({ method: 'POST', url, payload, headers: { cookie }, remoteAddress });
  type Answer = Awaited<ReturnType<typeof post>>;
  const codeOf = (answer: Answer) =>
    answer.statusCode === 200 ? 'ok' : answer.json<{ code: string }>().code;
  const cookiesOf = (answer: Answer) =>
    [answer.headers['set-cookie'] ?? []]
      .flat()
      .map((cookie) => cookie.split(';')[0] ?? '')
      .join('; ');
  const me = (cookie: string) =>
    site.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } });
  const pinPeople = (cookie: string) =>
    site.app.inject({ method: 'GET', url: '/api/sign-in/pin', headers: { cookie } });
  const withPin = (id: PersonId, pin: string, cookie: string, address?: string) =>
    post('/api/sign-in/pin', { personId: id, pin }, cookie, address);
  /** Signed in by password, with the cookies of that browser. */
  async function atBrowser(
    role: 'clerk' | 'guide' | 'head' | 'administrator',
    login = role as string,
  ) {
    const { person, secret } = await site.signedIn(role, login);
    const answer = await post('/api/sign-in', { login, password: secret });
    return { person, secret, cookies: cookiesOf(answer) };
  }

  describe('its password', () => {
    const change = (cookies: string, current: string | null, next: string) =>
      post('/api/me/password', { current, next }, cookies);

    it('is changed with the present one, and ends the sessions elsewhere', async () => {
      const { person, secret, cookies } = await atBrowser('clerk', 'lan');
      const elsewhere = site.sessions.open(person.id);

      expect(codeOf(await change(cookies, secret, GOOD))).toBe('ok');
      expect((await me(cookies)).statusCode).toBe(200);
      expect(site.sessions.personOf(elsewhere)).toBeNull();
      expect(codeOf(await post('/api/sign-in', { login: 'lan', password: secret }))).toBe(
        'sign-in-failed',
      );
      expect(codeOf(await post('/api/sign-in', { login: 'lan', password: GOOD }))).toBe('ok');
      const events = site.hub.store.journal
        .between(0, 99)
        .flatMap((change) => (change.type === 'door-noted' ? [change.event] : []));
      expect(events).toEqual(['signed-in', 'password-set', 'sign-in-failed', 'signed-in']);
      expect(site.logged.join('')).not.toMatch(/chuối/);
    });

    it.each([
      ['short', 'password-short'],
      ['Matkhau@2026', 'password-common'],
      ['lan.bui.12', 'password-own-name'],
    ])('is not %s', async (next, code) => {
      const { secret, cookies } = await atBrowser('clerk', 'lan.bui');
      expect(codeOf(await change(cookies, secret, next))).toBe(code);
      expect(codeOf(await post('/api/sign-in', { login: 'lan.bui', password: secret }))).toBe('ok');
    });

    it('cannot be guessed at an unattended screen', async () => {
      const { secret, cookies } = await atBrowser('clerk', 'lan');
      for (let guess = 0; guess < 5; guess += 1)
        expect(codeOf(await change(cookies, `guess-${guess}`, GOOD))).toBe('password-wrong');

      expect(codeOf(await change(cookies, secret, GOOD))).toBe('too-many-requests');
      site.clock.now = (site.clock.now + 15 * 60_000) as Instant;
      expect(codeOf(await change(cookies, secret, GOOD))).toBe('ok');
    });

    it('is chosen without the present one, once and soon, after a sign-in by link', async () => {
      const { person } = await site.signedIn('clerk', 'lan');
      const cookies = cookiesOf(
        await post('/api/sign-in/link', { token: site.sessions.newLink(person.id) }),
      );

      expect((await me(cookies)).json()).toMatchObject({ mayChoose: true });
      expect(codeOf(await change(cookies, null, GOOD))).toBe('ok');
      expect((await me(cookies)).json()).toMatchObject({ mayChoose: false });
      expect(codeOf(await change(cookies, null, `${GOOD} mới`))).toBe('password-wrong');
    });

    it('needs the present one when the link was opened long ago', async () => {
      const { person } = await site.signedIn('clerk', 'lan');
      const cookies = cookiesOf(
        await post('/api/sign-in/link', { token: site.sessions.newLink(person.id) }),
      );
      site.clock.now = (site.clock.now + LINK_FRESH_MS) as Instant;

      expect((await me(cookies)).json()).toMatchObject({ mayChoose: false });
      expect(codeOf(await change(cookies, null, GOOD))).toBe('password-wrong');
    });

    it('cannot be changed by another person', async () => {
      expect(codeOf(await change('', 'x', GOOD))).toBe('sign-in-first');
      expect(codeOf(await post('/api/me/pin', { password: 'x', pin: PIN }))).toBe('sign-in-first');
    });
  });

  describe('its PIN', () => {
    const setPin = (cookies: string, password: string, pin: string | null) =>
      post('/api/me/pin', { password, pin }, cookies);
    /** Lan with a PIN, who has signed out again; her browser keeps its cookie. */
    async function lanWithPin() {
      const lan = await atBrowser('clerk', 'lan');
      expect(codeOf(await setPin(lan.cookies, lan.secret, PIN))).toBe('ok');
      const place = lan.cookies.split('; ').find((each) => each.startsWith('motcua_place')) ?? '';
      await post('/api/sign-out', {}, lan.cookies);
      return { ...lan, place };
    }

    it('changes the clerk where a person signed in today', async () => {
      const { person, place } = await lanWithPin();

      expect((await pinPeople(place)).json()).toEqual({
        people: [{ id: person.id, name: person.name }],
      });
      const answer = await withPin(person.id, PIN, place);
      expect(answer.json()).toMatchObject({ person: { login: 'lan' } });
      expect((await me(cookiesOf(answer))).json()).toMatchObject({ pin: 'set', mayChoose: false });
    });

    it('is rejected elsewhere, with a forged cookie, or on the next day', async () => {
      const { person, place } = await lanWithPin();

      for (const cookie of ['', 'motcua_place=forged']) {
        expect((await pinPeople(cookie)).json()).toEqual({ people: [] });
        expect(codeOf(await withPin(person.id, PIN, cookie))).toBe('pin-not-here');
      }
      site.clock.now = (site.clock.now + 24 * 60 * 60_000) as Instant;
      await site.signedIn('guide'); // the day begins with the first command
      expect(codeOf(await withPin(person.id, PIN, place))).toBe('pin-not-here');
    });

    it('is suspended after five wrong tries, until its owner signs in by password', async () => {
      const { person, secret, place } = await lanWithPin();
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          withPin(person.id, `70${30 + n}`, place, `10.0.0.${n}`),
        ),
      );

      const codes = answers.map(codeOf);
      expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(PIN_FAILURES);
      expect(codes.filter((code) => code === 'pin-suspended')).toHaveLength(12 - PIN_FAILURES);
      expect(codeOf(await withPin(person.id, PIN, place))).toBe('pin-suspended');
      site.clock.now = (site.clock.now + 60 * 60_000) as Instant;
      expect(codeOf(await withPin(person.id, PIN, place))).toBe('pin-suspended');
      expect(codeOf(await post('/api/sign-in', { login: 'lan', password: secret }))).toBe('ok');
      expect(codeOf(await withPin(person.id, PIN, place))).toBe('ok');
    });

    it('is for clerks and guides only, and ends with their role', async () => {
      const head = await atBrowser('head');
      expect(codeOf(await setPin(head.cookies, head.secret, PIN))).toBe('role-not-allowed');
      const { person, place } = await lanWithPin();
      const session = cookiesOf(await withPin(person.id, PIN, place));
      await changePerson(site.hub, site.sessions, person.id, { role: 'head' }, THE_HUB_ITSELF);

      expect((await me(session)).statusCode).toBe(401);
      expect(codeOf(await withPin(person.id, PIN, place))).toBe('sign-in-failed');
    });

    it('is neither simple nor anything but four to six digits, and needs the password', async () => {
      const { secret, cookies } = await atBrowser('clerk', 'lan');
      expect(codeOf(await setPin(cookies, secret, '1234'))).toBe('pin-simple');
      expect(codeOf(await setPin(cookies, secret, '12'))).toBe('malformed');
      expect(codeOf(await setPin(cookies, 'wrong', PIN))).toBe('password-wrong');
      expect((await me(cookies)).json()).toMatchObject({ pin: 'none' });
    });

    it('ends when it is removed, and when its owner is locked out', async () => {
      const { person, secret, place } = await lanWithPin();
      const back = await post('/api/sign-in', { login: 'lan', password: secret }, place);
      await setPin(cookiesOf(back), secret, null);
      expect(codeOf(await withPin(person.id, PIN, place))).toBe('sign-in-failed');

      await setPin(cookiesOf(back), secret, PIN);
      for (const active of [false, true])
        await changePerson(site.hub, site.sessions, person.id, { active }, THE_HUB_ITSELF);
      expect(site.hub.store.pins.has(person.id)).toBe(false);
    });

    it('is stored as a hash only', async () => {
      const { person } = await lanWithPin();
      const hash = site.hub.store.pins.take(person.id, PIN_FAILURES);
      expect(hash).toMatch(/^\$argon2id\$/);
      expect(hash).not.toContain(PIN);
    });
  });

  it('ends on every computer at once', async () => {
    const { person, cookies } = await atBrowser('clerk', 'lan');
    const elsewhere = site.sessions.open(person.id);
    const answer = await post('/api/me/sign-out-everywhere', {}, cookies);

    expect(codeOf(answer)).toBe('ok');
    expect((await me(cookies)).statusCode).toBe(401);
    expect(site.sessions.personOf(elsewhere)).toBeNull();
    expect(site.signedOut).toEqual([person.id]);
  });

  it('ends the session of the person who was signed in at that browser before', async () => {
    const lan = await atBrowser('clerk', 'lan');
    const hoa = await site.signedIn('clerk', 'hoa');
    await post('/api/sign-in', { login: 'hoa', password: hoa.secret }, lan.cookies);

    expect((await me(lan.cookies)).statusCode).toBe(401);
  });
});
