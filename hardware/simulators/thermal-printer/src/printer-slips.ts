import { readQrText } from './qr-reader.ts';
import { encodePng } from './png.ts';
import type { PrintedPaper } from './print-engine.ts';

/** A slip that came out of the printer. */
export interface Slip extends PrintedPaper {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly png: () => Buffer;
  /** The text of its QR code, read from the picture unless it was drawn by a native command; null: none. */
  readonly qr: () => Promise<string | null>;
}

export interface SlipBox {
  readonly all: () => readonly Slip[];
  readonly find: (id: number) => Slip | undefined;
  readonly put: (paper: PrintedPaper) => Slip;
}

/** Keeps the newest slips, oldest first. */
export function createSlipBox(keepSlips: number): SlipBox {
  const slips: Slip[] = [];
  let lastId = 0;
  return {
    all: () => Array.from(slips),
    find: (id) => slips.find((slip) => slip.id === id),
    put(paper) {
      lastId += 1;
      let png: Buffer | null = null;
      let qr: Promise<string | null> | null = null;
      const slip: Slip = {
        ...paper,
        id: lastId,
        time: new Date().toISOString(),
        png: () => (png ??= encodePng(paper)),
        qr: () => (qr ??= Promise.resolve(paper.nativeQr[0] ?? readQrText(paper))),
      };
      slips.push(slip);
      if (slips.length > keepSlips) slips.shift();
      return slip;
    },
  };
}
