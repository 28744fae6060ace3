/** npm run desktop -- --show kiosk|display|counter --hub URL: the locked window, from the sources. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { buildDesktop } from './build-desktop.ts';
import { findElectron } from './electron-binary.ts';

const electron = findElectron();
if (electron.binary === null) {
  console.error(
    `No window can be opened: ${electron.missing}. The same pages open in any browser: see the addresses of npm start.`,
  );
  process.exit(1);
}
const child = spawn(electron.binary, [await buildDesktop(), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
child.on('exit', (code) => process.exit(code ?? 1));
