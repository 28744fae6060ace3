import { inLanguage, type LocalText } from '@motcua/domain';
import { texts } from '@motcua/i18n';
import type { SlipBlock, SlipField, SlipLayout } from './default-layout.ts';
import { qrSize } from './qr-size.ts';
import type { MeasureText, Paper, SlipDrawing } from './slip-drawing.ts';
import { drawBadge, drawNumber } from './slip-number.ts';
import { createSlipPen, type Column, type SlipPen, type TextStyle } from './slip-pen.ts';
import { fieldValue, saysNumber, textToKeep } from './slip-words.ts';
import type { Slip } from './slip.ts';

type Block<Type extends SlipBlock['type']> = Extract<SlipBlock, { readonly type: Type }>;
type Field = SlipField;
type Sizes = { readonly value: number; readonly label: number };

/** The inner width that the layout's sizes are for: 576 dots less two margins of 16. */
const USUAL_WIDTH_DOTS = 544;
const GAP_DOTS = 24;
const LABEL_DOTS = 24;

/**
 * The slip on paper of that width, wrapped and shrunk so that nothing is cut at any width. Blocks
 * after the cut are not drawn. An address too long for a QR code is printed as text.
 */
export function layoutSlip(
  slip: Slip,
  layout: SlipLayout,
  paper: Paper,
  measure: MeasureText,
): SlipDrawing {
  const pen = createSlipPen(paper, measure);
  const scale = Math.min(1.1, Math.max(0.86, pen.inner.width / USUAL_WIDTH_DOTS));
  const sized = (dots: number) => 2 * Math.round((dots * scale) / 2);
  const own = (text: LocalText) => inLanguage(text, slip.language);

  for (const block of layout) {
    if (block.type === 'cut') break;
    switch (block.type) {
      case 'rule':
        pen.skip(8);
        pen.add({ type: 'rule', x: pen.inner.x, y: pen.y(), width: pen.inner.width, height: 2 });
        pen.skip(8);
        break;
      case 'text': {
        const weight = block.key === 'centre' && block.bold ? 700 : 400;
        const text = block.key === 'words' ? own(block.words) : heading(slip, block.key);
        pen.text(text, { sizeDots: sized(block.sizeDots), weight, align: 'center' });
        break;
      }
      case 'number':
        if (block.label !== null)
          pen.text(capitals(bothLanguages(slip, block.label)), {
            sizeDots: sized(26),
            weight: 600,
            align: 'center',
            maxLines: 1,
          });
        pen.skip(4);
        drawNumber(pen, slip.number, block.capHeightMm, paper, measure);
        pen.skip(2);
        break;
      case 'badge':
        if (slip[block.key])
          drawBadge(pen, capitals(bothLanguages(slip, block.words)), sized(block.sizeDots));
        break;
      case 'field':
        drawField(
          pen,
          slip,
          block,
          { value: sized(block.sizeDots), label: sized(LABEL_DOTS) },
          measure,
          pen.inner,
        );
        break;
      case 'fields-and-qr':
        drawFieldsAndQr(pen, slip, block, sized, measure);
        break;
      case 'services':
        drawServices(pen, slip, block, { value: sized(block.sizeDots), label: sized(LABEL_DOTS) });
        break;
      case 'list':
        drawList(pen, slip, block, sized(block.sizeDots));
        break;
      case 'qr':
        drawQr(pen, slip, block, sized(LABEL_DOTS));
        break;
    }
  }
  return pen.drawing();
}

const capitals = (text: string) => text.toLocaleUpperCase('vi');

/** Vietnamese official headings are in capitals (Decree 30/2020); translations keep their own case. */
function heading(slip: Slip, key: 'authority' | 'centre'): string {
  const translated = slip.language === 'vi' ? undefined : slip[key][slip.language];
  return translated ?? capitals(slip[key].vi);
}

/** The visitor's language first, then Vietnamese, which the clerk must be able to read. */
function bothLanguages(slip: Slip, text: LocalText): string {
  const own = inLanguage(text, slip.language);
  return own === text.vi ? own : `${own} · ${text.vi}`;
}

function drawField(
  pen: SlipPen,
  slip: Slip,
  block: Field,
  sizes: Sizes,
  measure: MeasureText,
  whole: Column,
) {
  const value = fieldValue(slip, block.key);
  if (value === null || value.trim() === '') return;
  const label = inLanguage(block.label, slip.language);
  const labelStyle = { sizeDots: sizes.label, weight: 400 } as const;
  const valueStyle = { sizeDots: sizes.value, weight: 600, align: 'right' } as const;

  const labelWidth = Math.ceil(measure(label, labelStyle.sizeDots, 400));
  const rest = whole.width - labelWidth - GAP_DOTS;
  if (measure(value, sizes.value, 600) > rest) {
    pen.text(label, labelStyle, whole);
    pen.text(value, { ...valueStyle, maxLines: 3 }, whole);
    return;
  }
  const top = pen.y();
  const column = { x: whole.x + labelWidth + GAP_DOTS, width: rest };
  const values = pen.linesOf(value, valueStyle, column, top);
  const labels = pen.linesOf(label, { ...labelStyle, maxLines: 1 }, whole, top);
  const drop = (values[0]?.baseline ?? top) - (labels[0]?.baseline ?? top);
  for (const item of labels) pen.add({ ...item, y: item.y + drop, baseline: item.baseline + drop });
  values.forEach(pen.add);
}

/** Each in the visitor's language, and below it in Vietnamese for the clerk. */
function drawServices(pen: SlipPen, slip: Slip, block: Block<'services'>, sizes: Sizes) {
  const services = [slip.serviceName, ...slip.laterServices].filter(
    (service) => inLanguage(service, slip.language).trim() !== '',
  );
  const several = services.length > 1;
  const label = several ? block.labelMany : block.label;
  const small = { sizeDots: sizes.label, weight: 400 } as const;
  if (services.length > 0 && label !== null) pen.text(inLanguage(label, slip.language), small);
  services.forEach((service, index) => {
    const place = several ? `${index + 1}. ` : '';
    const value = inLanguage(service, slip.language);
    pen.text(place + value, { sizeDots: sizes.value, weight: 600, maxLines: 3 });
    if (value !== service.vi) pen.text(service.vi, { ...small, maxLines: 3 });
    pen.skip(4);
  });
}

function drawList(pen: SlipPen, slip: Slip, block: Block<'list'>, sizeDots: number) {
  if (slip.papers.length === 0) return;
  const style = { sizeDots, weight: 400, maxLines: block.maxLines } as const;
  const dash = { ...pen.inner, width: GAP_DOTS };
  const column = { x: pen.inner.x + GAP_DOTS, width: pen.inner.width - GAP_DOTS };
  pen.text(inLanguage(block.label, slip.language), { ...style, weight: 600 });
  let free = block.maxLines;
  let left = slip.papers.length;
  for (const paper of slip.papers) {
    const lines = pen.linesOf(inLanguage(paper, slip.language), style, column, pen.y());
    if (free === 0) break;
    const [mark] = pen.linesOf('–', style, dash, pen.y());
    if (mark !== undefined && lines.length > 0) pen.add(mark);
    lines.slice(0, free).forEach(pen.add);
    if (lines.length > free) break;
    free -= lines.length;
    left -= 1;
  }
  if (left > 0) pen.text(inLanguage(block.more, slip.language), style, column);
  pen.skip(8);
}

function drawQr(pen: SlipPen, slip: Slip, block: Block<'qr'>, sizeDots: number) {
  const { data: url, words } = codeOf(slip, block);
  const { moduleDots } = block;
  if (url === null) return;
  const beside = pen.inner.width >= 440;
  const size = qrSize(url, moduleDots, beside ? pen.inner.width * 0.55 : pen.inner.width);
  const style = { sizeDots, weight: 400, maxLines: 6 } as const;
  if (size === null) {
    pen.text(words, style);
    pen.text(url, style);
    return;
  }
  const { sideDots: side, version } = size;
  const x = beside ? pen.inner.x : pen.inner.x + Math.floor((pen.inner.width - side) / 2);
  const top = pen.y();
  const place = { x, y: top, width: side, height: side };
  pen.add({ type: 'qr', ...place, data: url, version, moduleDots: size.moduleDots });
  if (!beside) {
    pen.text(words, { ...style, align: 'center' });
    pen.skip(8);
    return;
  }
  const column = { x: x + side, width: pen.inner.width - side };
  addCentred(pen, words, style, column, top, side);
}

/** The content of the QR code: an address, the number, or the slip's code; null: none. */
function codeOf(
  slip: Slip,
  block: { readonly words: LocalText; readonly wordsToKeep: LocalText },
): { readonly data: string | null; readonly words: string } {
  const { followUrl, language } = slip;
  if (followUrl !== null) return { data: followUrl, words: inLanguage(block.words, language) };
  const words = saysNumber(slip)
    ? inLanguage(block.wordsToKeep, language)
    : texts(language)('slip.show');
  return { data: textToKeep(slip), words };
}

/** A label and its value need this width beside the code. */
const FIELDS_WIDTH_DOTS = 300;
const WORDS_WIDTH_DOTS = 130;

function drawFieldsAndQr(
  pen: SlipPen,
  slip: Slip,
  block: Block<'fields-and-qr'>,
  sized: (dots: number) => number,
  measure: MeasureText,
) {
  const { fields, moduleDots } = block;
  const { data, words } = codeOf(slip, block);
  const style = { sizeDots: sized(block.sizeDots), weight: 400, maxLines: 6 } as const;
  const size = data === null ? null : qrSize(data, moduleDots, pen.inner.width - WORDS_WIDTH_DOTS);
  const side = size?.sideDots ?? 0;
  const beside = { x: pen.inner.x, width: pen.inner.width - side - GAP_DOTS };
  const isWide = size !== null && beside.width >= FIELDS_WIDTH_DOTS;
  const top = pen.y();
  for (const field of fields) {
    const sizes = { value: sized(field.sizeDots), label: sized(block.sizeDots) };
    drawField(pen, slip, field, sizes, measure, isWide ? beside : pen.inner);
  }
  if (data === null) return;
  if (size === null) {
    pen.text(words, style);
    pen.text(data, style);
    return;
  }
  if (isWide) pen.text(words, style, beside);
  const y = isWide ? top : pen.y();
  const x = pen.inner.x + pen.inner.width - side;
  const { version } = size;
  pen.add({
    ...{ type: 'qr', x, y, width: side, height: side },
    ...{ data, version, moduleDots: size.moduleDots },
  });
  if (!isWide) addCentred(pen, words, style, beside, y, side);
  else pen.skip(4);
}

/** Lines vertically centred beside something of that height. */
function addCentred(
  pen: SlipPen,
  words: string,
  style: TextStyle,
  column: Column,
  top: number,
  besideHeight: number,
) {
  const lines = pen.linesOf(words, style, column, top);
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  const drop = Math.max(0, Math.floor((besideHeight - height) / 2));
  for (const line of lines) pen.add({ ...line, y: line.y + drop, baseline: line.baseline + drop });
}
