import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId } from '@motcua/domain';
import { aQueue, CIVIL } from '@motcua/domain/builders';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { aHttpHub, type HttpHub } from '../builders.ts';

describe('the register of people', () => {
  let site: HttpHub;
  let chief: Awaited<ReturnType<HttpHub['signedIn']>>;

  beforeEach(async () => {
    site = await aHttpHub();
    chief = await site.signedIn('administrator', 'chief');
    await site.hub.execute(
      {
        commandId: 'queue' as CommandId,
        type: 'put-setting',
        setting: { kind: 'queue', value: aQueue() },
      },
      THE_HUB_ITSELF,
    );
  });
  afterEach(() => site.close());

  const ask = (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
    site.app.inject({
      method,
      url,
      headers: chief.headers,
      ...(payload === undefined ? {} : { payload }),
    });
  const signIn = (login: string, password: string) =>
    site.app.inject({ method: 'POST', url: '/api/sign-in', payload: { login, password } });
  const LAN = { name: 'Nguyễn Thị Lan', login: 'lan', role: 'clerk' };

  it('adds a person with a secret that is shown once and works', async () => {
    const added = await ask('POST', '/api/people', { ...LAN, login: ' Lan ' });
    const { person, secret } = added.json<{ person: object; secret: string }>();

    expect(person).toMatchObject({ ...LAN, active: true });
    expect((await signIn('lan', secret)).statusCode).toBe(200);
    expect((await ask('GET', '/api/people')).body).not.toContain(secret);
    expect(JSON.stringify(site.hub.store.journal.between(0, 99))).not.toContain(secret);
    expect(site.logged.join('')).not.toContain(secret);
  });

  it('refuses a login that is taken', async () => {
    await ask('POST', '/api/people', LAN);
    const again = await ask('POST', '/api/people', { ...LAN, login: 'LAN' });

    expect(again.statusCode).toBe(409);
    expect(again.json()).toMatchObject({ code: 'name-taken' });
  });

  it.each(['', 'a', 'với dấu', 'x'.repeat(33), '../lan', 'lan@x', '-lan'])(
    'refuses the login %j',
    async (login) => {
      expect((await ask('POST', '/api/people', { ...LAN, login })).statusCode).toBe(400);
    },
  );

  it('gives a link to a person who has lost the password, and the journal names its author', async () => {
    const { person, secret } = await site.signedIn('clerk', 'lan');
    const first = await ask('POST', `/api/people/${person.id}/link`);
    const { token } = (await ask('POST', `/api/people/${person.id}/link`)).json<{
      token: string;
    }>();
    const take = (taken: string) => ask('POST', '/api/sign-in/link', { token: taken });

    expect(token).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect((await take(first.json<{ token: string }>().token)).statusCode).toBe(401);
    expect((await take(token)).json()).toMatchObject({ person: { login: 'lan' } });
    expect((await take(token)).statusCode).toBe(401);
    expect((await signIn('lan', secret)).statusCode).toBe(200);
    const made = site.hub.store.journal
      .between(0, 99)
      .find((change) => change.type === 'door-noted' && change.event === 'link-made');
    expect(made).toMatchObject({
      ...{ type: 'door-noted', event: 'link-made', subject: person.id },
      by: { personId: chief.person.id },
    });
    expect(site.logged.join('')).not.toContain(token);
  });

  it('gives no link to a person who is locked out', async () => {
    const { person } = await site.signedIn('clerk', 'lan');
    await ask('PATCH', `/api/people/${person.id}`, { active: false });

    expect((await ask('POST', `/api/people/${person.id}/link`)).statusCode).toBe(404);
  });

  it('signs a person out everywhere', async () => {
    const { person, headers } = await site.signedIn('clerk', 'lan');
    const ended = await ask('POST', `/api/people/${person.id}/sign-out`);

    expect(ended.json()).toEqual({ person });
    expect(site.identify({ cookieHeader: headers.cookie, deviceToken: null }).personId).toBeNull();
    expect(site.signedOut).toEqual([person.id]);
    expect(site.hub.store.journal.between(0, 99).at(-1)).toMatchObject({
      ...{ type: 'door-noted', event: 'signed-out', subject: person.id },
      by: { personId: chief.person.id },
    });
  });

  it('renames, promotes and locks out', async () => {
    const { person, headers } = await site.signedIn('clerk', 'lan');
    const change = (payload: object) => ask('PATCH', `/api/people/${person.id}`, payload);

    expect((await change({ name: 'Lan Anh' })).json()).toMatchObject({
      person: { name: 'Lan Anh', login: 'lan', role: 'clerk' },
    });
    expect((await change({ role: 'guide' })).json()).toMatchObject({ person: { role: 'guide' } });
    expect((await change({ active: false })).json()).toMatchObject({ person: { active: false } });
    expect(site.identify({ cookieHeader: headers.cookie, deviceToken: null }).personId).toBeNull();
    expect(site.signedOut).toEqual([person.id, person.id]);
  });

  it.each(['guide', 'head', 'administrator'])(
    'ends older sessions of a person who becomes %s, and not for another name',
    async (role) => {
      const { person, headers } = await site.signedIn('clerk', 'lan');
      const link = site.sessions.newLink(person.id);
      const who = () => site.identify({ cookieHeader: headers.cookie, deviceToken: null }).personId;
      await ask('PATCH', `/api/people/${person.id}`, { name: 'Lan Anh', role: 'clerk' });
      expect(who()).toBe(person.id);

      await ask('PATCH', `/api/people/${person.id}`, { role });
      expect(who()).toBeNull();
      expect((await ask('POST', '/api/sign-in/link', { token: link })).statusCode).toBe(401);
    },
  );

  it('takes the queues a person can serve, and gives all of them back', async () => {
    const { person } = await site.signedIn('clerk', 'lan');
    const change = (skills: unknown) => ask('PATCH', `/api/people/${person.id}`, { skills });

    expect((await change([CIVIL])).json()).toMatchObject({ person: { skills: [CIVIL] } });
    expect(site.hub.state.people.get(person.id)?.skills).toEqual([CIVIL]);
    expect((await change(null)).json()).toMatchObject({ person: { skills: null } });
    const added = await ask('POST', '/api/people', { ...LAN, login: 'hoa', skills: [CIVIL] });
    expect(added.json()).toMatchObject({ person: { skills: [CIVIL] } });
  });

  it('refuses an unknown queue, and what is no queue', async () => {
    const { person } = await site.signedIn('clerk', 'lan');
    const change = (skills: unknown) => ask('PATCH', `/api/people/${person.id}`, { skills });

    expect((await change(['nowhere'])).json()).toMatchObject({ code: 'queue-not-found' });
    expect((await change('civil')).statusCode).toBe(400);
    expect(site.hub.state.people.get(person.id)?.skills).toBeNull();
  });

  it('changes no login, id or anything else it does not name', async () => {
    const url = `/api/people/${chief.person.id}`;

    for (const payload of [{ login: 'x' }, { id: 'x' }, { secret: 'x' }, { role: 'owner' }])
      expect((await ask('PATCH', url, payload)).statusCode).toBe(400);
  });

  it('keeps the last administrator', async () => {
    const url = `/api/people/${chief.person.id}`;
    expect((await ask('PATCH', url, { active: false })).json()).toMatchObject({ code: 'in-use' });
    expect((await ask('PATCH', url, { role: 'clerk' })).statusCode).toBe(409);

    await site.signedIn('administrator', 'second');
    expect((await ask('PATCH', url, { role: 'clerk' })).statusCode).toBe(200);
  });

  it('refuses unknown people', async () => {
    expect((await ask('PATCH', '/api/people/unknown', {})).json()).toMatchObject({
      code: 'person-not-found',
    });
    expect((await ask('POST', '/api/people/unknown/link')).statusCode).toBe(404);
  });
});
