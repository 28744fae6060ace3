import { layoutOf, layoutSlip, type Paper, type Printer } from '@motcua/printing';
import { measureText, rasteriseSlip, warmUp } from '@motcua/printing/rasterise';
import type { SlipPrinter } from './print-queue.ts';

/** The printer and its paper roll. Loads the fonts at once. */
export function createSlipPrinter(
  printer: Printer,
  paper: Paper,
): SlipPrinter & Pick<Printer, 'status' | 'proof'> {
  warmUp();
  const slipBytes = (paper.widthDots / 8) * LONG_SLIP_DOTS;
  return {
    prepare: () => printer.prepare?.(),
    status: () => printer.status(),
    proof: () => printer.proof(),
    longestMs: () => printer.longestMs(slipBytes),
    print: (slip) =>
      printer.print(rasteriseSlip(layoutSlip(slip, layoutOf(slip), paper, measureText))),
  };
}

/** Nearly all printers of 58 and 80 mm paper have 203 dots an inch. */
export const USUAL_DPI = 203;
export const USUAL_MARGIN_DOTS = 16;
/** 20 cm: no slip is longer, so the time for this length is enough for all. */
const LONG_SLIP_DOTS = 1600;
