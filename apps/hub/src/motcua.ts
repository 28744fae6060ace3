import { writeSync } from 'node:fs';
import { runCommandLine } from './command-line/run-command-line.ts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write('motcua needs Node 24 or newer; start it with `npm run -s motcua -- …`.\n');
  process.exit(1);
}

// A closed pipe (`| head`) is no failure.
process.stdout.once('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
  process.exit();
});
// Its files are for its owner alone, unless it sets another mode.
process.umask(0o077);
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (content) => process.stdout.write(content),
  explain: (text) => void writeSync(2, text),
});
