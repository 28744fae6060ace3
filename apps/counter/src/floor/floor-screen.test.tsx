// @vitest-environment happy-dom
import { LanguageProvider } from '@motcua/ui';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, describe, it } from 'vitest';
import { createCommandRunner } from '../page/command-runner.ts';
import {
  aHubLink,
  aHubState,
  AILING_DEVICES,
  aMirror,
  NOW,
  someoneWaiting,
} from '../page/example-room.ts';
import { FloorScreen } from './floor-screen.tsx';

const controls = {
  language: 'vi',
  onLanguage: () => undefined,
  onSignOut: () => undefined,
  onAccount: () => undefined,
} as const;
const askClock = async () => true;

describe('the page of a guide', () => {
  let root: Root;

  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    const page = document.createElement('div');
    document.body.append(page);
    root = createRoot(page);
    const visits = [someoneWaiting('H022', 3), someoneWaiting('L008', 9)];
    const mirror = aMirror({ visits, devices: AILING_DEVICES });
    const hub = aHubLink(aHubState({ mirror, clockOffsetMs: NOW - Date.now() }));
    const floor = {
      hub,
      runner: createCommandRunner(hub),
      mirror,
      controls,
      onLeave: null,
      askClock,
    };
    await act(async () =>
      root.render(
        <LanguageProvider language="vi">
          <FloorScreen {...floor} />
        </LanguageProvider>,
      ),
    );
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    document.body.replaceChildren();
  });

  const open = (tab: string) =>
    act(async () => {
      const found = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
      found.find(({ textContent }) => textContent === tab)?.click();
    });
  const panel = () => document.querySelector('[role=tabpanel]')?.textContent ?? '';

  it('warns of a clock in doubt', () => {
    expect(document.body.textContent).toContain('Đồng hồ');
  });

  it('shows who waits and who missed a call before anything is typed', async () => {
    await open('Tìm số');
    expect(panel()).toContain('Lỡ lượt · 0');
    expect(panel()).toMatch(/Đang chờ · 2.*L008.*H022/);
  });

  it('shows how the paper of each kiosk is', async () => {
    await open('Máy lấy số');
    expect(panel()).toContain('Kiosk cửa chính: hết giấy.');
    expect(document.querySelector('[data-severity]')?.getAttribute('data-severity')).toBe('fault');
  });
});
