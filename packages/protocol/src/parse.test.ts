import { type ServiceId, USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aCounter,
  aPriorityGroup,
  aQueue,
  aService,
  aServiceGroup,
  aSite,
} from '@motcua/domain/builders';
import type { Command } from './messages.ts';
import { plainTicket } from './plain-ticket.ts';
import { parseCommand, parseHello } from './parse.ts';

const issue = {
  commandId: 'c-1',
  ...plainTicket('marriage' as ServiceId),
} as Command & { readonly type: 'issue-ticket' };

const checkIn = {
  commandId: 'c',
  type: 'check-in',
  code: 'K7M4XP',
  language: 'vi',
  priorityGroupId: 'elderly',
  needs: ['deaf'],
  party: { people: 2, files: 1, proxy: false },
};

/** A ticket of a kiosk that was offline on that day. */
const onPaper = (day: string) => ({
  ...{ commandId: 'c', type: 'settle-ticket', print: null, resolution: null, instead: null },
  ticket: {
    ...{ visitId: 'v', printJobId: 'p', number: 'H021', day, arrivedAt: 0, bookedFor: null },
    ...{ serviceIds: ['marriage'], language: 'vi', priorityGroupId: null, needs: [] },
    party: { people: 1, files: 1, proxy: false },
  },
});
const secondAt = (standbyAddress: string) => ({
  commandId: 'c',
  type: 'put-setting',
  setting: { kind: 'safekeeping', value: { ...USUAL_BACKUP_SETTINGS, standbyAddress } },
});

/** The same with invisible characters in every text, except words of the program. */
function withUnseen(value: unknown, name = ''): unknown {
  const own = ['commandId', 'type', 'kind', 'icon', 'zone', 'visitId', 'counterId', 'state'];
  if (typeof value === 'string')
    return own.includes(name) || name.endsWith('Id') || name === 'id'
      ? value
      : `${value}\u061C\u200B\uD800`;
  if (Array.isArray(value)) return value.map((each) => withUnseen(each, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withUnseen(each, key)]),
  );
}

describe('parseCommand', () => {
  it.each([
    { type: 'put-setting', setting: { kind: 'service-group', value: aServiceGroup() } },
    { type: 'put-setting', setting: { kind: 'counter', value: aCounter() } },
    { type: 'put-setting', setting: { kind: 'priority-group', value: aPriorityGroup() } },
    { type: 'put-setting', setting: { kind: 'queue', value: aQueue() } },
    { type: 'put-setting', setting: { kind: 'service', value: aService({ code: '1.001' }) } },
    { type: 'put-setting', setting: { kind: 'site', value: aSite() } },
    { ...checkIn },
    {
      ...{ type: 'act-on-visit', visitId: 'v', counterId: null, action: { type: 'finish' } },
      ...{ note: 'Cần bản sao', reason: 'nhầm quầy' },
    },
  ])('lets through nothing unseen in any text (%#)', (wish) => {
    const clean = parseCommand({ commandId: 'c', ...wish });
    expect(clean.ok).toBe(true);
    const parsed = parseCommand(withUnseen({ commandId: 'c', ...wish }));
    // A free text loses them; a word of fixed form is refused.
    if (parsed.ok) expect(parsed).toEqual(clean);
    else expect(parsed.refusal.code).toBe('malformed');
    expect(JSON.stringify(parsed)).not.toMatch(/\u061C|\u200B|\\ud800/i);
  });

  it.each([
    issue,
    { commandId: 'c', type: 'call-next', counterId: 'counter-2', finishCurrent: false },
    {
      commandId: 'c',
      type: 'act-on-visit',
      visitId: 'v',
      counterId: null,
      action: { type: 'transfer', toQueueId: 'civil', reservedFor: null, andBack: true },
      note: 'Cần bản sao trích lục',
      reason: 'nhầm quầy',
    },
    { commandId: 'c', type: 'undo', counterId: null },
    checkIn,
    {
      ...{ commandId: 'c', type: 'report-print', printJobId: 'p' },
      report: { state: 'printed', proof: 'accepted' },
    },
    onPaper('2026-11-23'),
    secondAt('https://pc2.kimboi.local:7100'),
    secondAt('http://[fd00::2]:7100'),
    ...[
      { kind: 'site', value: aSite() },
      { kind: 'service-group', value: aServiceGroup() },
      { kind: 'service', value: aService() },
      { kind: 'queue', value: aQueue() },
      { kind: 'counter', value: aCounter() },
      { kind: 'priority-group', value: aPriorityGroup() },
    ].map((setting) => ({ commandId: 'c', type: 'put-setting', setting })),
  ])('reads %j', (message) => {
    expect(parseCommand(message)).toEqual({ ok: true, value: message });
  });

  it.each([
    ['nothing', null],
    ['a text', 'call-next'],
    ['an unknown type', { commandId: 'c', type: 'delete-everything' }],
    ['what only the hub may say', { commandId: 'c', type: 'close-day' }],
    ['a missing field', { commandId: 'c', type: 'call-next', counterId: 'x' }],
    ['a booking of an empty party', { ...checkIn, party: { people: 0 } }],
    ['a field too many', { ...issue, priority: 'priority' }],
    ['an id with a line break', { ...issue, serviceId: 'a\nb' }],
    ['an endless id', { ...issue, serviceId: 'a'.repeat(65) }],
    ['an id that is none of a plain object', { ...issue, serviceId: '__proto__' }],
    ['a day that no calendar has', { ...onPaper('2026-02-30') }],
    ['a day of another century', { ...onPaper('1900-01-01') }],
    ['a second address with a way in it', secondAt('http://pc2:7100/admin, http://pc3:7100/')],
    ['a second address with a password', secondAt('http://lan:secret@pc2:7100')],
    ['a second address that breaks a header', secondAt('http://pc2;script-src')],
    ['a second address that is a program', secondAt('javascript:alert(1)')],
    [
      'a script as the address on every slip',
      {
        commandId: 'c',
        type: 'put-setting',
        setting: { kind: 'site', value: aSite({ followAddress: 'javascript:alert(1)' }) },
      },
    ],
    ['a language that is none', { ...issue, language: '../../etc' }],
    [
      'an empty range of numbers',
      {
        commandId: 'c',
        type: 'put-setting',
        setting: { kind: 'queue', value: aQueue({ series: { prefix: 'H', from: 9, to: 1 } }) },
      },
    ],
  ])('refuses %s', (_what, message) => {
    expect(parseCommand(message)).toMatchObject({ ok: false, refusal: { code: 'malformed' } });
  });

  it('composes letters that arrive in pieces', () => {
    const name = { vi: 'Hộ tịch' };
    const decomposed = { vi: name.vi.normalize('NFD') };
    const parsed = parseCommand({
      commandId: 'c',
      type: 'put-setting',
      setting: { kind: 'queue', value: aQueue({ name: decomposed }) },
    });

    expect(parsed).toMatchObject({ value: { setting: { value: { name } } } });
  });

  it('answers any input without throwing', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (message) => {
        expect(parseCommand(message).ok).toBe(false);
      }),
    );
  });

  it('never lets a changed field through in another type', () => {
    const { commandId, type, language } = issue;
    const valid = { commandId, type, language };
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(valid)),
        fc.anything().filter((value) => typeof value !== 'string'),
        (field, value) => {
          expect(parseCommand({ ...issue, [field]: value }).ok).toBe(false);
        },
      ),
    );
  });
});

describe('parseHello', () => {
  it('reads a greeting and refuses a malformed one', () => {
    const hello = { protocolVersion: 1, role: 'kiosk', deviceToken: 't', lastSeq: null };

    expect(parseHello(hello)).toEqual({
      ok: true,
      value: { ...hello, history: null },
    });
    expect(parseHello({ ...hello, role: 'root' })).toMatchObject({ ok: false });
    expect(parseHello({ ...hello, lastSeq: -1 })).toMatchObject({ ok: false });
  });
});
