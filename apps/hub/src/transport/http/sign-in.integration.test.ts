import type { Instant } from '@motcua/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changePerson, firstAdministratorLink } from '../../identity/people.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { aHttpHub, type HttpHub } from '../builders.ts';

describe('signing in', () => {
  let site: HttpHub;

  beforeEach(async () => {
    site = await aHttpHub();
  });
  afterEach(() => site.close());

  const post = (
    url: string,
    payload: object,
    { headers = {}, address = '192.168.1.20' }: { headers?: object; address?: string } = {},
  ) =>
    site.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...headers },
      remoteAddress: address,
    });
  const signIn = (login: string, password: string, address?: string) =>
    post('/api/sign-in', { login, password }, address === undefined ? {} : { address });
  const me = (cookie: string) =>
    site.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } });
  const cookieOf = (response: Awaited<ReturnType<typeof post>>): string =>
    String(response.headers['set-cookie']).split(';')[0] ?? '';

  it('sets a cookie that no script reads and no other site sends', async () => {
    const { person, secret } = await site.signedIn('clerk', 'lan');
    const response = await signIn(' LAN ', secret);

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ person });
    const [session, place] = [response.headers['set-cookie'] ?? []].flat();
    expect(session).toMatch(/^motcua_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(place).toMatch(
      /^motcua_place=[\w-]{43}; Max-Age=2592000; Path=\/api\/sign-in; HttpOnly; /,
    );
    expect((await me(cookieOf(response))).json()).toMatchObject({ person });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['a wrong password', 'lan', 'wrong'],
    ['an unknown login', 'unknown', 'wrong'],
    ['an injection', "lan' OR '1'='1", 'wrong'],
  ])('refuses %s in the same words', async (_case, login, password) => {
    await site.signedIn('clerk', 'lan');
    const response = await signIn(login, password);

    expect(response.statusCode).toBe(401);
    expect(response.json()).toEqual({ code: 'sign-in-failed', detail: {} });
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('logs a failure without what was typed', async () => {
    await signIn('my-password-in-the-wrong-field', 'hunter2');

    const log = site.logged.join('');
    expect(log).toContain('sign-in failed');
    expect(log).toContain('192.168.1.20');
    expect(log).not.toMatch(/hunter2|wrong-field/);
  });

  it('never logs cookie, secret or token', async () => {
    const { secret } = await site.signedIn('clerk', 'lan');
    const cookie = cookieOf(await signIn('lan', secret));
    await me(cookie);

    const log = site.logged.join('');
    expect(log).not.toContain(secret);
    expect(log).not.toContain(cookie.slice('motcua_session='.length));
  });

  it('slows a guesser down, but not a colleague elsewhere, and recovers with time', async () => {
    const { secret } = await site.signedIn('clerk', 'lan');
    for (let guess = 0; guess < 5; guess += 1)
      expect((await signIn('lan', `guess-${guess}`)).statusCode).toBe(401);

    const throttled = await signIn('lan', secret);
    expect(throttled.statusCode).toBe(429);
    expect(throttled.json()).toMatchObject({ code: 'too-many-requests' });
    expect((await signIn('lan', secret, '192.168.1.21')).statusCode).toBe(200);

    site.clock.now = (site.clock.now + 15 * 60_000) as Instant;
    expect((await signIn('lan', secret)).statusCode).toBe(200);
  });

  describe('behind one router with a guesser', () => {
    const ROUTER = '192.168.1.20';
    const DAY_MS = 24 * 60 * 60_000;
    const markOf = (response: Awaited<ReturnType<typeof post>>): string =>
      [response.headers['set-cookie'] ?? []]
        .flat()
        .map((cookie) => cookie.split(';')[0] ?? '')
        .find((cookie) => cookie.startsWith('motcua_place=')) ?? '';
    const at = (mark: string, login: string, password: string) =>
      post('/api/sign-in', { login, password }, { headers: { cookie: mark } });
    /** Guesses until no unknown browser gets in from there, even with the right password. */
    async function guess(): Promise<void> {
      for (let n = 0; n < 60; n += 1) {
        await signIn('lan', `guess-${n}`, `10.0.0.${n}`);
        await signIn(n % 2 === 0 ? 'lan' : `login-${n}`, `guess-${n}`, ROUTER);
        await post('/api/sign-in/link', { token: `guess-${n}` });
      }
    }
    const passDays = async (days: number) => {
      site.clock.now = (site.clock.now + days * DAY_MS) as Instant;
      await site.signedIn('guide', `guide-${days}`); // a day begins with its first command
    };

    it('the right password is accepted where a person signed in before, also weeks ago', async () => {
      const { secret } = await site.signedIn('clerk', 'lan');
      const hoa = await site.signedIn('clerk', 'hoa');
      const mark = markOf(await signIn('lan', secret));
      await passDays(20);
      await guess();
      expect((await signIn('lan', secret)).statusCode).toBe(429);

      const back = await at(mark, 'lan', secret);
      expect(back.statusCode).toBe(200);
      // A copied cookie is useless after its day.
      expect((await at(mark, 'hoa', hoa.secret)).statusCode).toBe(429);
      expect((await at(markOf(back), 'hoa', hoa.secret)).statusCode).toBe(200);
      await passDays(31);
      await guess();
      expect((await at(markOf(back), 'lan', secret)).statusCode).toBe(429);
    });

    it('the one-time link is accepted from anywhere', async () => {
      const { person } = await site.signedIn('clerk', 'lan');
      await guess();
      const token = site.sessions.newLink(person.id);
      expect((await post('/api/sign-in/link', { token })).statusCode).toBe(200);
    });

    it('the PIN is accepted where a person signed in today', async () => {
      const { person, secret } = await site.signedIn('clerk', 'lan');
      const first = await signIn('lan', secret);
      const pin = await post(
        '/api/me/pin',
        { password: secret, pin: '4829' },
        { headers: { cookie: cookieOf(first) } },
      );
      expect(pin.statusCode).toBe(200);
      await guess();
      const answer = await post(
        '/api/sign-in/pin',
        { personId: person.id, pin: '4829' },
        { headers: { cookie: markOf(first) } },
      );
      expect(answer.statusCode).toBe(200);
    });

    it('a known browser gives a guesser no more than five tries, and its owner’s all fifteen', async () => {
      const { secret } = await site.signedIn('clerk', 'lan');
      await site.signedIn('head');
      let admitted = 0;
      for (let browser = 0; browser < 5; browser += 1) {
        const mark = markOf(await signIn('lan', secret));
        const answers: number[] = [];
        for (let n = 0; n < 8; n += 1)
          answers.push((await at(mark, 'head', `guess-${browser}-${n}`)).statusCode);
        const here = answers.filter((status) => status === 401).length;
        expect(here).toBeLessThanOrEqual(5);
        admitted += here;
      }
      expect(admitted).toBe(15);
    });

    it('journal and log do not grow with every guess', async () => {
      for (let n = 0; n < 200; n += 1) await post('/api/sign-in/link', { token: `guess-${n}` });
      const notes = site.hub.store.journal
        .between(0, 9_999)
        .filter((change) => change.type === 'door-noted' && change.event === 'sign-in-failed');
      expect(notes).toHaveLength(60);
      expect(site.logged.filter((line) => line.includes('sign-in failed'))).toHaveLength(60);
    });
  });

  it('allows no more guesses when they come at once', async () => {
    await site.signedIn('clerk', 'lan');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => signIn('lan', `guess-${guess}`)),
    );

    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(7);
  });

  it('bounds the tries from one address over all logins', async () => {
    const answers: number[] = [];
    for (let guess = 0; guess < 31; guess += 1)
      answers.push((await signIn(`login-${guess}`, 'x')).statusCode);

    expect(answers.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(answers[30]).toBe(429);
  }, 30_000);

  it('signs in once by a link, and then asks for a new one', async () => {
    const token = await firstAdministratorLink(site.hub, site.sessions, {
      name: 'Quản trị',
      login: 'quantri',
    });
    const first = await post('/api/sign-in/link', { token });
    const second = await post('/api/sign-in/link', { token });

    expect(first.json()).toMatchObject({ person: { role: 'administrator', login: 'quantri' } });
    expect((await me(cookieOf(first))).statusCode).toBe(200);
    expect(second.json()).toMatchObject({ code: 'sign-in-failed' });
  });

  it('offers the first link only while no administrator has a password', async () => {
    const first = { name: 'Quản trị', login: 'quantri' };
    const one = await firstAdministratorLink(site.hub, site.sessions, first);
    const two = await firstAdministratorLink(site.hub, site.sessions, first);

    expect(one).not.toBe(two);
    expect(site.hub.state.people.size).toBe(1);
    await site.signedIn('administrator');
    expect(await firstAdministratorLink(site.hub, site.sessions, first)).toBeNull();
  });

  it('ends the session at once at a sign-out', async () => {
    const { person, headers } = await site.signedIn('clerk');
    const response = await post('/api/sign-out', {}, { headers });

    expect(response.statusCode).toBe(200);
    expect(String(response.headers['set-cookie'])).toMatch(
      /^motcua_session=;.*Expires=Thu, 01 Jan 1970/,
    );
    expect((await me(headers.cookie)).json()).toMatchObject({ code: 'sign-in-first' });
    expect(site.signedOut).toEqual([person.id]);
  });

  it('signs out without a body and without a session', async () => {
    const response = await site.app.inject({ method: 'POST', url: '/api/sign-out' });

    expect(response.statusCode).toBe(200);
    expect(site.signedOut).toEqual([]);
  });

  it('accepts no forged, empty or doubled cookie', async () => {
    for (const cookie of [
      'motcua_session=',
      'motcua_session=forged',
      'x=y',
      ';;=',
      'motcua_session',
    ])
      expect((await me(cookie)).statusCode).toBe(401);
  });

  it('accepts no credential of a person who was locked out', async () => {
    const { person, secret, headers } = await site.signedIn('clerk', 'lan');
    const link = site.sessions.newLink(person.id);
    await changePerson(site.hub, site.sessions, person.id, { active: false }, THE_HUB_ITSELF);

    expect((await me(headers.cookie)).statusCode).toBe(401);
    expect((await signIn('lan', secret)).json()).toMatchObject({ code: 'sign-in-failed' });
    expect((await post('/api/sign-in/link', { token: link })).statusCode).toBe(401);
  });
});
