/** The hub in a process of its own. */
import process from 'node:process';
import { Command } from 'commander';
import { type Config, readConfig } from './config.ts';
import { whyNotStarted } from './engine/hub.ts';
import { firstLinkWords } from './operations/first-link.ts';
import { createLog } from './operations/log.ts';
import { startHub } from './start-hub.ts';
import { trustAuthorityIn } from './tls/trust-authority.ts';

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function configOfArguments(): Config {
  const several = (value: string, before: readonly string[] = []) => [...before, value];
  const given: Readonly<Record<string, unknown>> = new Command('main.ts')
    .description('The hub of a centre')
    .option('--host <host>', 'address to listen on (127.0.0.1)')
    .option('--port <number>', 'port (7100; 0: any free port)', Number)
    .option('--data <folder>', 'where the data lies (./data)')
    .option('--backups <folder>', 'where backups are kept (backups in the data folder)')
    .option('--allow-host <name>', 'another name by which pages reach the hub; repeatable', several)
    .option(
      '--allow-origin <origin>',
      'another origin whose pages may connect; repeatable',
      several,
    )
    .option(
      '--commands-per-second <number>',
      'bound for one connection, device or person, or "unlimited" (50)',
      (value) => (value === 'unlimited' ? Infinity : Number(value)),
    )
    .option('--certificate <file>', 'PEM of the certificate (certificate.pem in the data folder)')
    .option('--key <file>', 'PEM of its key (key.pem in the data folder)')
    .option('--insecure', 'without a certificate, plain HTTP to other machines')
    .option('--demonstration', 'devices on this machine pair by themselves')
    .option('--log-level <level>', 'fatal, error, warn, info, debug, trace or silent (info)')
    .option('--log-file <file>', 'instead of standard error')
    .parse()
    .opts();
  const { data, backups, allowHost, allowOrigin, ...others } = given;
  const read = readConfig({
    ...others,
    ...{ dataDir: data, backupDir: backups },
    ...{ allowedHosts: allowHost, allowedOrigins: allowOrigin },
  });
  return read.ok ? read.config : fail(read.sentence);
}

// Its files are for its owner alone: they hold a copy of all data.
process.umask(0o077);
const config = configOfArguments();
try {
  trustAuthorityIn(config.dataDir);
  const log = createLog({ level: config.logLevel, file: config.logFile });
  const started = await startHub(config, log);
  const stop = () => {
    started.close().then(
      () => process.exit(0),
      (cause: unknown) => fail(`The hub did not close cleanly: ${String(cause)}`),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  process.once('disconnect', stop);
  const { url, firstLink } = started;
  const link = firstLink === null ? null : `${url}/admin/#link=${firstLink}`;
  // Only for a person who looks on: it must not stay in a log.
  if (link !== null && process.stderr.isTTY)
    process.stderr.write(await firstLinkWords(link, config.host));
  if (process.send === undefined)
    process.stdout.write(`${JSON.stringify({ ready: true, url, firstLink: link })}\n`);
  else process.send({ ready: true, url, firstLink: link });
} catch (cause) {
  fail(whyNotStarted(cause, config.dataDir));
}
