import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CannotStart, checkDataDir, checkPorts, parseOptions } from './options.ts';

describe('the options of npm start', () => {
  it('default to the usual ports, folder and speed', () => {
    expect(parseOptions([])).toMatchObject({
      ...{ hubPort: 7100, kioskPort: 7110, printerPort: 7120, paperPort: 7121 },
      ...{ simulate: null, officeHours: false, watch: false, window: true },
    });
  });

  it('shift all ports together, and turn the window off', () => {
    expect(parseOptions(['--port', '8100', '--no-window'])).toMatchObject({
      ...{ hubPort: 8100, kioskPort: 8110, printerPort: 8120, paperPort: 8121, window: false },
    });
  });

  it.each([
    [['--simulate'], 8],
    [['--simulate', '60'], 60],
    [['--simulate', '--office-hours'], 8],
  ])('simulate at the usual or the given speed: %j', (args, simulate) => {
    expect(parseOptions(args)).toMatchObject({ simulate });
  });

  it.each([
    [['--nonsense'], "Unknown option '--nonsense'; npm start -- --help lists the options."],
    [['--port', '0'], '--port takes a whole number from 1 to 65514, not "0".'],
    [['--port', '65515'], '--port takes a whole number from 1 to 65514, not "65515".'],
    [['--port', '81.5'], '--port takes a whole number from 1 to 65514, not "81.5".'],
    [['--port', '-1'], '--port takes a whole number from 1 to 65514, not "-1".'],
    [['--simulate', '-1'], '--simulate takes a whole number from 1 to 1000, not "-1".'],
    [
      ['--simulate', '-2.5', '--no-window'],
      '--simulate takes a whole number from 1 to 1000, not "-2.5".',
    ],
    [['--simulate', '1001'], '--simulate takes a whole number from 1 to 1000, not "1001".'],
  ])('are refused in one sentence: %j', (args, sentence) => {
    expect(() => parseOptions(args)).toThrow(new CannotStart(sentence));
  });

  it('are refused when a value is missing or an option is unknown', () => {
    for (const args of [['--port'], ['--data'], ['day']])
      expect(() => parseOptions(args)).toThrow(/^[^\n]*; npm start -- --help lists the options\.$/);
  });
});

describe('the prerequisites of npm start', () => {
  it('are ports that are free', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(checkPorts([port])).rejects.toThrow(
      new CannotStart(`Port ${port} is already in use; choose others with --port.`),
    );
    other.close();
    await once(other, 'close');

    await expect(checkPorts([port])).resolves.toBeUndefined();
  });

  it('are a folder that can be created and written', () => {
    const dir = mkdtempSync(join(tmpdir(), 'motcua-options-'));
    const file = join(dir, 'file');
    writeFileSync(file, '');
    expect(() => checkDataDir(join(dir, 'new', 'day'))).not.toThrow();
    for (const folder of [file, join(file, 'day')])
      expect(() => checkDataDir(folder)).toThrow(
        new CannotStart(`The folder ${folder} cannot be written; choose another with --data.`),
      );
    rmSync(dir, { recursive: true });
  });
});
