import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { createHttpClient, toMirror } from '@motcua/client';
import type { CommandId, DeviceId, PersonId, Result, ServiceId } from '@motcua/domain';
import { createSessions, THE_HUB_ITSELF } from '@motcua/hub';
import {
  type CommandType,
  plainTicket,
  PROTOCOL_VERSION,
  type Role,
  ROLES,
  type Welcome,
} from '@motcua/protocol';
import { createSeededRandom } from '@motcua/testing';
import { people } from '@motcua/protocol/http';
import { everyCommand } from '../fuzz/commands.ts';
import { type Credentials, type FuzzHub, startFuzzHub } from '../fuzz/fuzz-hub.ts';

/** The columns of the tables; a mark means: may. `revoked`: a kiosk that was revoked; `inactive`: a clerk whose account was closed. */
const WHO = [
  ...['stranger', 'kiosk', 'display', 'revoked'],
  ...['clerk', 'guide', 'head', 'administrator', 'inactive'],
] as const;
type Who = (typeof WHO)[number];

const HELLO = readTable(`
           stranger  kiosk  display  revoked  clerk  guide  head  administrator  inactive
  kiosk       -        x       -        -       -      -     -          -           -
  display     -        -       x        -       -      -     -          -           -
  counter     -        -       -        -       x      x     x          -           -
  admin       -        -       -        -       -      -     x          x           -
`);

/** By the code of a slip, without a hello; an authenticated client cannot follow. */
const FOLLOW = readTable(`
           stranger  kiosk  display  revoked  clerk  guide  head  administrator  inactive
  follow      x        -       -        x       -      -     -          -           x
`);

const COMMANDS = readTable(`
                       stranger  kiosk  display  revoked  clerk  guide  head  administrator  inactive
  issue-ticket            -        x       -        -       x      x     x          -           -
  check-in                -        x       -        -       x      x     x          -           -
  step-out                -        x       -        -       x      x     x          -           -
  make-booking            -        -       -        -       x      x     x          -           -
  cancel-booking          -        -       -        -       x      x     x          -           -
  set-care                -        -       -        -       x      x     x          -           -
  set-kiosk               -        -       -        -       x      x     x          -           -
  withdraw-numbers        -        -       -        -       -      -     x          x           -
  act-on-visit            -        -       -        -       x      x     x          -           -
  open-counter            -        -       -        -       x      -     x          -           -
  close-counter           -        -       -        -       x      -     x          -           -
  pause-counter           -        -       -        -       x      -     x          -           -
  resume-counter          -        -       -        -       x      -     x          -           -
  call-next               -        -       -        -       x      -     x          -           -
  undo                    -        -       -        -       x      x     x          -           -
  report-print            -        x       -        -       -      -     -          -           -
  resolve-print           -        x       -        -       x      x     x          -           -
  print-again             -        -       -        -       x      x     x          -           -
  settle-ticket           -        x       -        -       -      -     -          -           -
  report-announcement     -        -       x        -       -      -     -          -           -
  report-condition        -        x       x        -       -      -     -          -           -
  put-setting             -        -       -        -       -      -     x          x           -
  remove-setting          -        -       -        -       -      -     x          x           -
`);

/** Commands that only the hub itself may give: they are refused on the wire from any sender. */
const INTERNAL = [
  'apply-setup',
  ...['put-person', 'put-device', 'record-access', 'forget-visits'],
  ...['close-day', 'expire-announcements', 'mark-missed', 'note-lost-history'],
  'confirm-clock',
  'note-attendance',
];

const ROUTES = readTable(`
                                        stranger  kiosk  display  revoked  clerk  guide  head  administrator  inactive
  GET /health                              x        x       x        x       x      x     x          x           x
  POST /api/sign-in                        x        x       x        x       x      x     x          x           x
  POST /api/sign-in/link                   x        x       x        x       x      x     x          x           x
  GET /api/sign-in/pin                     x        x       x        x       x      x     x          x           x
  POST /api/sign-in/pin                    x        x       x        x       x      x     x          x           x
  POST /api/sign-out                       x        x       x        x       x      x     x          x           x
  POST /api/pairing                        x        x       x        x       x      x     x          x           x
  GET /api/pairing/{pairingId}             x        x       x        x       x      x     x          x           x
  GET /api/me                              -        -       -        -       x      x     x          x           -
  POST /api/me/password                    -        -       -        -       x      x     x          x           -
  POST /api/me/pin                         -        -       -        -       x      x     -          -           -
  POST /api/me/sign-out-everywhere         -        -       -        -       x      x     x          x           -
  GET /api/pairings                        -        -       -        -       -      -     -          x           -
  POST /api/pairings/{code}/approve        -        -       -        -       -      -     -          x           -
  POST /api/pairings/{code}/refuse         -        -       -        -       -      -     -          x           -
  GET /api/devices                         -        -       -        -       -      -     -          x           -
  POST /api/devices                        -        -       -        -       -      -     -          x           -
  POST /api/devices/{deviceId}/revoke      -        -       -        -       -      -     -          x           -
  GET /api/people                          -        -       -        -       -      -     -          x           -
  POST /api/people                         -        -       -        -       -      -     -          x           -
  PATCH /api/people/{personId}             -        -       -        -       -      -     -          x           -
  POST /api/people/{personId}/link         -        -       -        -       -      -     -          x           -
  POST /api/people/{personId}/sign-out     -        -       -        -       -      -     -          x           -
  GET /api/devices/vitals                  -        -       -        -       -      -     x          x           -
  GET /api/backups                         -        -       -        -       -      -     x          x           -
  POST /api/backups                        -        -       -        -       -      -     x          x           -
  GET /api/backups/alarm                   -        -       -        -       x      x     x          x           -
  GET /api/setup                           -        -       -        -       -      -     x          x           -
  POST /api/setup                          -        -       -        -       -      -     x          x           -
  POST /api/setup/preview                  -        -       -        -       -      -     x          x           -
  GET /api/clock                           -        -       -        -       x      x     x          x           -
  POST /api/clock                          -        -       -        -       -      -     x          x           -
  GET /api/journal                         -        -       -        -       -      -     x          x           -
  GET /api/journal.csv                     -        -       -        -       -      -     x          x           -
  GET /api/reports/day/{day}               -        -       -        -       -      -     x          -           -
  GET /api/reports/day/{day}.pdf           -        -       -        -       -      -     x          -           -
  GET /api/reports/day/{day}.csv           -        -       -        -       -      -     x          -           -
  GET /api/reports/period                  -        -       -        -       -      -     x          -           -
  GET /api/reports/period.pdf              -        -       -        -       -      -     x          -           -
  GET /api/reports/period.csv              -        -       -        -       -      -     x          -           -
  GET /api/reports/period.xlsx             -        -       -        -       -      -     x          -           -
`);

/** Routes of the command line with its own token; closed to all others. */
const CONTROL = [
  ...['GET /api/control/devices', 'POST /api/control/devices'],
  ...['POST /api/control/devices/none/revoke', 'GET /api/control/people'],
  ...['POST /api/control/people', 'POST /api/control/people/recover'],
  'GET /api/control/reports/day/2026-11-23',
  'GET /api/control/reports/period',
];

/** Bodies for routes that parse them before checking the rights. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /api/me/password': { current: 'x', next: 'x' },
  'POST /api/me/pin': { password: 'x', pin: '4829' },
};

describe('the permission tables', () => {
  let site: FuzzHub;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    site = await startFuzzHub();
  });
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await site.close();
  });

  /** New ones, so that a row may end sessions without affecting the next. */
  async function credentialsOf(who: Who): Promise<Credentials> {
    const { hub } = site.started;
    const commandId = crypto.randomUUID() as CommandId;
    switch (who) {
      case 'administrator':
        return site.credentialsOf('head', 'quantri');
      case 'inactive': {
        const shutOut = await site.credentialsOf('clerk', 'son');
        const person = hub.state.people.get('son' as PersonId);
        if (person === undefined) throw new Error('Kim Bôi has nobody called son');
        const command = {
          commandId,
          type: 'put-person',
          person: { ...person, active: false },
        } as const;
        await hub.execute(command, THE_HUB_ITSELF);
        return shutOut;
      }
      case 'revoked': {
        const shutOut = await site.credentialsOf('kiosk');
        const id = `kiosk-${shutOut.deviceToken?.slice(0, 8)}` as DeviceId;
        const device = hub.state.devices.get(id);
        if (device === undefined) throw new Error(`There is no device ${id}`);
        const command = {
          commandId,
          type: 'put-device',
          device: { ...device, revoked: true },
        } as const;
        await hub.execute(command, THE_HUB_ITSELF);
        return shutOut;
      }
      default:
        return site.credentialsOf(who);
    }
  }

  async function connectSocket({ cookie }: Credentials): Promise<Socket> {
    const socket = io(site.started.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(cookie === null ? {} : { extraHeaders: { cookie } }),
    });
    sockets.push(socket);
    await new Promise<void>((done) => socket.once('connect', done));
    return socket;
  }
  const hello = (socket: Socket, deviceToken: string | null, role: Role) =>
    socket.emitWithAck('hello', {
      ...{ protocolVersion: PROTOCOL_VERSION, role, deviceToken, lastSeq: null },
    }) as Promise<Welcome>;
  const command = async (socket: Socket, wish: object): Promise<string> => {
    const message = { ...wish, commandId: crypto.randomUUID() };
    const answer = (await socket.emitWithAck('command', message)) as Result<unknown>;
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  const turnsAway = (code: string) => code === 'sign-in-first' || code === 'role-not-allowed';

  it.each(WHO)('let a %s connect in its own role only', async (who) => {
    const credentials = await credentialsOf(who);
    const letIn: Partial<Record<Role, boolean>> = {};
    for (const role of ROLES) {
      const welcome = await hello(await connectSocket(credentials), credentials.deviceToken, role);
      letIn[role] = welcome.type !== 'turned-away';
    }
    expect(letIn).toEqual(columnOf(HELLO, who));
  });

  it.each(WHO)('let a %s with a slip follow its number, or not', async (who) => {
    const { hub } = site.started;
    const wish = plainTicket(hub.state.settings.all().services[0]?.id ?? ('none' as ServiceId));
    const issue = { ...wish, commandId: crypto.randomUUID() as CommandId };
    expect(await hub.execute(issue, THE_HUB_ITSELF)).toMatchObject({ ok: true });
    const [visitId] = hub.state.visits.keys();
    const credentials = await credentialsOf(who);
    const socket = await connectSocket(credentials);
    await hello(socket, credentials.deviceToken, credentials.role);
    const answer = (await socket.emitWithAck('follow', {
      type: 'slip',
      visitId,
    })) as Result<unknown>;
    expect({ follow: answer.ok }).toEqual(columnOf(FOLLOW, who));
  });

  it.each(WHO)('accept from a %s exactly its own commands', async (who) => {
    const random = createSeededRandom(7);
    const head = await credentialsOf('head');
    const seen = await hello(await connectSocket(head), null, 'admin');
    if (seen.type !== 'snapshot') throw new Error('The head of centre was turned away');
    const known = { mirror: toMirror(seen), personId: head.personId };
    const credentials = await credentialsOf(who);
    const socket = await connectSocket(credentials);
    await hello(socket, credentials.deviceToken, credentials.role);

    const may: Partial<Record<CommandType, boolean>> = {};
    // A kiosk reports the visitor's choice, staff that they helped; the reverse is allowed to neither.
    const resolution = who === 'kiosk' ? 'noted' : 'helped';
    for (const wish of everyCommand(random, known)) {
      const theirs = wish.type === 'resolve-print' ? { ...wish, resolution } : wish;
      may[wish.type] = !turnsAway(await command(socket, theirs));
    }
    expect(may).toEqual(columnOf(COMMANDS, who));
  });

  it.each(WHO)('accept from a %s no command reserved to the hub', async (who) => {
    const credentials = await credentialsOf(who);
    const socket = await connectSocket(credentials);
    await hello(socket, credentials.deviceToken, credentials.role);

    for (const type of INTERNAL) {
      const code = await command(socket, { type, person: {}, device: {} });
      expect({ type, refused: turnsAway(code) || code === 'malformed' }).toEqual({
        type,
        refused: true,
      });
    }
  });

  it.each(['head', 'guide'] as const)(
    'gives a clerk who becomes a %s the new rights only after signing in anew',
    async (role) => {
      const { hub } = site.started;
      const administrator = await credentialsOf('administrator');
      const http = createHttpClient({
        baseUrl: site.started.url,
        headers: { cookie: administrator.cookie ?? '' },
      });
      const body = { name: 'Lò Văn Tám', login: `tam-${role}`, role: 'clerk' } as const;
      const added = await http.ask(people.add, { body });
      if (!added.ok) throw new Error(added.refusal.code);
      const { person } = added.value;
      const session = createSessions(hub.store.sessions, hub.now).open(person.id);
      const cookie = `motcua_session=${session}`;
      const socket = await connectSocket({ ...administrator, cookie });
      expect(await hello(socket, null, 'counter')).toMatchObject({ type: 'snapshot' });
      const turnedAway = once(socket as never, 'turned-away');
      const disconnected = once(socket as never, 'disconnect');

      await http.ask(people.change, { params: { personId: person.id }, body: { role } });
      expect(await turnedAway).toEqual(['sign-in-first']);
      await disconnected;
      const again = await connectSocket({ ...administrator, cookie });
      expect(await hello(again, null, 'counter')).toMatchObject({ reason: 'sign-in-first' });
      const me = await fetch(new URL('/api/me', site.started.url), { headers: { cookie } });
      expect(me.status).toBe(401);
    },
  );

  it('have a row for every route in the API description', async () => {
    const response = await fetch(`${site.started.url}/api/docs`, {
      headers: { accept: 'application/json' },
    });
    const { paths } = (await response.json()) as { paths: Record<string, object> };
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...ROUTES.keys()].toSorted()).toEqual(described.toSorted());
  });

  it.each(WHO)('give a %s access to exactly its own routes', async (who) => {
    const may: Record<string, boolean> = {};
    for (const route of ROUTES.keys()) may[route] = !turnsAway(await codeOf(route, who));
    expect(may).toEqual(columnOf(ROUTES, who));
  });

  it.each(WHO)('give a %s no access to the routes of the command line', async (who) => {
    for (const route of CONTROL)
      expect({ route, code: await codeOf(route, who) }).toEqual({
        route,
        code: 'role-not-allowed',
      });
  });

  async function codeOf(route: string, who: Who): Promise<string> {
    const { cookie, deviceToken } = await credentialsOf(who);
    const [method = '', path = ''] = route.split(' ');
    const url = path.replace('{code}', '123456').replace('{day}', '2026-02-28');
    const headers = new Headers();
    if (cookie !== null) headers.set('cookie', cookie);
    if (deviceToken !== null) headers.set('authorization', `Bearer ${deviceToken}`);
    if (method !== 'GET') headers.set('content-type', 'application/json');
    const response = await fetch(new URL(url.replaceAll(/\{\w+\}/g, 'none'), site.started.url), {
      method,
      headers,
      body: method === 'GET' ? null : JSON.stringify(BODIES[route] ?? {}),
    });
    const text = await response.text();
    return response.ok ? 'ok' : (JSON.parse(text) as { code: string }).code;
  }
});

/** Rows of a table by their first words; the marks follow after two spaces. */
function readTable(text: string): ReadonlyMap<string, readonly string[]> {
  const [head = '', ...rows] = text.split('\n').filter((line) => line.trim() !== '');
  expect(head.trim().split(/\s+/)).toEqual(WHO);
  return new Map(
    rows.map((row) => {
      const [name = '', ...cells] = row.trim().split(/\s{2,}/);
      if (cells.length !== WHO.length) throw new Error(`The row ${name} has ${cells.length} cells`);
      return [name, cells];
    }),
  );
}

function columnOf(table: ReturnType<typeof readTable>, who: Who): Record<string, boolean> {
  return Object.fromEntries(
    [...table].map(([name, cells]) => [name, cells[WHO.indexOf(who)] === 'x']),
  );
}
