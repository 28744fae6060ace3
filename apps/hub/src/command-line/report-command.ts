import { writeFileSync } from 'node:fs';
import { isLocalDate } from '@motcua/domain';
import { type Language, LANGUAGES } from '@motcua/i18n';
import { Command, Option } from 'commander';
import { REPORT_FORMATS, type ReportFormat } from '@motcua/protocol/http';
import type { CommandLine } from './command-line.ts';
import { databaseIn } from './open-administration.ts';
import { Sentence } from './sentence.ts';

interface Day {
  readonly format: ReportFormat;
  readonly language: Language;
  readonly out?: string;
  readonly data: string;
}

/** `motcua report …`: the figures of a day. */
export function reportCommand({
  withAdministration,
  write,
  hint,
  dataOption,
}: CommandLine): Command {
  const report = new Command('report')
    .description('Reports')
    .addHelpText('after', '\nExample:\n  motcua report day 2026-11-23 --out day.pdf\n');

  report
    .command('day')
    .description('The report of one day')
    .argument('<day>', 'such as 2026-11-23')
    .addOption(
      new Option('--format <format>', 'kind of file').choices(REPORT_FORMATS).default('pdf'),
    )
    .addOption(
      new Option('--language <language>', 'language of the report')
        .choices(LANGUAGES)
        .default('vi'),
    )
    .option('--out <file>', 'where to write it; csv and json also go to the screen')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExamples:\n  motcua report day 2026-11-23 --out day.pdf\n' +
        '  motcua report day 2026-11-23 --format csv --language en --out day.csv\n' +
        '  motcua report day 2026-11-23 --format json\n',
    )
    .action((day: string, { format, language, out, data }: Day) => {
      if (!isLocalDate(day)) throw new Sentence(`"${day}" is not a day such as 2026-11-23.`);
      if (out === undefined && format === 'pdf')
        throw new Sentence('A PDF needs a file: name it with --out.');
      databaseIn(data);
      return withAdministration(data, async (administration) => {
        const bytes = await administration.report(day, format, language);
        if (out === undefined) return write(bytes);
        save(out, bytes);
        hint(`The report of ${day} is in ${out}.`);
      });
    });

  return report;
}

function save(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    throw new Sentence(`The report cannot be written to ${file}: ${whyNot(cause)}.`, { cause });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'this is not allowed',
  EPERM: 'this is not allowed',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
};

function whyNot(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return REASONS[code] ?? (code === '' ? String(cause) : code);
}
