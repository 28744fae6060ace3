import { existsSync, readdirSync } from 'node:fs';
import { Command } from 'commander';
import type { CommandLine } from './command-line.ts';
import { Sentence } from './sentence.ts';

/** `motcua demo …`: folders with made-up data, to look at and to learn with. */
export function demoCommand({ hint, dataOption }: CommandLine): Command {
  const demo = new Command('demo')
    .description('Made-up data in an empty folder')
    .addHelpText('after', '\nExample:\n  motcua demo july --data ./july\n');

  demo
    .command('july')
    .description('July 2025 of Kim Bôi: a month of visits and its dossiers')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExample:\n  motcua demo july --data ./july\n' +
        '  motcua report month 2025-07 --data ./july --complaints 0 --out july.pdf\n',
    )
    .action(async ({ data }: { readonly data: string }) => {
      if (!isEmptyFolder(data))
        throw new Sentence(`${data} is not empty; made-up data only go into an empty folder.`);
      hint('The month is being made up; this takes about a minute.');
      // Other commands do not need what makes a month.
      const { fillJuly } = await import('../demo/fill-july.ts');
      await fillJuly(data);
      hint(`July 2025 is in ${data}. Its report: ${REPORT} --data ${data}`);
    });

  return demo;
}

const REPORT = 'motcua report month 2025-07 --complaints 0 --format pdf --out july.pdf';

/** Also one that does not exist yet. */
function isEmptyFolder(folder: string): boolean {
  try {
    return !existsSync(folder) || readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}
