import type { LocalText } from '@motcua/domain';
import { LANGUAGES, texts } from '@motcua/i18n';
import { kimBoi } from '@motcua/testing/kim-boi';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { aSlip, draw, paperOf, saidOn, squeezed, textsOf, WIDTHS } from '../test/a-slip.ts';
import { expectInOrder } from '../test/expect-in-order.ts';
import { DEFAULT_LAYOUT, LONG_LAYOUT, type SlipLayout } from './default-layout.ts';
import { capHeightMm } from './slip-number.ts';
import { estimateText, textToKeep } from './slip-words.ts';
import type { Slip } from './slip.ts';

describe('a slip', () => {
  it.each(WIDTHS.flatMap((width) => LANGUAGES.map((language) => [width, language] as const)))(
    'of %i dots in %s fits every service of the centre',
    (widthDots, language) => {
      for (const { name, papers } of kimBoi.services) {
        const slip = aSlip({ language, serviceName: name, papers });
        const drawing = draw(slip, widthDots);
        expectInOrder(drawing, paperOf(widthDots));
        expect(saidOn(drawing)).toContain(squeezed(name[language] ?? name.vi));
        expect(saidOn(drawing)).toContain(squeezed(name.vi));
      }
    },
  );

  it('is no longer than needed when nothing optional is known', () => {
    const short = aSlip({ counters: [], peopleAhead: null, followUrl: null, priority: false });
    const drawing = draw(short);
    expect(drawing.heightDots).toBeLessThan(draw(aSlip()).heightDots);
    expect(drawing.items.some(({ type }) => type === 'box')).toBe(false);
    const t = texts('vi');
    expect(saidOn(drawing)).not.toContain(squeezed(t('slip.counters')));
    expect(saidOn(drawing)).not.toContain(squeezed(t('slip.ahead')));
  });
});

describe('the number', () => {
  const heightOf = (number: string, widthDots: number) => {
    const item = textsOf(draw(aSlip({ number }), widthDots)).find(({ text }) => text === number);
    return item === undefined ? 0 : capHeightMm(item, 203);
  };

  it.each(['H021', 'M100', 'A1001', 'X9999', 'HA01', 'HA999'])(
    '%s is 25 mm high on any paper',
    (number) => {
      for (const widthDots of [384, 512, 576, 640])
        expect(heightOf(number, widthDots)).toBeGreaterThanOrEqual(25);
    },
  );

  it.each(WIDTHS)(
    'has a line below it on %i dots where turned over it would be another',
    (width) => {
      const rulesBelow = (number: string) => {
        const { items } = draw(aSlip({ number }), width);
        const at = items.findIndex((item) => item.type === 'text' && item.text === number);
        const [above, next] = [items[at], items[at + 1]];
        return next?.type === 'rule' && next.width === above?.width ? [number] : [];
      };
      expect(['H069', 'H690', 'H181', 'H021', 'T069'].flatMap(rulesBelow)).toEqual([
        'H069',
        'H690',
      ]);
    },
  );

  it('looks the same for all numbers of a queue', () => {
    const sizes = ['H001', 'H111', 'H888'].map((number) =>
      textsOf(draw(aSlip({ number }))).find(({ text }) => text === number),
    );
    expect(new Set(sizes.map((item) => `${item?.sizeDots} ${item?.stretch}`)).size).toBe(1);
  });
});

describe('the words', () => {
  it('are in the visitor’s language first, then in Vietnamese for the clerk', () => {
    const said = textsOf(draw(aSlip({ language: 'de' }))).map(({ text }) => text);
    const long = textsOf(draw(aSlip({ language: 'de', length: 'long' })));
    expect(long.map(({ text }) => text)).toContain('IHRE NUMMER · SỐ THỨ TỰ');
    expect(said.indexOf('Eheschließung')).toBeLessThan(said.indexOf('Đăng ký kết hôn'));
  });

  it('are printed once for a Vietnamese visitor', () => {
    const said = textsOf(draw(aSlip())).map(({ text }) => text);
    expect(said.filter((text) => text === 'Đăng ký kết hôn')).toHaveLength(1);
  });

  it.each([
    [0, 'không có ai'],
    [1, '1 người'],
    [12, '12 người'],
  ])('for %i people ahead are "%s"', (peopleAhead, words) => {
    expect(textsOf(draw(aSlip({ peopleAhead }))).map(({ text }) => text)).toContain(words);
  });

  it('show the time of the site, not of the computer', () => {
    const said = textsOf(draw(aSlip())).map(({ text }) => text);
    expect(said).toContain('08:41 · 23/11/2026');
  });

  it('show the estimate in the visitor’s language', () => {
    const range = { fromMinutes: 10, toMinutes: 20 };
    expect(estimateText(range, 'vi')).toBe('10–20 phút');
    expect(estimateText(range, 'de')).toBe('10–20 Min.');
  });
});

describe('several services', () => {
  const laterServices: readonly LocalText[] = [
    { vi: 'Chứng thực bản sao', de: 'Beglaubigte Kopie' },
    { vi: 'Đăng ký khai sinh', de: 'Geburtsanzeige' },
  ];

  it('are listed in order', () => {
    const said = textsOf(draw(aSlip({ laterServices }))).map(({ text }) => text);
    const places = ['1. Đăng ký kết hôn', '2. Chứng thực bản sao', '3. Đăng ký khai sinh'].map(
      (text) => said.indexOf(text),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('are each readable for the clerk', () => {
    const said = textsOf(draw(aSlip({ language: 'de', laterServices }))).map(({ text }) => text);
    expect(said).toContain('2. Beglaubigte Kopie');
    expect(said).toContain('Chứng thực bản sao');
  });
});

describe('a badge', () => {
  const boxesOf = (slip: Slip) =>
    draw(slip).items.flatMap((item) => (item.type === 'box' ? [item.text.text] : []));

  it.each(LANGUAGES)('shows only ƯT for a priority, in %s', (language) => {
    expect(boxesOf(aSlip({ language, priority: true }))).toEqual(['ƯT']);
    expect(boxesOf(aSlip({ language, priority: false }))).toEqual([]);
  });

  it('marks training above and below the number, in every language', () => {
    const slip = aSlip({ number: '#H001', training: true, priority: false });
    const words = 'LUYỆN TẬP · PRACTICE · ÜBUNG';
    expect(boxesOf(slip)).toEqual([words, words]);
    const said = textsOf(draw(slip)).map(({ text }) => text);
    const [above, below] = [said.indexOf(words), said.lastIndexOf(words)];
    expect(above).toBeLessThan(said.indexOf('#H001'));
    expect(below).toBeGreaterThan(said.indexOf('#H001'));
  });
});

describe('the papers to bring', () => {
  const paper = (index: number): LocalText => ({ vi: `Giấy tờ thứ ${index}` });
  const more = texts('vi')('slip.papers.more');

  it('are limited to four lines, with a hint where to ask for the rest', () => {
    const papers = [1, 2, 3, 4, 5, 6].map(paper);
    const said = textsOf(draw(aSlip({ papers, length: 'long' }))).map(({ text }) => text);
    expect(said.filter((text) => text.startsWith('Giấy tờ thứ'))).toHaveLength(4);
    expect(said).toContain(more);
  });

  it('have no hint when there are no more than four lines', () => {
    const papers = [1, 2, 3, 4].map(paper);
    const said = textsOf(draw(aSlip({ papers, length: 'long' }))).map(({ text }) => text);
    expect(said).toContain('Giấy tờ thứ 4');
    expect(said).not.toContain(more);
  });
});

describe('the QR code', () => {
  it('becomes text when the address is too long to be read from paper', () => {
    const followUrl = `https://example.vn/${'a'.repeat(3000)}`;
    const drawing = draw(aSlip({ followUrl }));
    expect(drawing.items.some(({ type }) => type === 'qr')).toBe(false);
    expect(saidOn(drawing)).toContain(squeezed(followUrl));
  });

  it.each([undefined, null])('has modules a phone can read on every paper (%s)', (followUrl) => {
    for (const widthDots of WIDTHS) {
      for (const language of LANGUAGES) {
        const slip = aSlip({ language, ...(followUrl === null ? { followUrl } : {}) });
        const codes = draw(slip, widthDots).items.filter((item) => item.type === 'qr');
        expect(codes).toHaveLength(1);
        expect(codes[0]?.moduleDots).toBeGreaterThanOrEqual(4);
      }
    }
  });

  it('contains the number and the time where there is no address to follow it', () => {
    const slip = aSlip({ followUrl: null });
    const kept = textToKeep(slip);
    expect(kept).toBe('H021\n08:41 23/11/2026');
    expect(textToKeep({ ...slip, code: '3g8h0' })).toBe('H021 3g8h0\n08:41 23/11/2026');
    for (const length of ['short', 'long'] as const) {
      const drawing = draw({ ...slip, length });
      expect(drawing.items.find((item) => item.type === 'qr')?.data).toBe(kept);
      expect(saidOn(drawing)).toContain(squeezed(texts('vi')('slip.keep')));
      expect(saidOn(drawing)).not.toContain(squeezed(texts('vi')('slip.follow')));
    }
  });

  it('contains only its code where the number has a non-ASCII letter, so that a kiosk knows the slip', () => {
    for (const length of ['short', 'long'] as const) {
      const drawing = draw(aSlip({ number: 'Đ021', code: '3g8h0', followUrl: null, length }));
      const code = drawing.items.find((item) => item.type === 'qr');
      expect(code?.data).toBe('3g8h0\n08:41 23/11/2026');
      expect(saidOn(drawing)).toContain(squeezed(texts('vi')('slip.show')));
      expect(saidOn(drawing)).not.toContain(squeezed(texts('vi')('slip.keep')));
    }
  });

  it('is left out where there is neither a code nor an ASCII number', () => {
    const drawing = draw(aSlip({ number: 'Đ021', code: null, followUrl: null }));
    expect(drawing.items.some(({ type }) => type === 'qr')).toBe(false);
    expect(saidOn(drawing)).not.toContain(squeezed(texts('vi')('slip.show')));
  });
});

describe('the layout', () => {
  /** Fields that a slip must never have (Decree on personal data). */
  type Forbidden =
    | 'citizen_name'
    | 'citizenName'
    | 'name'
    | 'cccd'
    | 'phone'
    | 'date_of_birth'
    | 'dateOfBirth'
    | 'priority_reason'
    | 'priorityReason';

  it('has no field for anything about the person', () => {
    expectTypeOf<Extract<keyof Slip, Forbidden>>().toBeNever();
    expectTypeOf<Slip['priority']>().toEqualTypeOf<boolean>();
    const common = ['authority', 'centre', 'rule', 'copy', 'number', 'priority', 'training'];
    const fields = ['services', 'appointment', 'counters', 'ahead', 'estimate', 'issued-at'];
    const keysOf = (layout: SlipLayout): readonly string[] =>
      layout.flatMap((block) => {
        if (block.type === 'fields-and-qr') return [...keysOf(block.fields), 'qr'];
        return 'key' in block ? [block.key] : [block.type];
      });
    expect(new Set(keysOf(DEFAULT_LAYOUT))).toEqual(
      new Set([...common, ...fields, 'qr', 'words', 'cut']),
    );
    expect(new Set(keysOf(LONG_LAYOUT))).toEqual(
      new Set([...common, ...fields, 'papers', 'qr', 'words', 'cut']),
    );
  });

  it.each([DEFAULT_LAYOUT, LONG_LAYOUT])('ends with the cut', (...layout) => {
    expect(layout.findIndex(({ type }) => type === 'cut')).toBe(layout.length - 1);
  });

  it('has all texts in every language', () => {
    const said = [...DEFAULT_LAYOUT, ...LONG_LAYOUT].flatMap((block) => [
      ...('words' in block ? [block.words] : []),
      ...('label' in block ? [block.label] : []),
    ]);
    for (const text of said)
      for (const language of LANGUAGES) expect(text?.[language]?.trim()).not.toBe('');
  });
});
