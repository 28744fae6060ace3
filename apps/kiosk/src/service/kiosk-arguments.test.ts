import { describe, expect, it } from 'vitest';
import { parseKioskArguments, Problem } from './kiosk-arguments.ts';

const HUB = ['--hub', 'http://127.0.0.1:7100'];
const problemOf = (...args: readonly string[]) => {
  const wanted = parseKioskArguments(args);
  return wanted instanceof Problem ? wanted.sentence : null;
};

describe('The command line of the kiosk', () => {
  it('requires the hub’s address and has defaults for the rest', () => {
    expect(parseKioskArguments(HUB)).toMatchObject({
      otherHubUrls: [],
      hubUrl: 'http://127.0.0.1:7100',
      port: 7110,
      printer: 'tcp://127.0.0.1:9100',
      widthDots: 576,
      deviceToken: null,
      authority: null,
      openToThisMachine: false,
    });
    expect(problemOf()).toMatch(/^--hub /);
  });

  it.each([
    [['--hub', 'somewhere'], /^--hub /],
    [[...HUB, '--port', '70000'], /^--port 70000 /],
    [[...HUB, '--port', 'x'], /^--port x /],
    [[...HUB, '--width', '500'], /^--width 500 /],
    [[...HUB, '--printer', 'lpt1'], /^--printer lpt1 /],
    [[...HUB, '--colour'], /colour/],
  ])('answers %j with one sentence', (args, sentence) => {
    expect(problemOf(...args)).toMatch(sentence);
  });

  it('accepts further addresses of the hub', () => {
    const second = 'http://192.168.1.11:7100';
    expect(parseKioskArguments([...HUB, '--hub', second])).toMatchObject({
      hubUrl: 'http://127.0.0.1:7100',
      otherHubUrls: [second],
    });
    expect(problemOf(...HUB, '--hub', 'elsewhere')).toMatch(/^--hub /);
  });

  it('prints its usage', () => {
    expect(parseKioskArguments(['--help'])).toBe('help');
  });
});
