import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { HELP, parseKioskArguments, Problem } from './kiosk-arguments.ts';
import { trustAuthority } from './link/trust-authority.ts';
import { logDestination } from './kiosk-log.ts';
import { startKioskService } from './start-kiosk-service.ts';

const PAGE = fileURLToPath(new URL('../../dist', import.meta.url));
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

await main();

async function main(): Promise<void> {
  const wanted = parseKioskArguments(process.argv.slice(2));
  if (wanted === 'help') return void process.stdout.write(HELP);
  if (wanted instanceof Problem) return end(wanted.sentence);
  // Standard output carries only the ready line.
  const log = pino(
    {
      ...{ name: 'kiosk', level: wanted.logLevel, base: null },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    logDestination(),
  );
  // Tickets and the device's token are readable by their owner only.
  process.umask(0o077);
  try {
    trustAuthority(wanted.authority);
    const service = await startKioskService({ ...wanted, pageDir: PAGE, log });
    const stop = (): void => {
      // A second signal exits at once, even when a printer hangs.
      for (const signal of SIGNALS) process.once(signal, () => process.exit(1));
      service.close().then(
        () => process.exit(0),
        (cause: unknown) => end(`The kiosk did not stop cleanly: ${String(cause)}`),
      );
    };
    for (const signal of SIGNALS) process.once(signal, stop);
    process.once('disconnect', stop);
    const ready = { ready: true, url: service.url, page: service.pageUrl };
    if (process.send === undefined) process.stdout.write(`${JSON.stringify(ready)}\n`);
    else process.send(ready);
  } catch (cause) {
    end(cause instanceof Error ? cause.message : String(cause));
  }
}

function end(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
