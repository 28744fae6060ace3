/** npm start: sets everything up and runs a whole centre on this computer. */
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { layNetworkCable } from '@motcua/testing';
import { buildPages } from './build-pages.ts';
import { keepRunning, type RunningPart } from './centre/keep-running.ts';
import {
  CannotStart,
  type CentreOptions,
  checkDataDir,
  checkPorts,
  HELP,
  HOST,
  parseOptions,
} from './centre/options.ts';
import { seedCentre, type SeededCentre } from './centre/seed-centre.ts';
import { showKiosk } from './centre/show-kiosk.ts';
import { simulateRoom } from './centre/simulation/simulate-room.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => console.log(line);

/** What has to be stopped with the centre, in the order of starting. */
const running: (() => Promise<void>)[] = [];
let ending = false;

async function end(code: number): Promise<never> {
  if (!ending) {
    ending = true;
    for (const stop of running.toReversed()) await stop();
    process.exit(code);
  }
  return new Promise(() => {});
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (!ending) say('Closing the centre …');
    void end(0);
  });

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') say(HELP);
  else await start(options);
} catch (cause) {
  if (cause instanceof CannotStart) console.error(cause.message);
  else console.error(`The centre could not be started: ${String(cause)}`);
  await end(1);
}

async function start(options: CentreOptions): Promise<void> {
  const { hubPort, kioskPort, printerPort, paperPort, dataDir, watch, simulate } = options;
  await checkPorts([hubPort, kioskPort, printerPort, paperPort]);
  checkDataDir(dataDir);
  const pages = await buildPages({ watch });
  running.push(pages.close);
  const centre = await seedCentre(dataDir, options);

  await part('The printer', 'hardware/simulators/thermal-printer/src/main.ts', [
    ...['--port', String(printerPort), '--paper-port', String(paperPort)],
  ]);
  await part('The hub', 'apps/hub/src/main.ts', [
    ...['--port', String(hubPort), '--data', dataDir, '--demonstration'],
    ...['--log-level', 'warn'],
  ]);
  // In a simulation the kiosk's connection can be cut.
  const cable = simulate === null ? null : await layNetworkCable(hubPort);
  if (cable !== null) running.push(cable.close);
  await part('The kiosk', 'apps/kiosk/src/service/main.ts', [
    ...[
      '--hub',
      cable?.url ?? at(hubPort),
      '--port',
      String(kioskPort),
      '--data',
      join(dataDir, 'kiosk'),
    ],
    ...['--printer', `tcp://${HOST}:${printerPort}`, '--name', 'Kiosk 1', '--log-level', 'warn'],
    '--demonstration',
  ]);
  const addresses = {
    hub: at(hubPort),
    kiosk: at(kioskPort),
    counter: `${at(hubPort)}/counter/`,
    display: `${at(hubPort)}/display/`,
    admin: `${at(hubPort)}/admin/`,
    printer: `tcp://${HOST}:${printerPort}`,
    paper: at(paperPort),
    adminLink: `${at(hubPort)}/admin/#link=${centre.adminToken}`,
    headLink: `${at(hubPort)}/admin/#link=${centre.headToken}`,
  };
  if (simulate !== null && cable !== null)
    running.push(await simulateRoom({ ...addresses, ...centre, cable, speed: simulate, say }));
  const shown = await showKiosk({
    ...addresses,
    dataDir: join(dataDir, 'window'),
    wanted: options.window,
    say,
  });
  running.push(shown.stop);
  sayAll(addresses, centre, options, shown.sentence);

  async function part(name: string, module: string, args: readonly string[]): Promise<void> {
    const started: RunningPart = await keepRunning(
      { name, module: join(ROOT, module), args },
      { watch, say },
    );
    running.push(started.stop);
  }
}

function sayAll(
  addresses: Readonly<Record<string, string>>,
  { people, hours }: SeededCentre,
  { simulate, dataDir }: CentreOptions,
  whereTheKioskIs: string,
): void {
  const rows: readonly (readonly [string, string])[] = [
    ['Kiosk (take a number)', addresses['kiosk'] ?? ''],
    ['Paper of the printer', addresses['paper'] ?? ''],
    ['Counter (call)', addresses['counter'] ?? ''],
    ['Display (see and hear)', addresses['display'] ?? ''],
    ['Head of centre (rules)', addresses['headLink'] ?? ''],
    ['Administrator (people)', addresses['adminLink'] ?? ''],
  ];
  say('\nTrung tâm Phục vụ hành chính công xã Kim Bôi\n');
  for (const [what, where] of rows) say(`  ${what.padEnd(26)}${where}`);
  say(`\n  ${'Sign in'.padEnd(34)}  ${'login'.padEnd(14)} password`);
  for (const { name, login, role, password } of people)
    say(
      `  ${`${name} (${role})`.padEnd(34)}  ${login.padEnd(14)} ${password ?? 'as you have set it'}`,
    );
  say(`\n  Data: ${dataDir}`);
  say(`  ${hours}`);
  if (simulate !== null)
    say(`  Visitors and clerks come and go ${simulate} times faster than life.`);
  say(`  ${whereTheKioskIs}`);
  say('  Ctrl-C closes the centre.\n');
  say(JSON.stringify({ ready: true, ...addresses }));
}

function at(port: number): string {
  return `http://${HOST}:${port}`;
}
