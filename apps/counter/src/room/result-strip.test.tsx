// @vitest-environment happy-dom
import { aHubLink } from '@motcua/client/builders';
import { ok } from '@motcua/domain';
import { aCalledVisit, aClosedVisit, aServingVisit, COUNTER_2, LAN } from '@motcua/domain/builders';
import type { Change, ChangeOf } from '@motcua/protocol';
import { render, type Rendered } from '@motcua/ui/rendered';
import { afterEach, describe, expect, it } from 'vitest';
import { CounterScreens } from '../counter-app.tsx';
import {
  aHubState,
  aMirror,
  idOf,
  NOW,
  QUIET_ACCOUNT,
  QUIET_CONTROLS,
  someoneWaiting,
  WELL_DEVICES,
} from '../page/example-room.ts';

const serving = aServingVisit();
const over = aClosedVisit({ ...{ id: serving.id, ticket: serving.ticket }, outcome: 'served' });
const H022 = someoneWaiting('H022', 9);
const next = aCalledVisit({ id: idOf('H022'), ticket: H022.ticket });
const changed = (
  visit: ChangeOf<'visit-changed'>['visit'],
  action: 'finish' | 'call',
): ChangeOf<'visit-changed'> => ({
  ...{ type: 'visit-changed', seq: 1, at: NOW, because: null, visit, action },
  ...{ by: { deviceId: null, personId: LAN, reason: null }, counterId: COUNTER_2 },
});

describe('a counter asks what was done', () => {
  let shown: Rendered;
  let hub: ReturnType<typeof aHubLink>;

  type Room = NonNullable<Parameters<typeof aMirror>[0]>;
  const state = (room: Room) =>
    aHubState({
      mirror: aMirror({ devices: WELL_DEVICES, ...room }),
      clockOffsetMs: NOW - Date.now(),
    });
  const become = (room: Room) => shown.after(() => hub.set(state(room)));
  const last = () => hub.commands.at(-1);
  const strip = () => shown.text('[data-part="result-strip"]');
  const record = (result: string, dossierCode: string | null = null) => ({
    ...{ type: 'act-on-visit', visitId: over.id, counterId: COUNTER_2 },
    ...{ action: { type: 'set-result', step: 0, result, dossierCode }, note: null, reason: null },
  });
  async function finishAndNext(site: Room['site'] = {}): Promise<void> {
    const answers: (readonly Change[])[] = [[changed(over, 'finish'), changed(next, 'call')]];
    hub = aHubLink(state({ visits: [serving, H022], site }), async () => ok(answers.shift() ?? []));
    const asks = { askClock: async () => false, askBackups: async () => false };
    const page = {
      hub,
      account: QUIET_ACCOUNT,
      linkToken: null,
      controls: QUIET_CONTROLS,
      ...asks,
    };
    shown = await render(<CounterScreens {...page} />);
    await shown.press('Shift+Enter');
    await become({ visits: [over, next], site });
  }

  afterEach(() => shown.unmount());

  it('by one digit, while the next number is called already', async () => {
    await finishAndNext();
    expect(strip()).toContain(`Kết quả ${over.ticket.number}`);
    await shown.press('5');
    expect(last()).toEqual(record('helped-online'));
    await shown.press('s');
    expect(last()).toMatchObject({ visitId: next.id, action: { type: 'start-service' } });
  });

  it('until it is put aside, and then the digits are those of the lines again', async () => {
    await finishAndNext();
    await shown.press('Escape');
    expect(strip()).toBe('');
    const sent = hub.commands.length;
    await shown.press('1');
    expect(hub.commands).toHaveLength(sent);
  });

  it('no more when finishing was undone', async () => {
    await finishAndNext();
    await become({ visits: [serving, H022] });
    expect(strip()).toBe('');
  });

  it('and then for the code of the dossier, which W leads to', async () => {
    await finishAndNext();
    const results = [{ step: 0, result: 'received' as const }];
    await become({ visits: [{ ...over, results }, next] });
    expect(strip()).toContain('Nhận hồ sơ');
    await shown.press('w');
    expect(document.activeElement).toBe(shown.field('Mã hồ sơ'));
    await shown.type(shown.field('Mã hồ sơ'), ' h44.10-250715-0007');
    await shown.submit();
    expect(last()).toEqual(record('received', 'h44.10-250715-0007'));
  });

  it('not where the centre records nothing', async () => {
    await finishAndNext({ results: 'off' });
    expect(shown.find('[data-part="result-strip"]')).toBeNull();
  });
});
