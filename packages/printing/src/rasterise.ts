import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import QRCode from 'qrcode';
import type { Bitmap } from './printer.ts';
import { QUIET_MODULES } from './qr-size.ts';
import type {
  FontWeight,
  MeasureText,
  QrItem,
  SlipDrawing,
  SlipItem,
  TextItem,
} from './slip-drawing.ts';
import { NARROWEST } from './slip-number.ts';

const FAMILY = 'Motcua Slip';
const FACES = ['400Regular', '600SemiBold', '700Bold'];
/** The widest roll plus a margin, and as many lines as stay below 128 KiB at four bytes a dot. */
const SCRATCH_WIDTH = 656;
const SCRATCH_LINES = 48;
/** Width of an upright stroke, relative to the size. */
const STEM_OF_BOLD = 0.19;
const MEASURED_AT_DOTS = 1000;
const MEASURED_TEXTS = 20_000;

let ready = false;

function registerFonts(): void {
  if (ready) return;
  const { resolve } = createRequire(import.meta.url);
  for (const face of FACES) {
    const file = resolve(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`);
    // Read with fs, because the canvas cannot read inside the archive of a packaged program.
    if (GlobalFonts.register(readFileSync(file), FAMILY) === null)
      throw new Error(`The slip's font could not be read: ${file}`);
  }
  ready = true;
}

const fontOf = (sizeDots: number, weight: FontWeight) => `${weight} ${sizeDots}px '${FAMILY}'`;

let scratch: SKRSContext2D | null = null;

/** One small canvas for all: memory blocks from 128 KiB on come from the kernel and cost milliseconds. */
function scratchContext(): SKRSContext2D {
  if (scratch === null) {
    registerFonts();
    scratch = createCanvas(SCRATCH_WIDTH, SCRATCH_LINES).getContext('2d');
    scratch.textBaseline = 'alphabetic';
  }
  return scratch;
}

const measured = new Map<string, number>();

/** The width of a text in Be Vietnam Pro, in dots; cached, because slips repeat their texts. */
export const measureText: MeasureText = (text, sizeDots, weight) => {
  const key = weight + text;
  let width = measured.get(key);
  if (width === undefined) {
    const context = scratchContext();
    context.font = fontOf(MEASURED_AT_DOTS, weight);
    width = context.measureText(text).width / MEASURED_AT_DOTS;
    if (measured.size >= MEASURED_TEXTS) measured.clear();
    measured.set(key, width);
  }
  return width * sizeDots;
};

/** Draws the slip in dots, black on white without grey. At most 640 dots wide. */
export function rasteriseSlip({ widthDots, heightDots, items }: SlipDrawing): Bitmap {
  const rowBytes = Math.ceil(widthDots / 8);
  const bits = new Uint8Array(rowBytes * heightDots);
  // QR codes first, because their rows are doubled while nothing is beside them yet.
  for (const item of items) if (item.type === 'qr') putQr(bits, rowBytes, item);
  for (const item of items)
    if (item.type !== 'qr')
      for (const piece of piecesOf(item)) putPatch(bits, rowBytes, piece.y, patchOf(piece));
  return { widthDots, heightDots, bits };
}

/** Loads fonts and canvas and draws once, so that the first ticket is as fast as the others. */
export function warmUp(): void {
  const place = { x: 0, y: 0, width: 500, height: 300, baseline: 250 };
  const style = { sizeDots: 272, weight: 700, stretch: 0.8 } as const;
  const text: SlipItem = { type: 'text', text: 'H021', ...place, ...style };
  measureText(text.text, 20, 400);
  rasteriseSlip({ widthDots: 640, heightDots: 300, items: [text] });
}

type PaintedItem = Exclude<SlipItem, QrItem>;

/** Packed dots of one item, to be drawn on a slip at any height. */
interface Patch {
  readonly firstByte: number;
  readonly rowBytes: number;
  readonly bits: Uint8Array;
}

/** Slips repeat headings, labels, services and digits, and reading a canvas is the most expensive step. */
const patches = new Map<string, Patch>();
const PATCHES = 2000;

function patchOf(item: PaintedItem): Patch {
  const key = keyOf(item);
  let patch = patches.get(key);
  if (patch === undefined) {
    patch = paintPatch(item);
    if (patches.size >= PATCHES) patches.clear();
    patches.set(key, patch);
  }
  return patch;
}

/** Everything that determines the dots, except the height on the paper. */
function keyOf(item: PaintedItem): string {
  const place = `${item.type} ${item.x} ${item.width} ${item.height}`;
  if (item.type === 'rule') return place;
  const text = item.type === 'box' ? item.text : item;
  return `${place} ${text.x} ${text.sizeDots} ${text.weight} ${text.stretch} ${text.text}`;
}

/** Draws the item on the scratch canvas, a part of its lines at a time, and packs its dots. */
function paintPatch(item: PaintedItem): Patch {
  const context = scratchContext();
  const firstByte = item.x >> 3;
  const rowBytes = ((item.x + item.width + 7) >> 3) - firstByte;
  const bits = new Uint8Array(rowBytes * item.height);
  for (let top = 0; top < item.height; top += SCRATCH_LINES) {
    const lines = Math.min(SCRATCH_LINES, item.height - top);
    context.resetTransform();
    context.clearRect(0, 0, rowBytes * 8, lines);
    context.translate(-firstByte * 8, -top - item.y);
    paint(context, item);
    const { data } = context.getImageData(0, 0, rowBytes * 8, lines);
    const dots = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
    const start = top * rowBytes;
    for (let at = 0; at < lines * rowBytes; at += 1) bits[start + at] = packEight(dots, at * 8);
  }
  return { firstByte, rowBytes, bits };
}

function putPatch(into: Uint8Array, rowBytes: number, top: number, patch: Patch): void {
  const width = Math.min(patch.rowBytes, rowBytes - patch.firstByte);
  for (let from = 0, to = top * rowBytes + patch.firstByte; from < patch.bits.length;) {
    for (let byte = 0; byte < width; byte += 1)
      into[to + byte] = (into[to + byte] ?? 0) | (patch.bits[from + byte] ?? 0);
    from += patch.rowBytes;
    to += rowBytes;
  }
}

/** A narrowed number letter by letter, so that its digits are drawn once and not for every ticket. */
function piecesOf(item: PaintedItem): readonly PaintedItem[] {
  if (item.type !== 'text' || item.stretch === 1) return [item];
  let x = item.x;
  return [...item.text].map((text) => {
    const advance = measureText(text, item.sizeDots, item.weight) * item.stretch;
    const piece = { ...item, text, x: Math.round(x), width: Math.ceil(advance) };
    x += advance;
    return piece;
  });
}

function paint(context: SKRSContext2D, item: PaintedItem): void {
  context.fillStyle = '#000';
  if (item.type === 'text') paintText(context, item);
  else if (item.type === 'rule') context.fillRect(item.x, item.y, item.width, item.height);
  else {
    context.beginPath();
    context.roundRect(item.x, item.y, item.width, item.height, 8);
    context.fill();
    context.fillStyle = '#fff';
    paintText(context, item.text);
  }
}

function paintText(context: SKRSContext2D, item: TextItem): void {
  context.font = fontOf(item.sizeDots, item.weight);
  if (item.stretch === 1) {
    context.fillText(item.text, item.x, item.baseline, item.width);
    return;
  }
  // Narrowed letters have thin stems; they are thickened as far as there is space between the letters.
  const thicker = Math.max(0, Math.min(1 - item.stretch, (item.stretch - NARROWEST) * 2));
  const widen = (thicker * STEM_OF_BOLD * item.sizeDots) / 4;
  for (const shift of [-widen, widen]) {
    context.save();
    context.translate(item.x + shift, item.baseline);
    context.scale(item.stretch, 1);
    context.fillText(item.text, 0, 0);
    context.restore();
  }
}

/** A dot is black where it is more than half opaque and dark: RGBA in memory, alpha in the high byte. */
function packEight(dots: Uint32Array, from: number): number {
  let byte = 0;
  for (let index = 0; index < 8; index += 1) {
    const dot = dots[from + index] ?? 0;
    byte = (byte << 1) | ((dot >>> 31) & ~((dot >>> 7) & 1) & 1);
  }
  return byte;
}

function putQr(bits: Uint8Array, rowBytes: number, item: QrItem): void {
  const segments = [{ data: new TextEncoder().encode(item.data), mode: 'byte' as const }];
  const { modules } = QRCode.create(segments, { errorCorrectionLevel: 'M', version: item.version });
  const left = item.x + QUIET_MODULES * item.moduleDots;
  const firstRow = item.y + QUIET_MODULES * item.moduleDots;
  for (let row = 0; row < modules.size; row += 1) {
    const start = (firstRow + row * item.moduleDots) * rowBytes;
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue;
      const x = left + column * item.moduleDots;
      for (let dot = x; dot < x + item.moduleDots; dot += 1)
        bits[start + (dot >> 3)] = (bits[start + (dot >> 3)] ?? 0) | (0x80 >> (dot & 7));
    }
    for (let line = 1; line < item.moduleDots; line += 1)
      bits.copyWithin(start + line * rowBytes, start, start + rowBytes);
  }
}
