import type { Command } from './escpos-commands.ts';
import { createPaper } from './paper.ts';
import type { BlackAndWhite } from './png.ts';
import { drawQr, type Dots, typeText } from './typewriter.ts';

const DEFAULT_SPACING = 30;
const PLAIN = { width: 1, height: 1, bold: false } as const;
const NO_QR: Style['qr'] = { dots: 3, level: 'L', data: new Uint8Array(0) };
const NEW_STYLE: Style = { spacing: DEFAULT_SPACING, align: 'left', look: PLAIN, qr: NO_QR };

/** How what comes next is printed. */
interface Style {
  readonly spacing: number;
  readonly align: 'left' | 'center' | 'right';
  readonly look: { readonly width: number; readonly height: number; readonly bold: boolean };
  readonly qr: {
    readonly dots: number;
    readonly level: 'L' | 'M' | 'Q' | 'H';
    readonly data: Uint8Array<ArrayBuffer>;
  };
}

function styleAfter(style: Style, command: Command): Style {
  const { look, qr } = style;
  switch (command.type) {
    case 'initialise':
      return { ...NEW_STYLE, qr };
    case 'line-spacing':
      return { ...style, spacing: command.dots ?? DEFAULT_SPACING };
    case 'align':
      return { ...style, align: command.to };
    case 'size':
      return { ...style, look: { ...look, width: command.width, height: command.height } };
    case 'bold':
      return { ...style, look: { ...look, bold: command.on } };
    case 'qr-module':
      return { ...style, qr: { ...qr, dots: command.dots } };
    case 'qr-correction':
      return { ...style, qr: { ...qr, level: command.level } };
    case 'qr-store':
      return { ...style, qr: { ...qr, data: command.data.slice() } };
    default:
      return style;
  }
}

/** A piece of paper that came out. */
export interface PrintedPaper extends BlackAndWhite {
  readonly cut: boolean;
  readonly bytes: Uint8Array;
  /** Texts of the codes drawn by native commands. */
  readonly nativeQr: readonly string[];
}

export interface PrintEngine {
  /** Executes a command, using at most so many dots of paper. Returns the rest of it, null when it is done, and how much paper it used. */
  readonly obey: (command: Command, mostDots: number) => Progress;
  /** The paper printed so far, if anything is printed on it. */
  readonly tearOff: (cut: boolean) => PrintedPaper | null;
}

export interface Progress {
  readonly left: Command | null;
  readonly usedDots: number;
  readonly cut: PrintedPaper | null;
}

/** The printing part of a printer, without connections, faults and time. */
export function createPrintEngine(widthDots: number): PrintEngine {
  const paper = createPaper(widthDots);
  let style = NEW_STYLE;
  let bytes: Uint8Array[] = [];
  let nativeQr: string[] = [];
  let letters: number[] = [];
  let lettersStyle = style.look;

  function put({ widthDots: width, rows }: Dots): void {
    const free = Math.max(0, widthDots - width);
    const left = { left: 0, center: free >> 1, right: free }[style.align];
    for (const row of rows) paper.line(row, left);
  }

  /** Text is printed at the end of its line, as in a real printer. */
  function endLine(): boolean {
    if (letters.length === 0) return false;
    for (const line of typeText(Uint8Array.from(letters), lettersStyle, widthDots)) {
      put(line);
      paper.feed(Math.max(0, style.spacing - line.rows.length));
    }
    letters = [];
    return true;
  }

  function tearOff(cut: boolean): PrintedPaper | null {
    endLine();
    const said = Buffer.concat(bytes);
    const codes = nativeQr;
    bytes = [];
    nativeQr = [];
    const printed = paper.isPrinted();
    const torn = paper.tear();
    return printed ? { ...torn, cut, bytes: said, nativeQr: codes } : null;
  }

  function drawRaster(command: Extract<Command, { type: 'raster' }>, most: number): Command | null {
    const { rowBytes, lines, bits } = command;
    endLine();
    const now = Math.min(lines, most);
    const row = (line: number) => bits.subarray(line * rowBytes, (line + 1) * rowBytes);
    put({ widthDots: rowBytes * 8, rows: Array.from({ length: now }, (_, line) => row(line)) });
    if (now === lines) return null;
    const rest = { lines: lines - now, bits: bits.subarray(now * rowBytes) };
    return { ...command, ...rest, raw: new Uint8Array(0) };
  }

  /** Everything except pictures is short and done at once. */
  function obeyAtOnce(command: Command): void {
    style = styleAfter(style, command);
    switch (command.type) {
      case 'initialise':
        letters = [];
        break;
      case 'text':
        letters.push(...command.bytes);
        lettersStyle = style.look;
        break;
      case 'line-feed':
        if (!endLine()) paper.feed(style.spacing);
        break;
      case 'feed-lines':
        endLine();
        paper.feed(command.lines * style.spacing);
        break;
      case 'feed-dots':
        endLine();
        paper.feed(command.dots);
        break;
      case 'qr-print': {
        const { data, dots, level } = style.qr;
        const drawn = drawQr(data, dots, level);
        if (drawn.rows.length > 0) nativeQr.push(Buffer.from(data).toString('utf8'));
        endLine();
        put(drawn);
        break;
      }
      default:
    }
  }

  return {
    tearOff,
    obey(command, mostDots) {
      bytes.push(command.raw);
      const before = paper.heightDots();
      let left: Command | null = null;
      if (command.type === 'raster') left = drawRaster(command, mostDots);
      else if (command.type === 'cut') {
        endLine();
        paper.feed(command.feedDots);
      } else obeyAtOnce(command);
      const usedDots = paper.heightDots() - before;
      return { left, usedDots, cut: command.type === 'cut' ? tearOff(true) : null };
    },
  };
}
