import { join } from 'node:path';
import process from 'node:process';
import {
  logDestination,
  parseKioskArguments,
  Problem,
  startKioskService,
  trustAuthority,
} from '@motcua/kiosk';
import { pino } from 'pino';

/** The kiosk service in an Electron utility process; reports its address to the main process. */
const wanted = parseKioskArguments(process.argv.slice(2));
if (wanted === 'help' || wanted instanceof Problem) {
  process.stderr.write(
    `${wanted instanceof Problem ? wanted.sentence : 'There is no help here.'}\n`,
  );
  process.exit(1);
}
trustAuthority(wanted.authority);
const service = await startKioskService({
  ...wanted,
  pageDir: join(import.meta.dirname, 'kiosk-page'),
  log: pino({ name: 'kiosk', level: wanted.logLevel }, logDestination()),
});
process.parentPort.postMessage({ url: service.pageUrl });
