export type FontWeight = 400 | 600 | 700;

/** The width of a text in dots, in Be Vietnam Pro of that size and weight. */
export type MeasureText = (text: string, sizeDots: number, weight: FontWeight) => number;

/** The paper in the printer: printable width, white margin on each side, dots per inch. */
export interface Paper {
  readonly widthDots: number;
  readonly marginDots: number;
  readonly dpi: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of text, with all its ink inside the box. */
export interface TextItem extends Place {
  readonly type: 'text';
  readonly text: string;
  readonly baseline: number;
  readonly sizeDots: number;
  readonly weight: FontWeight;
  /** Below 1 the letters are drawn narrower by this factor, at full height. */
  readonly stretch: number;
}

export interface RuleItem extends Place {
  readonly type: 'rule';
}

/** A black box with white text. */
export interface BoxItem extends Place {
  readonly type: 'box';
  readonly text: TextItem;
}

/** A QR code with its quiet zone, byte mode, error correction M. */
export interface QrItem extends Place {
  readonly type: 'qr';
  readonly data: string;
  readonly version: number;
  readonly moduleDots: number;
}

export type SlipItem = TextItem | RuleItem | BoxItem | QrItem;

/** A slip independent of any printer: every item at its place, in dots from the top left corner. */
export interface SlipDrawing {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly items: readonly SlipItem[];
}
