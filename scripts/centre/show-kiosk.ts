import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildDesktop } from '../../apps/desktop/scripts/build-desktop.ts';
import { type ElectronHere, findElectron } from '../../apps/desktop/scripts/electron-binary.ts';

export interface ShownKiosk {
  /** Where the kiosk is shown, as a sentence for the user. */
  readonly sentence: string;
  readonly stop: () => Promise<void>;
}

export interface KioskToShow {
  readonly hub: string;
  readonly kiosk: string;
  /** The data folder of the window. */
  readonly dataDir: string;
  readonly wanted: boolean;
  readonly say: (line: string) => void;
  readonly electron?: ElectronHere;
}

const KILL_AFTER_MS = 5_000;

/** Opens the kiosk in an Electron window where possible, and says where it is shown. */
export async function showKiosk(kiosk: KioskToShow): Promise<ShownKiosk> {
  const { wanted, electron = findElectron() } = kiosk;
  const inBrowser = `The kiosk is shown in a browser at ${kiosk.kiosk}`;
  const nothing = { stop: () => Promise.resolve() };
  if (!wanted) return { ...nothing, sentence: `${inBrowser}.` };
  if (electron.binary === null)
    return { ...nothing, sentence: `${inBrowser}: ${electron.missing}.` };
  const stop = openWindow(electron.binary, await buildDesktop(), kiosk);
  return { stop, sentence: `The kiosk is shown in a window of its own, and at ${kiosk.kiosk}.` };
}

function openWindow(binary: string, folder: string, kiosk: KioskToShow): ShownKiosk['stop'] {
  const { hub, kiosk: kioskService, dataDir, say } = kiosk;
  let ended = false;
  const child = spawn(
    binary,
    [
      ...[folder, '--show', 'kiosk', '--windowed', '--hub', hub],
      ...['--kiosk-service', kioskService, '--data', dataDir],
    ],
    // A process group of its own, so that Ctrl-C reaches only this process and everything is stopped in order.
    { stdio: ['ignore', 'ignore', 'inherit'], detached: true },
  );
  const gone = once(child, 'close').catch(() => []);
  const log = (what: string): void => {
    if (!ended) say(`${what}; the kiosk goes on at ${kioskService}.`);
    ended = true;
  };
  child.once('error', (cause) => log(`The kiosk's window cannot be opened (${cause.message})`));
  child.once('close', () => log("The kiosk's window is closed"));
  return async () => {
    ended = true;
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    await gone;
    clearTimeout(late);
  };
}
