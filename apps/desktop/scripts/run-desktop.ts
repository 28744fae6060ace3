/** npm run desktop -- --show kiosk|display|counter --hub URL: the locked window, from the sources. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { buildDesktop } from './build-desktop.ts';
import { electronBinary, NO_BINARY } from './electron-binary.ts';

const binary = electronBinary();
if (binary === null) {
  console.error(`${NO_BINARY} The same pages open in any browser: see the addresses of npm start.`);
  process.exit(1);
}
const child = spawn(binary, [await buildDesktop(), ...process.argv.slice(2)], { stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
