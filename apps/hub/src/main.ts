/** The hub in a process of its own. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from './config.ts';
import { whyNotStarted } from './engine/hub.ts';
import { createLog } from './operations/log.ts';
import { startHub } from './start-hub.ts';
import { trustAuthorityIn } from './tls/trust-authority.ts';

const HELP = `Usage: main.ts [options]

  --host HOST                 address to listen on (127.0.0.1)
  --port N                    port (7100; 0: any free port)
  --data DIR                  where the data lies (./data)
  --backups DIR               where backups are kept (backups in the data folder)
  --allow-host NAME           another name by which pages reach the hub; may be repeated
  --allow-origin ORIGIN       another origin whose pages may connect; may be repeated
  --commands-per-second N     bound for one connection, device or person, or "unlimited" (50)
  --certificate FILE          PEM of the certificate (certificate.pem in the data folder)
  --key FILE                  PEM of its key (key.pem in the data folder)
  --insecure                  without a certificate, plain HTTP to other machines
  --demonstration             devices on this machine pair by themselves
  --log-level LEVEL           fatal, error, warn, info, debug, trace or silent (info)
  --log-file FILE             instead of standard error
  --help                      this text
`;

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function configOfArguments(): Config {
  const values = parse();
  if (values.help === true) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  const perSecond = values['commands-per-second'];
  const read = readConfig({
    host: values.host,
    port: values.port === undefined ? undefined : Number(values.port),
    dataDir: values.data,
    backupDir: values.backups,
    certificate: values.certificate,
    key: values.key,
    insecure: values.insecure,
    demonstration: values.demonstration,
    allowedHosts: values['allow-host'],
    allowedOrigins: values['allow-origin'],
    commandsPerSecond:
      perSecond === undefined
        ? undefined
        : perSecond === 'unlimited'
          ? Infinity
          : Number(perSecond),
    logLevel: values['log-level'],
    logFile: values['log-file'],
  });
  return read.ok ? read.config : fail(read.sentence);
}

function parse() {
  const text = { type: 'string' } as const;
  const several = { type: 'string', multiple: true } as const;
  try {
    return parseArgs({
      options: {
        'host': text,
        'port': text,
        'data': text,
        'backups': text,
        'allow-host': several,
        'allow-origin': several,
        'certificate': text,
        'key': text,
        'insecure': { type: 'boolean' },
        'commands-per-second': text,
        'demonstration': { type: 'boolean' },
        'log-level': text,
        'log-file': text,
        'help': { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
}

// What it writes is for its owner alone: a copy of the data is what a thief would want.
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
  if (process.send === undefined)
    process.stdout.write(`${JSON.stringify({ ready: true, url, firstLink: link })}\n`);
  else process.send({ ready: true, url, firstLink: link });
} catch (cause) {
  fail(whyNotStarted(cause, config.dataDir));
}
