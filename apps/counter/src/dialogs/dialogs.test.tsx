// @vitest-environment happy-dom
import { type QueueId, type ServiceId } from '@motcua/domain';
import { aCalledVisit, aNextStep, aQueue, aService, COUNTER_2 } from '@motcua/domain/builders';
import { LanguageProvider } from '@motcua/ui';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aMirror, NOW } from '../page/example-room.ts';
import { toRow } from '../visit/visit-row.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { PartyDialog } from './party-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { AddServiceDialog } from './service-dialogs.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

const mirror = aMirror();
const row = toRow(mirror, { counterId: COUNTER_2, isHead: false }, NOW)(aCalledVisit());
const nothing = () => undefined;

let root: Root;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

async function show(content: ReactNode, language: 'vi' | 'en' | 'de' = 'vi'): Promise<void> {
  await act(async () =>
    root.render(<LanguageProvider language={language}>{content}</LanguageProvider>),
  );
}

async function press(key: string): Promise<void> {
  const at = document.activeElement ?? document.body;
  await act(async () => at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
}

const dialog = () => document.querySelector('[role=dialog]');
const submit = () => dialog()?.querySelector<HTMLButtonElement>('[type=submit]');
const chosen = () => dialog()?.querySelector<HTMLInputElement>('input:checked')?.value ?? null;

describe('Cancelling a number', () => {
  it('has no reason chosen, and the focus on what keeps the number', async () => {
    const cancelled: string[] = [];
    await show(
      <CancelDialog
        number="H021"
        onClose={nothing}
        onCancelVisit={({ as }, reason) => cancelled.push(as, reason)}
      />,
    );
    expect(chosen()).toBeNull();
    expect(submit()?.disabled).toBe(true);
    expect(document.activeElement?.textContent).toContain('Giữ số H021');

    await press('2');
    expect(chosen()).toBe('withdrawn');
    expect(submit()?.disabled).toBe(false);
    await act(async () => dialog()?.querySelector('form')?.requestSubmit());
    expect(cancelled).toEqual(['withdrawn', 'withdrawn']);
  });
});

describe('Giving a reason', () => {
  it('chooses none beforehand, and none by a digit that is typed into the note', async () => {
    await show(<ReasonDialog number="H021" action="call" onClose={nothing} onGive={nothing} />);
    expect([chosen(), submit()?.disabled]).toEqual([null, true]);
    dialog()?.querySelector<HTMLInputElement>('input[aria-describedby]')?.focus();
    await press('1');
    expect(chosen()).toBeNull();
    dialog()?.querySelector<HTMLInputElement>('[type=radio]')?.focus();
    await press('1');
    expect([chosen(), submit()?.disabled]).toEqual(['help', false]);
  });
});

describe('Transferring a number', () => {
  it('chooses among nine queues by a digit, and transfers no visit by it', async () => {
    const queues = Array.from({ length: 9 }, (_, index) =>
      aQueue({ id: `queue-${index + 1}` as QueueId, name: { vi: `Hàng ${index + 1}` } }),
    );
    const transferred: string[] = [];
    await show(
      <TransferDialog
        row={row}
        mirror={{ ...mirror, settings: { ...mirror.settings, queues } }}
        counterId={COUNTER_2}
        onClose={nothing}
        onTransfer={({ toQueueId }) => transferred.push(toQueueId)}
      />,
    );
    const keys = [...(dialog()?.querySelectorAll('fieldset kbd') ?? [])];
    expect(keys.map(({ textContent }) => textContent)).toEqual([...'123456789']);
    await press('9');
    expect([chosen(), transferred]).toEqual(['queue-9', []]);
    expect(document.activeElement?.getAttribute('value')).toBe('queue-9');
  });
});

describe('Adding a service', () => {
  it('finds one of sixty by a few letters, and leaves out what the visitor came for', async () => {
    const names = ['Đăng ký kết hôn', 'Chứng thực chữ ký', ...Array.from({ length: 58 }, String)];
    const services = names.map((name, index) =>
      aService({ id: `service-${index}` as ServiceId, name: { vi: name } }),
    );
    const many = { ...mirror, settings: { ...mirror.settings, services } };
    const visit = aCalledVisit({
      serviceId: 'service-0' as ServiceId,
      next: [aNextStep({ serviceId: 'service-2' as ServiceId })],
    });
    const added: string[] = [];
    await show(
      <AddServiceDialog
        row={{ ...row, visit }}
        mirror={many}
        onClose={nothing}
        onChoose={(id) => added.push(id)}
      />,
    );
    const offered = () => [...(dialog()?.querySelectorAll('[type=radio] + span') ?? [])];
    expect(offered()).toHaveLength(58);
    const search = dialog()?.querySelector<HTMLInputElement>('[type=search]');
    await act(async () => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(search, 'chung thuc');
      search?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(offered().map(({ textContent }) => textContent)).toEqual(['Chứng thực chữ ký']);
    await act(async () => dialog()?.querySelector<HTMLInputElement>('[type=radio]')?.click());
    await act(async () => dialog()?.querySelector('form')?.requestSubmit());
    expect(added).toEqual(['service-1']);
  });
});

describe('What a screen reader hears in a dialog', () => {
  const heard = () =>
    [...document.querySelectorAll('[aria-label], [aria-roledescription]')].flatMap((element) => [
      element.getAttribute('aria-label') ?? '',
      element.getAttribute('aria-roledescription') ?? '',
    ]);
  const party = { people: 1, files: 1, proxy: false };
  const dialogOf = <PartyDialog number="H021" party={party} onClose={nothing} onSet={nothing} />;

  it.each([
    ['vi', ['Đóng', 'Bớt', 'Thêm', 'ô nhập số']],
    ['de', ['Schließen', 'Weniger', 'Mehr', 'Zahlenfeld']],
    ['en', ['Close', 'Decrease', 'Increase', 'number field']],
  ] as const)('is said in %s, also by the library', async (language, words) => {
    await show(dialogOf, language);
    expect(heard()).toEqual(expect.arrayContaining([...words]));
    if (language !== 'en') expect(heard().join(' ')).not.toMatch(/Dismiss|Decrease|Increase|field/);
  });

  it('changes its language with the page', async () => {
    await show(dialogOf, 'vi');
    await show(dialogOf, 'de');
    expect(heard()).toContain('Weniger');
    expect(heard().join(' ')).not.toMatch(/Bớt|Thêm|Đóng/);
  });
});
