import type { LocalText } from '@motcua/domain';
import { minutesAfterT0 } from '@motcua/domain/builders';
import { LANGUAGES } from '@motcua/i18n';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, paperOf, saidOn, squeezed, WIDTHS } from '../test/a-slip.ts';
import { expectInOrder } from '../test/expect-in-order.ts';
import type { Slip } from './slip.ts';

const localText = (text: fc.Arbitrary<string>): fc.Arbitrary<LocalText> =>
  fc.record({ vi: text, en: text, de: text });

const anyText = fc.oneof(
  fc.lorem({ maxCount: 14 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz zu Hause',
    'Nghiêng'.repeat(20),
    '',
  ),
);

const anySlip: fc.Arbitrary<Slip> = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  authority: localText(anyText),
  centre: localText(anyText),
  number: fc.stringMatching(/^#?[A-ZĐ]{0,2}\d{3,5}$/),
  priority: fc.boolean(),
  training: fc.boolean(),
  copy: fc.boolean(),
  bookedFor: fc.option(fc.constant(minutesAfterT0(90))),
  length: fc.constantFrom('short', 'long'),
  serviceName: localText(anyText),
  laterServices: fc.array(localText(anyText), { maxLength: 4 }),
  counters: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 30 }),
  peopleAhead: fc.option(fc.nat(2000)),
  estimate: fc.option(anyText),
  issuedAt: fc.constant(minutesAfterT0(0)),
  zone: fc.constant('Asia/Ho_Chi_Minh'),
  papers: fc.array(localText(anyText), { maxLength: 6 }),
  code: fc.option(fc.string()),
  followUrl: fc.option(fc.webUrl({ size: 'large' })),
});

// Long to draw, so not for every save.
describe('a slip of any content', () => {
  it('keeps every item within the margins and apart from the others', () => {
    fc.assert(
      fc.property(anySlip, fc.constantFrom(...WIDTHS), (slip, widthDots) => {
        expectInOrder(draw(slip, widthDots), paperOf(widthDots));
      }),
      { numRuns: 60 },
    );
  });

  it('loses no word of its texts', () => {
    fc.assert(
      fc.property(anySlip, fc.constantFrom(...WIDTHS), (slip, widthDots) => {
        const said = saidOn(draw(slip, widthDots));
        const own = (text: LocalText) => squeezed(text[slip.language] ?? text.vi);
        expect(said).toContain(own(slip.authority));
        expect(said).toContain(own(slip.centre));
        expect(said).toContain(own(slip.serviceName));
        expect(said).toContain(squeezed(slip.serviceName.vi));
        for (const service of slip.laterServices) expect(said).toContain(own(service));
        expect(said).toContain(slip.number);
        expect(said).toContain(squeezed(slip.counters.join(', ')));
        if (slip.bookedFor === null) expect(said).toContain(squeezed(slip.estimate ?? ''));
      }),
      { numRuns: 60 },
    );
  });

  it('has a QR code of characters that every reader decodes alike', () => {
    fc.assert(
      fc.property(anySlip, fc.constantFrom(...WIDTHS), (slip, widthDots) => {
        for (const item of draw(slip, widthDots).items)
          if (item.type === 'qr') expect(item.data).toMatch(/^[\n\x20-\x7e]+$/);
      }),
      { numRuns: 60 },
    );
  });
});
