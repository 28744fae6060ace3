// @vitest-environment happy-dom
import { aHubLink } from '@motcua/client/builders';
import { type Device, type DeviceId, UNKNOWN_CONDITION, type VisitId } from '@motcua/domain';
import { aQueue, aWaitingVisit, someSettings, T0 } from '@motcua/domain/builders';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render, type Rendered } from '@motcua/ui/rendered';
import { aHubState } from '../example-mirror.ts';
import { KioskButtons, WithdrawNumbers } from './kiosk-buttons.tsx';

const id = 'kiosk-2' as DeviceId;
const kiosk: Device = {
  ...{ id, name: 'Kiosk sảnh', role: 'kiosk', pairedAt: T0, revoked: true, offlineLetter: 'R' },
  ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
};
const waiting = (number: string) => {
  const visit = aWaitingVisit({ id: number as VisitId });
  return { ...visit, ticket: { ...visit.ticket, number } };
};
const mirrorOf = (...numbers: readonly string[]) => ({
  devices: new Map([[id, kiosk]]),
  visits: new Map(numbers.map((number) => [number as VisitId, waiting(number)])),
  settings: someSettings({ queues: [aQueue()] }),
});

const hub = aHubLink(aHubState());
beforeEach(() => void hub.commands.splice(0));

describe('The numbers of a revoked kiosk', () => {
  let shown: Rendered | null = null;
  afterEach(async () => shown?.unmount());

  it('are cancelled together, and only its own are counted', async () => {
    const mirror = mirrorOf('HR01', 'HR02', 'HA01', 'H001');
    shown = await render(<WithdrawNumbers hub={hub} kiosk={kiosk} mirror={mirror} />);
    const button = document.querySelector('button');
    expect(button?.textContent).toContain('Huỷ 2 số');
    await shown.click(/^Huỷ 2 số của máy này: /);
    expect(document.body.textContent).toContain('cán bộ cấp số mới');
    await shown.click('Huỷ 2 số của máy này');
    expect(hub.commands).toEqual([{ type: 'withdraw-numbers', deviceId: id }]);
  });

  it('are not offered where none waits', async () => {
    shown = await render(<WithdrawNumbers hub={hub} kiosk={kiosk} mirror={mirrorOf('H001')} />);
    expect(document.querySelector('button')).toBeNull();
  });
});

describe('A kiosk', () => {
  let shown: Rendered | null = null;
  afterEach(async () => shown?.unmount());

  it('is locked only after a question, and keeps its training as it is', async () => {
    shown = await render(<KioskButtons hub={hub} kiosk={{ ...kiosk, training: true }} />);
    await shown.click('Khoá “Kiosk sảnh”?');
    expect(hub.commands).toEqual([]);
    await shown.click('Khoá');
    expect(hub.commands).toEqual([
      { type: 'set-kiosk', deviceId: id, locked: true, training: true },
    ]);
    expect(shown.find('[role=alertdialog]')).toBeNull();
  });
});
