import { minutesAfterT0 } from '@motcua/domain/builders';
import { LANGUAGES, texts } from '@motcua/i18n';
import { kimBoi } from '@motcua/testing/kim-boi';
import { describe, expect, it } from 'vitest';
import { aSlip, draw, saidOn, squeezed, textsOf, WIDTHS } from '../test/a-slip.ts';
import { estimateText } from './slip-words.ts';
import type { Slip } from './slip.ts';

describe('the length of a slip', () => {
  /** From the print head to the blade: four lines. */
  const FEED_DOTS = 120;
  const mmOf = (slip: Slip, widthDots: number) =>
    ((draw(slip, widthDots).heightDots + FEED_DOTS) / 203) * 25.4;
  const plain = { priority: false, counters: [2, 3], peopleAhead: 4, followUrl: null } as const;
  /** One slip for each service of the centre. */
  const lengths = (language: Slip['language'], widthDots: number, part: Partial<Slip> = {}) =>
    kimBoi.services
      .map(({ name, papers }) =>
        mmOf(aSlip({ ...plain, language, serviceName: name, papers, ...part }), widthDots),
      )
      .toSorted((a, b) => a - b);
  const middle = (all: readonly number[]) => all[Math.floor(all.length / 2)] ?? 0;

  it.each([
    [576, 100],
    [384, 110],
  ])('on paper of %i dots is %i mm or less for most services, including the feed', (width, mm) => {
    expect(middle(lengths('vi', width))).toBeLessThanOrEqual(mm);
    const withEstimate = { estimate: estimateText({ fromMinutes: 15, toMinutes: 25 }, 'vi') };
    expect(middle(lengths('vi', width, withEstimate))).toBeLessThanOrEqual(mm);
  });

  it('is far below that of older slips for every service, in every language, with all blocks', () => {
    const everything = { priority: true, estimate: '120–165 phút', followUrl: aSlip().followUrl };
    for (const language of LANGUAGES)
      for (const widthDots of WIDTHS)
        expect(lengths(language, widthDots, everything).at(-1)).toBeLessThanOrEqual(
          widthDots === 384 ? 150 : 135,
        );
  });

  it('can be chosen by the centre: the long slip has the papers to bring', () => {
    const papers = [{ vi: 'Căn cước hoặc tài khoản VNeID' }];
    const [short, long] = (['short', 'long'] as const).map((length) =>
      saidOn(draw(aSlip({ papers, length }))),
    );
    expect(short).not.toContain(squeezed('VNeID'));
    expect(long).toContain(squeezed('VNeID'));
  });
});

describe('a copy', () => {
  it.each(LANGUAGES)(
    'says above the number that it is one, in %s and in Vietnamese',
    (language) => {
      const said = textsOf(draw(aSlip({ language, copy: true }))).map(({ text }) => text);
      const words = said.findIndex((text) => text.includes('BẢN IN LẠI'));
      expect(words).toBeGreaterThanOrEqual(0);
      expect(words).toBeLessThan(said.indexOf('H021'));
      const first = textsOf(draw(aSlip({ language }))).map(({ text }) => text);
      expect(first.some((text) => text.includes('BẢN IN LẠI'))).toBe(false);
    },
  );
});

describe('an appointment', () => {
  it('shows its time, and no people ahead', () => {
    for (const length of ['short', 'long'] as const) {
      const bookedFor = minutesAfterT0(390);
      const slip = aSlip({ bookedFor, peopleAhead: 23, estimate: '120–165 phút', length });
      const said = textsOf(draw(slip)).map(({ text }) => text);
      expect(said).toContain('14:30');
      expect(said).toContain(texts('vi')('slip.appointment'));
      expect(saidOn(draw(slip))).not.toContain('23NGƯỜI');
      expect(saidOn(draw(slip))).not.toContain('120–165');
    }
  });
});
