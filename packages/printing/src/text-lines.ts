import type { FontWeight, MeasureText } from './slip-drawing.ts';

export interface Line {
  readonly text: string;
  readonly width: number;
}

export interface TextLines {
  readonly sizeDots: number;
  readonly lines: readonly Line[];
}

interface Fit {
  readonly sizeDots: number;
  readonly weight: FontWeight;
  readonly widthDots: number;
  /** The text shrinks to stay within so many lines, then takes as many as it needs. */
  readonly maxLines: number;
}

/** 2.5 mm at 203 dpi: the smallest letters an elderly visitor reads at arm's length. */
export const MIN_SIZE_DOTS = 20;

/** Wraps and shrinks a text so that nothing is cut; a word that is too long even when small is broken. */
export function fitText(text: string, fit: Fit, measure: MeasureText): TextLines {
  const words = text.normalize('NFC').split(/\s+/u).filter(Boolean);
  for (let size = fit.sizeDots; size > MIN_SIZE_DOTS; size -= 2) {
    const sized = words.map((word) => ({ text: word, width: measure(word, size, fit.weight) }));
    if (sized.some((word) => word.width > fit.widthDots)) continue;
    const lines = wrap(sized, measure(' ', size, fit.weight), fit.widthDots);
    if (lines.length <= fit.maxLines) return { sizeDots: size, lines };
  }
  const size = Math.min(MIN_SIZE_DOTS, fit.sizeDots);
  const widthOf = (piece: string) => measure(piece, size, fit.weight);
  const pieces = words.flatMap((word) => breakWord(word, fit.widthDots, widthOf));
  return { sizeDots: size, lines: wrap(pieces, widthOf(' '), fit.widthDots) };
}

/** As few lines as possible, of about the same length, so that the last one has more than a single word. */
function wrap(words: readonly Line[], space: number, width: number): Line[] {
  const lines = greedy(words, space, width);
  if (lines.length < 2) return lines;
  let narrow = width / 2;
  let wide = width;
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2;
    const tried = greedy(words, space, middle);
    if (tried.length === lines.length && tried.every((line) => line.width <= middle)) wide = middle;
    else narrow = middle;
  }
  return greedy(words, space, wide);
}

function greedy(words: readonly Line[], space: number, width: number): Line[] {
  const lines: Line[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.width + space + word.width <= width) {
      lines[lines.length - 1] = {
        text: `${last.text} ${word.text}`,
        width: last.width + space + word.width,
      };
    } else lines.push(word);
  }
  return lines;
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The pieces of a word that fit, split between graphemes. */
function breakWord(word: string, width: number, widthOf: (piece: string) => number): Line[] {
  const whole = { text: word, width: widthOf(word) };
  if (whole.width <= width) return [whole];
  const pieces: Line[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const last = pieces.at(-1);
    const longer = (last?.text ?? '') + segment;
    const longerWidth = widthOf(longer);
    if (last !== undefined && longerWidth <= width)
      pieces[pieces.length - 1] = { text: longer, width: longerWidth };
    else pieces.push({ text: segment, width: widthOf(segment) });
  }
  return pieces;
}
