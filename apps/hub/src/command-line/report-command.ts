import { isLocalDate, parsePeriod } from '@motcua/domain';
import { type Language, LANGUAGES } from '@motcua/i18n';
import { Command, Option } from 'commander';
import {
  PERIOD_FORMATS,
  type PeriodFormat,
  REPORT_FORMATS,
  type ReportFormat,
} from '@motcua/protocol/http';
import type { Administration } from './administration.ts';
import type { CommandLine } from './command-line.ts';
import { databaseIn } from './open-administration.ts';
import { Sentence } from './sentence.ts';
import { writeOut } from './files.ts';

interface PeriodOptions extends Options<PeriodFormat> {
  readonly complaints: number | null;
}

interface Options<Format> {
  readonly format: Format;
  readonly language: Language;
  readonly out?: string;
  readonly data: string;
}

/** What is written behind each of them; `period` takes all, and two with `..` between. */
const PERIODS = {
  week: '2026-W27',
  month: '2026-07',
  quarter: '2026-Q3',
  year: '2026',
  period: '2026-07-01..2026-07-14',
} as const;
/** Formats that cannot be read on a screen. */
const BINARY: readonly PeriodFormat[] = ['pdf', 'xlsx'];

/** `motcua report …`: the figures of a day, or of any period. */
export function reportCommand(commandLine: CommandLine): Command {
  const { withAdministration, write, hint, dataOption } = commandLine;
  const report = new Command('report')
    .description('Reports')
    .addHelpText(
      'after',
      '\nExamples:\n  motcua report day 2026-11-23 --out day.pdf\n' +
        '  motcua report month 2026-07 --format pdf --out july.pdf\n',
    );
  const add = <Format extends PeriodFormat>(name: string, formats: readonly Format[]) =>
    report
      .command(name)
      .addOption(new Option('--format <format>', 'kind of file').choices(formats).default('pdf'))
      .addOption(
        new Option('--language <language>', 'language of the report')
          .choices(LANGUAGES)
          .default('vi'),
      )
      .option('--out <file>', 'where to write it; csv and json also go to the screen')
      .addOption(dataOption());
  /** Asks for the file, and writes it where it is wanted. */
  const make = (
    what: string,
    { format, out, data }: Options<PeriodFormat>,
    ask: (administration: Administration) => Promise<Uint8Array>,
  ) => {
    if (out === undefined && BINARY.includes(format))
      throw new Sentence(`${format.toUpperCase()} needs a file: name it with --out.`);
    databaseIn(data);
    return withAdministration(data, async (administration) => {
      const bytes = await ask(administration);
      if (out === undefined) return write(bytes);
      writeOut('report', out, bytes);
      hint(`The report of ${what} is in ${out}.`);
    });
  };

  add('day', REPORT_FORMATS)
    .description('The report of one day, with each long wait')
    .argument('<day>', 'such as 2026-11-23')
    .addHelpText(
      'after',
      '\nExamples:\n  motcua report day 2026-11-23 --out day.pdf\n' +
        '  motcua report day 2026-11-23 --format csv --language en --out day.csv\n' +
        '  motcua report day 2026-11-23 --format json\n',
    )
    .action((day: string, options: Options<ReportFormat>) => {
      if (!isLocalDate(day)) throw new Sentence(`"${day}" is not a day such as 2026-11-23.`);
      return make(day, options, ({ report: ask }) => ask(day, options.format, options.language));
    });

  for (const [name, example] of Object.entries(PERIODS))
    add(name, PERIOD_FORMATS)
      .description(`The figures of a ${name}, beside the ${name} before`)
      .argument(`<${name}>`, `such as ${example}`)
      .addOption(
        new Option('--complaints <number>', 'of the period, as the centre counts them')
          .argParser(toCount)
          .default(null),
      )
      .addHelpText('after', `\nExample:\n  motcua report ${name} ${example} --out report.pdf\n`)
      .action((text: string, options: PeriodOptions) => {
        const period = parsePeriod(text);
        if (!period.ok || (name !== 'period' && period.value.kind !== name))
          throw new Sentence(`"${text}" is not a ${name} such as ${example}.`);
        return make(text, options, ({ periodReport }) =>
          periodReport(period.value, options.format, options.language, options.complaints),
        );
      });

  return report;
}

function toCount(text: string): number {
  if (!/^\d{1,6}$/.test(text))
    throw new Sentence(`"${text}" is not a number of complaints such as 0.`);
  return Number(text);
}
