import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import QRCode from 'qrcode';

/** Cells of Epson's Font A at 203 dpi. */
const CELL_WIDTH = 12;
const CELL_HEIGHT = 24;
const FAMILY = 'Simulated Font A';

export interface TextStyle {
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}

/** Rows of dots, packed, most significant bit left. */
export interface Dots {
  readonly widthDots: number;
  readonly rows: readonly Uint8Array[];
}

let registered = false;

function registerFont(): void {
  if (registered) return;
  const { resolve } = createRequire(import.meta.url);
  for (const face of ['400Regular', '700Bold'])
    GlobalFonts.registerFromPath(
      resolve(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`),
      FAMILY,
    );
  registered = true;
}

/** Bytes above ASCII are Windows-1252, as in common printers, so Vietnamese sent as text looks wrong here too. */
const decoder = new TextDecoder('windows-1252');

/** The text as one or more lines that fit the paper. */
export function typeText(bytes: Uint8Array, style: TextStyle, paperDots: number): readonly Dots[] {
  const cell = CELL_WIDTH * style.width;
  const perLine = Math.max(1, Math.floor(paperDots / cell));
  const letters = Array.from(decoder.decode(bytes));
  const lines: Dots[] = [];
  for (let from = 0; from < letters.length; from += perLine)
    lines.push(typeLine(letters.slice(from, from + perLine), style));
  return lines;
}

function typeLine(letters: readonly string[], style: TextStyle): Dots {
  registerFont();
  const widthDots = letters.length * CELL_WIDTH * style.width;
  const lines = CELL_HEIGHT * style.height;
  const context = createCanvas(widthDots, lines).getContext('2d');
  context.scale(style.width, style.height);
  context.font = `${style.bold ? 700 : 400} 18px '${FAMILY}'`;
  context.textAlign = 'center';
  letters.forEach((letter, index) =>
    context.fillText(letter, (index + 0.5) * CELL_WIDTH, 18, CELL_WIDTH),
  );
  const { data } = context.getImageData(0, 0, widthDots, lines);
  const isBlack = (x: number, y: number) => (data[(y * widthDots + x) * 4 + 3] ?? 0) > 127;
  return { widthDots, rows: packRows(widthDots, lines, isBlack) };
}

/** A QR code drawn by the printer itself; without rows when the data do not fit into one. */
export function drawQr(data: Uint8Array, moduleDots: number, level: 'L' | 'M' | 'Q' | 'H'): Dots {
  try {
    const { modules } = QRCode.create([{ data, mode: 'byte' }], { errorCorrectionLevel: level });
    const side = modules.size * moduleDots;
    const isBlack = (x: number, y: number) =>
      modules.get(Math.floor(y / moduleDots), Math.floor(x / moduleDots)) !== 0;
    return { widthDots: side, rows: packRows(side, side, isBlack) };
  } catch {
    return { widthDots: 0, rows: [] };
  }
}

function packRows(
  widthDots: number,
  lines: number,
  isBlack: (x: number, y: number) => boolean,
): readonly Uint8Array[] {
  return Array.from({ length: lines }, (_, y) => {
    const row = new Uint8Array(Math.ceil(widthDots / 8));
    for (let x = 0; x < widthDots; x += 1)
      if (isBlack(x, y)) row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
    return row;
  });
}
