import { layoutOf, layoutSlip, type Slip, textToKeep } from '@motcua/printing';
import { createPrinter, printerProfileIds, readPrinterProfile } from '@motcua/printing/drivers';
import { measureText, rasteriseSlip } from '@motcua/printing/rasterise';
import {
  createCommandReader,
  startThermalPrinter,
  type SimulatedSlip,
} from '@motcua/thermal-printer-simulator';
import { describe, expect, it } from 'vitest';
import { expectGoldenText } from '../golden-file.ts';
import { expectGoldenPicture } from '../golden-picture.ts';
import { slipText } from './slip-text.ts';
import { SLIPS } from './slips.ts';

const PROFILES = printerProfileIds().map((id) => {
  const profile = readPrinterProfile(id);
  if (profile === null) throw new RangeError(`No profile ${id}`);
  return profile;
});

const CASES = Object.entries<Slip>(SLIPS);
const EVERY = PROFILES.flatMap((profile) =>
  CASES.map(([name, slip]) => ({ name, id: profile.id, slip, profile })),
);

describe('a golden slip', () => {
  it.each(EVERY)('has the same layout as before: $name on $id', ({ name, id, slip, profile }) => {
    const drawing = layoutSlip(slip, layoutOf(slip), profile.paper, measureText);
    expectGoldenText(`slips/${id}/${name}.txt`, slipText(drawing));
  });

  it.each(EVERY)('looks as before: $name on $id', async ({ name, id, slip, profile }) => {
    const drawing = layoutSlip(slip, layoutOf(slip), profile.paper, measureText);
    await expectGoldenPicture(`slips/${id}/${name}.png`, rasteriseSlip(drawing));
  });
});

/** The commands sent to the printer, with pictures by their size: dots are compared as a picture. */
const jobText = ({ bytes }: SimulatedSlip) =>
  createCommandReader()(bytes)
    .map((command) =>
      command.type === 'raster'
        ? `raster ${command.rowBytes * 8} × ${command.lines}\n`
        : `${command.type} ${Buffer.from(command.raw).toString('hex')}\n`,
    )
    .join('');

describe('the printer', () => {
  it.each(PROFILES)('$id prints every golden slip, dot by dot', async (profile) => {
    const simulator = await startThermalPrinter({ widthDots: profile.paper.widthDots });
    try {
      const printer = createPrinter(profile, { host: '127.0.0.1', port: simulator.port });
      let jobs = '';
      for (const [name, slip] of CASES) {
        const drawing = layoutSlip(slip, layoutOf(slip), profile.paper, measureText);
        const bitmap = rasteriseSlip(drawing);
        expect(await printer.print(bitmap)).toEqual({ status: 'ready', proof: 'proved' });
        const printed = simulator.slips().at(-1);
        if (printed === undefined) throw new Error(`No paper for ${name}`);
        const { bits } = bitmap;
        expect(printed.cut).toBe(true);
        expect(Buffer.compare(printed.bits.subarray(0, bits.length), bits), name).toBe(0);
        expect(printed.bits.subarray(bits.length).every((byte) => byte === 0)).toBe(true);
        expect(await printed.qr()).toBe(slip.followUrl ?? textToKeep(slip));
        jobs += `${name}\n${jobText(printed)}\n`;
      }
      expectGoldenText(`slips/${profile.id}/jobs.txt`, jobs);
      expect(simulator.slips()).toHaveLength(CASES.length);
    } finally {
      await simulator.close();
    }
  });
});
