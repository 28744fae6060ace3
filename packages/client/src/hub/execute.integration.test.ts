import { ok } from '@motcua/domain';
import { COUNTER_2 } from '@motcua/domain/builders';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSnapshot, becomes, issued, TinyHub, turnedAway } from '../../test/tiny-hub.ts';

let hub: TinyHub;

beforeEach(async () => {
  hub = new TinyHub();
  await hub.start();
});

afterEach(() => hub.stop());

describe('execute', () => {
  it('gives the answer of the hub', async () => {
    hub.onCommand = (_socket, answer) => answer(ok([issued(11)]));
    const link = hub.connect({ newId: () => 'command-1' });
    await becomes(link, 'live');
    expect(
      await link.execute({ type: 'open-counter', counterId: COUNTER_2, training: false }),
    ).toEqual(ok([issued(11)]));
    expect(hub.commands).toEqual([
      { type: 'open-counter', counterId: COUNTER_2, training: false, commandId: 'command-1' },
    ]);
  });

  it('waits for the connection before it sends', async () => {
    const link = hub.connect();
    const answer = link.execute({ type: 'undo', counterId: COUNTER_2 });
    expect(await answer).toEqual(ok([]));
    expect(hub.commands).toHaveLength(1);
  });

  it('repeats a command with its id when the connection broke before the answer', async () => {
    let count = 0;
    hub.onCommand = (_socket, answer) => {
      count += 1;
      if (count === 1) hub.cut();
      else answer(ok([]));
    };
    const link = hub.connect();
    await becomes(link, 'live');
    expect(await link.execute({ type: 'undo', counterId: COUNTER_2 })).toEqual(ok([]));
    const [first, second] = hub.commands;
    expect(hub.commands).toHaveLength(2);
    expect(second).toEqual(first);
  });

  it('refuses with hub-unavailable when no answer came in time', async () => {
    hub.onCommand = () => undefined;
    const link = hub.connect({ commandTimeoutMs: 50 });
    await becomes(link, 'live');
    const answer = await link.execute({ type: 'undo', counterId: COUNTER_2 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'hub-unavailable' } });
  });

  it('does not send a command again that was refused for want of an answer', async () => {
    hub.onCommand = () => undefined;
    const link = hub.connect({ commandTimeoutMs: 50 });
    await becomes(link, 'live');
    await link.execute({ type: 'undo', counterId: COUNTER_2 });
    hub.cut();
    await becomes(link, 'offline');
    await becomes(link, 'live');
    expect(hub.commands).toHaveLength(1);
  });

  it('refuses what still waits when the link is closed', async () => {
    hub.onCommand = () => undefined;
    const link = hub.connect();
    await becomes(link, 'live');
    const waiting = link.execute({ type: 'undo', counterId: COUNTER_2 });
    link.close();
    const later = await link.execute({ type: 'undo', counterId: COUNTER_2 });
    expect(await waiting).toMatchObject({ ok: false, refusal: { code: 'hub-unavailable' } });
    expect(later).toMatchObject({ ok: false, refusal: { code: 'hub-unavailable' } });
  });
});

describe('being turned away', () => {
  it('shows the reason and refuses commands at once', async () => {
    hub.welcome = () => turnedAway('sign-in-first');
    const link = hub.connect();
    expect((await becomes(link, 'turned-away')).turnedAway).toBe('sign-in-first');
    const answer = await link.execute({ type: 'undo', counterId: COUNTER_2 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'sign-in-first' } });
  });

  it('refuses commands that were waiting for the hello', async () => {
    hub.welcome = () => turnedAway('unknown-device');
    const link = hub.connect();
    const answer = await link.execute({ type: 'undo', counterId: COUNTER_2 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'hub-unavailable' } });
  });

  it('reconnects on retry, with a new handshake and the token of that time', async () => {
    let token = 'old';
    hub.welcome = ({ deviceToken }) =>
      deviceToken === 'new' ? aSnapshot(30) : turnedAway('unknown-device');
    const link = hub.connect({ deviceToken: () => token });
    await becomes(link, 'turned-away');
    token = 'new';
    link.retry();
    expect(link.getState()).toMatchObject({ connection: 'connecting', turnedAway: null });
    expect((await becomes(link, 'live')).mirror?.seq).toBe(30);
    expect(hub.sockets).toHaveLength(2);
  });

  it('reconnects by itself after a long pause', async () => {
    hub.welcome = () => (hub.hellos.length === 1 ? turnedAway('protocol-mismatch') : aSnapshot(10));
    const link = hub.connect({ turnedAwayPauseMs: 10 });
    await becomes(link, 'turned-away');
    expect((await becomes(link, 'live')).turnedAway).toBeNull();
  });

  it('happens in the midst of work, and the next hello asks for everything', async () => {
    const link = hub.connect();
    await becomes(link, 'live');
    hub.welcome = () => turnedAway('sign-in-first');
    hub.sockets.at(-1)?.emit('turned-away', 'sign-in-first');
    await becomes(link, 'turned-away');
    hub.welcome = () => aSnapshot(40);
    link.retry();
    await becomes(link, 'live');
    expect(hub.hellos.map(({ lastSeq }) => lastSeq)).toEqual([null, 10, null]);
  });
});
