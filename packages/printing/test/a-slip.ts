import { minutesAfterT0 } from '@motcua/domain/builders';
import { kimBoi } from '@motcua/testing/kim-boi';
import { layoutOf } from '../src/default-layout.ts';
import { measureText } from '../src/rasterise.ts';
import type { Paper, SlipDrawing, TextItem } from '../src/slip-drawing.ts';
import type { Slip } from '../src/slip.ts';
import { layoutSlip } from '../src/ticket-layout.ts';

export const WIDTHS = [384, 512, 576, 640];
export const paperOf = (widthDots: number): Paper => ({ widthDots, marginDots: 16, dpi: 203 });

export const aSlip = (overrides: Partial<Slip> = {}): Slip => ({
  language: 'vi',
  authority: kimBoi.site.authority,
  centre: kimBoi.site.name,
  number: 'H021',
  priority: true,
  training: false,
  copy: false,
  bookedFor: null,
  length: 'short',
  laterServices: [],
  serviceName: { vi: 'Đăng ký kết hôn', en: 'Marriage registration', de: 'Eheschließung' },
  counters: [2, 3],
  peopleAhead: 4,
  estimate: null,
  issuedAt: minutesAfterT0(41),
  zone: 'Asia/Ho_Chi_Minh',
  papers: [],
  code: null,
  followUrl: 'https://example.vn/f/0190f3a2-7c1e-7b3a-9d1f-4a5b6c7d8e9f',
  ...overrides,
});

export const draw = (slip: Slip, widthDots = 576) =>
  layoutSlip(slip, layoutOf(slip), paperOf(widthDots), measureText);

export const textsOf = ({ items }: SlipDrawing): readonly TextItem[] =>
  items.flatMap((item) => (item.type === 'text' ? [item] : item.type === 'box' ? [item.text] : []));

/**
 * The whole text of the slip, in capitals and without spaces, so that a broken word reads as one.
 * Some letters decompose in capitals (ῢ).
 */
export const squeezed = (text: string) =>
  text.replaceAll(/\s+/gu, '').toUpperCase().normalize('NFC');
export const saidOn = (drawing: SlipDrawing) =>
  squeezed(
    textsOf(drawing)
      .map(({ text }) => text)
      .join(''),
  );
