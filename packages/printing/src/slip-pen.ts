import type {
  FontWeight,
  MeasureText,
  Paper,
  SlipDrawing,
  SlipItem,
  TextItem,
} from './slip-drawing.ts';
import { fitText } from './text-lines.ts';

/** Above the baseline `Ẫ` needs 1.16 of the size, below it `ỵ` 0.25 (Be Vietnam Pro). */
const ASCENT = 1.17;
const DESCENT = 0.27;

export interface TextStyle {
  readonly sizeDots: number;
  readonly weight: FontWeight;
  readonly align?: 'left' | 'center' | 'right';
  readonly maxLines?: number;
}

export interface Column {
  readonly x: number;
  readonly width: number;
}

/** Places items below each other; `y` is where the next one starts. */
export interface SlipPen {
  readonly inner: Column;
  readonly y: () => number;
  readonly skip: (dots: number) => void;
  readonly add: (item: SlipItem) => void;
  readonly text: (text: string, style: TextStyle, column?: Column) => void;
  /** The lines of a text at `top`, without adding them. */
  readonly linesOf: (
    text: string,
    style: TextStyle,
    column: Column,
    top: number,
  ) => readonly TextItem[];
  readonly drawing: () => SlipDrawing;
}

/** A pen at the top of an empty slip; all lengths are dots of this paper. */
export function createSlipPen(paper: Paper, measure: MeasureText): SlipPen {
  const items: SlipItem[] = [];
  const inner = { x: paper.marginDots, width: paper.widthDots - 2 * paper.marginDots };
  let y = paper.marginDots;

  const linesOf: SlipPen['linesOf'] = (text, style, column, top) => {
    const { sizeDots, lines } = fitText(
      text,
      {
        sizeDots: style.sizeDots,
        weight: style.weight,
        widthDots: column.width,
        maxLines: style.maxLines ?? 2,
      },
      measure,
    );
    const ascent = Math.ceil(sizeDots * ASCENT);
    const height = ascent + Math.ceil(sizeDots * DESCENT);
    return lines.map((line, index) => {
      const free = column.width - line.width;
      const left = style.align === 'center' ? free / 2 : style.align === 'right' ? free : 0;
      const x = column.x + Math.max(0, Math.floor(left));
      return {
        type: 'text',
        text: line.text,
        x,
        y: top + index * height,
        width: Math.min(Math.ceil(line.width), column.x + column.width - x),
        height,
        baseline: top + index * height + ascent,
        sizeDots,
        weight: style.weight,
        stretch: 1,
      };
    });
  };

  const add = (item: SlipItem) => {
    items.push(item);
    y = Math.max(y, item.y + item.height);
  };

  return {
    inner,
    y: () => y,
    skip: (dots) => {
      y += dots;
    },
    add,
    text: (text, style, column = inner) => linesOf(text, style, column, y).forEach(add),
    linesOf,
    drawing: () => ({
      widthDots: paper.widthDots,
      heightDots: y + paper.marginDots,
      items,
    }),
  };
}
