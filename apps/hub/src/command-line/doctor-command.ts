import { LANGUAGES, type Language } from '@motcua/i18n';
import { Command, Option } from 'commander';
import { runDoctor } from '../doctor/run-doctor.ts';
import type { CommandLine } from './command-line.ts';
import { Sentence } from './sentence.ts';

interface Doctor {
  readonly data: string;
  readonly port: string;
  readonly printer?: string;
  readonly language: Language;
  readonly json?: boolean;
}

const SIGN = { well: '✓', attention: '!', bad: '✗' } as const;

/** `motcua doctor`: finds out why a machine does not work as it should. */
export function doctorCommand({ print, dataOption }: CommandLine): Command {
  return new Command('doctor')
    .description('Check everything a centre needs; ends with 1 when something is urgent')
    .addOption(dataOption())
    .option('--port <port>', 'where the hub listens', '7100')
    .option('--printer <address>', 'also ask the printer at tcp://host:port')
    .addOption(
      new Option('--language <language>', 'language of the answer')
        .choices(LANGUAGES)
        .default('vi'),
    )
    .option('--json', 'for programs')
    .addHelpText(
      'after',
      '\nExamples:\n  motcua doctor --data ./data\n' +
        '  motcua doctor --language en --printer tcp://192.168.1.50:9100\n',
    )
    .action(async ({ data, port, printer, language, json = false }: Doctor) => {
      if (printer !== undefined && !/^tcp:\/\/[^/]+$/.test(printer))
        throw new Sentence(`"${printer}" is not of the form tcp://host:port.`);
      if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
        throw new Sentence(`"${port}" is not a port from 0 to 65535.`);
      const at = Date.now();
      const options = { dataDir: data, port: Number(port), printer: printer ?? null, language, at };
      const { findings, words } = await runDoctor(options);
      const lines = findings.map(({ level, key, params }) => ({
        level,
        check: key.replace('doctor.', ''),
        text: words.say(key, params),
      }));
      const howMany = (level: string) => lines.filter((each) => each.level === level).length;
      const [bad, warnings] = [howMany('bad'), howMany('attention')];
      if (json) print(JSON.stringify({ well: bad + warnings === 0, findings: lines }));
      else {
        print(words.say('doctor.title', { date: words.date(at), time: words.time(at) }));
        for (const { level, text } of lines) print(`${SIGN[level]} ${text}`);
      }
      if (bad > 0) throw new Sentence(words.say('doctor.not-well', { count: bad }));
      if (!json)
        print(words.say(warnings > 0 ? 'doctor.warnings' : 'doctor.all-well', { count: warnings }));
    });
}
