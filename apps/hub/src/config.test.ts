import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const sentenceFor = (options: unknown): string => {
  const read = readConfig(options);
  return read.ok ? 'accepted' : read.sentence;
};

describe('readConfig', () => {
  it('completes what is absent', () => {
    const read = readConfig({ port: 0, allowedHosts: undefined });

    expect(read).toMatchObject({
      ok: true,
      config: { host: '127.0.0.1', port: 0, demonstration: false, logLevel: 'info' },
    });
  });

  it.each([
    [{ port: 70_000 }, 'The option "port" must be a whole number from 0 to 65535.'],
    [{ port: Number('abc') }, 'The option "port" must be a whole number from 0 to 65535.'],
    [{ dataDir: '' }, 'The option "dataDir" must be the path of a folder.'],
    [{ host: 'not a host' }, 'The option "host" must be a host name such as hub.kimboi.local.'],
    [
      { allowedOrigins: ['hub.local'] },
      'The option "allowedOrigins.0" must be an origin such as http://hub.kimboi.local:7100.',
    ],
    [
      { logLevel: 'loud' },
      'The option "logLevel" must be one of fatal, error, warn, info, debug, trace, silent.',
    ],
    [{ colour: 'red' }, 'There is no option "colour".'],
  ])('says in one sentence what is wrong with %j', (options, sentence) => {
    expect(sentenceFor(options)).toBe(sentence);
  });

  it.each([null, 'port=1', 7])('refuses %j', (options) => {
    expect(sentenceFor(options)).toMatch(/^The options .+\.$/);
  });
});
