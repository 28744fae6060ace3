import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { rasterBands } from '../escpos/raster-bands.ts';
import type { Bitmap } from '../printer.ts';

const INITIALISE = Buffer.from([0x1b, 0x40]);
/** Four lines, 17 mm: from the print head to the blade. */
const FEED_TO_BLADE = { verticalTabAmount: 1 };

/**
 * Initialises, prints the picture in bands, feeds and cuts. The library's own transports are not
 * used: they report jobs as done that were never printed.
 */
export async function buildJob(slip: Bitmap, cut: 'partial' | 'full'): Promise<Buffer> {
  let job = Buffer.alloc(0);
  const transport = {
    isPrinterConnected: async () => true,
    execute: async (commands: Buffer) => {
      job = Buffer.from(commands);
    },
  };
  const builder = new ThermalPrinter(
    // Its type says string, its code accepts an object too.
    Object.assign({ type: PrinterTypes.EPSON, interface: '' }, { interface: transport }),
  );
  builder.append(INITIALISE);
  builder.append(Buffer.from(rasterBands(slip).buffer));
  if (cut === 'full') builder.cut(FEED_TO_BLADE);
  else builder.partialCut(FEED_TO_BLADE);
  await builder.execute();
  return job;
}
