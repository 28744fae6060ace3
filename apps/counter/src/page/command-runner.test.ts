import { aHubLink } from '@motcua/client/builders';
import { type VisitorNotes, NO_VISITOR_NOTES, ok, refuse, type Result } from '@motcua/domain';
import { COUNTER_2 } from '@motcua/domain/builders';
import type { CommandInput } from '@motcua/client';
import type { Change } from '@motcua/protocol';
import { describe, expect, it } from 'vitest';
import { createCommandRunner } from './command-runner.ts';
import { aHubState, aMirror, idOf, NOW } from './example-room.ts';

const next: CommandInput = { type: 'call-next', counterId: COUNTER_2, finishCurrent: false };
const change: Change = {
  type: 'counter-changed',
  counter: { counterId: COUNTER_2, state: 'closed' },
  undone: false,
  seq: 7,
  at: NOW,
  by: { deviceId: null, personId: null, reason: null },
};

describe('the command runner', () => {
  it('sends one command while two are pressed', async () => {
    let answer = (_result: Result<readonly Change[]>): void => undefined;
    const answered = new Promise<Result<readonly Change[]>>((resolve) => {
      answer = resolve;
    });
    const hub = aHubLink(aHubState(), () => answered);
    const runner = createCommandRunner(hub);
    const first = runner.run(next);
    expect(await runner.run(next)).toBe(false);
    answer(ok([]));
    expect(await first).toBe(true);
    expect(hub.commands).toEqual([next]);
  });

  it('stays busy until the mirror shows the changes of the answer', async () => {
    const hub = aHubLink(aHubState(), async () => ok([change]));
    const runner = createCommandRunner(hub);
    const ran = runner.run(next);
    await Promise.resolve();
    await Promise.resolve();
    expect(runner.getState().underWay).toBe('call-next');
    hub.set(aHubState({ mirror: { ...aMirror(), seq: 7 } }));
    await ran;
    expect(runner.getState()).toMatchObject({
      underWay: null,
      refusal: null,
      accepted: [change],
    });
  });

  it('does not wait for a mirror that has lost its hub', async () => {
    const hub = aHubLink(aHubState(), async () => ok([change]));
    const runner = createCommandRunner(hub);
    const ran = runner.run(next);
    hub.set(aHubState({ connection: 'offline' }));
    expect(await ran).toBe(true);
  });

  it('shows a refusal until the next command, and keeps what could be undone', async () => {
    const answers = [ok([]), refuse('nobody-waiting'), ok([])];
    const runner = createCommandRunner(
      aHubLink(aHubState(), async () => answers.shift() ?? ok([])),
    );
    await runner.run(next);
    await runner.run(next);
    expect(runner.getState().refusal?.code).toBe('nobody-waiting');
    const third = runner.run(next);
    expect(runner.getState().refusal).toBeNull();
    await third;
  });

  it('remembers the former notes about a visitor', async () => {
    const known: VisitorNotes = { needs: ['deaf'], priorityGroupId: null, note: '' };
    const mirror = aMirror({ care: new Map([[idOf('H021'), known]]) });
    const runner = createCommandRunner(aHubLink(aHubState({ mirror })));
    await runner.run({ type: 'set-care', visitId: idOf('H021'), care: NO_VISITOR_NOTES });
    expect(runner.getState().notesBefore).toEqual(known);
    await runner.run(next);
    expect(runner.getState().notesBefore).toBeNull();
  });

  it('is free again after a fault', async () => {
    const hub = aHubLink(aHubState(), () => Promise.reject(new Error('socket broke')));
    const runner = createCommandRunner(hub);
    await expect(runner.run(next)).rejects.toThrow('call-next');
    expect(runner.getState()).toMatchObject({
      underWay: null,
      refusal: { code: 'hub-unavailable' },
    });
  });
});
