import type { CommandId } from '@motcua/domain';
import { USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import type { HubHistory } from '@motcua/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHub, type Hub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { createSuccessorWatch } from './successor.ts';

const SECOND = 'http://192.168.1.11:7100';

describe('a hub that may have been replaced', () => {
  let hub: Hub;
  let there: HubHistory | null;
  let asked: string[];
  let replaced: number;

  beforeEach(async () => {
    hub = createHub({ dataDir: ':memory:', now: () => T0 });
    [there, asked, replaced] = [null, [], 0];
    await hub.execute(
      {
        commandId: 'set' as CommandId,
        type: 'put-setting',
        setting: {
          kind: 'safekeeping',
          value: { ...USUAL_BACKUP_SETTINGS, standbyAddress: SECOND },
        },
      },
      THE_HUB_ITSELF,
    );
  });
  afterEach(() => hub.close());

  const watch = () =>
    createSuccessorWatch(
      hub,
      () => (replaced += 1),
      async (url) => {
        asked.push(url);
        return there;
      },
    );

  it('steps aside for one of the same data and a later history, and reports it once', async () => {
    there = { ...hub.store.history.read(), epoch: 1, life: '' };
    const successor = watch();
    await successor.check();
    await successor.check();
    expect(successor.address()).toBe(SECOND);
    expect([asked, replaced]).toEqual([[SECOND], 1]);
  });

  it.each<[string, () => HubHistory | null]>([
    ['no hub answers there', () => null],
    ['it is itself that answers there', () => hub.store.history.read()],
    ['what answers there has other data', () => ({ database: 'other', epoch: 9, life: '' })],
  ])('stays the hub when %s', async (_why, answer) => {
    there = answer();
    const successor = watch();
    await successor.check();
    expect(successor.address()).toBeNull();
  });

  it('checks every few seconds, not at every call', () => {
    const successor = watch();
    successor.tick();
    successor.tick();
    expect(asked).toEqual([SECOND]);
  });
});
