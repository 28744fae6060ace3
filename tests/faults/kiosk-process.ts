import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { startKioskService } from '@motcua/kiosk';

interface Wanted {
  readonly hubUrl: string;
  readonly deviceToken: string;
  readonly printer: string;
  /** Kept across restarts. */
  readonly dataDir: string;
}

/** A kiosk service in a process of its own, with an empty page. */
export async function startKioskProcess(
  wanted: Wanted,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(import.meta.filename, [JSON.stringify(wanted)], { stdio: 'inherit' });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { child, url };
}

async function main(given: string): Promise<void> {
  const wanted = JSON.parse(given) as Wanted;
  const pageDir = join(wanted.dataDir, 'page');
  mkdirSync(pageDir, { recursive: true });
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html><head></head><body></body>');
  const options = { ...wanted, port: 0, name: 'Kiosk', pageDir, openToThisMachine: true };
  const { url } = await startKioskService(options);
  process.send?.({ url });
}

if (process.argv[1] === import.meta.filename) await main(process.argv[2] ?? '');
