import { describe, expect, it } from 'vitest';
import {
  createPrinter,
  parsePrinterProfile,
  printerProfileIds,
  readPrinterProfile,
} from './index.ts';

const GOOD = {
  name: '80 mm',
  driver: 'escpos-tcp',
  paper: { widthDots: 576, marginDots: 16, dpi: 203 },
  cut: 'partial',
};

describe('printer profiles', () => {
  it('exist for every paper width in use', () => {
    const widths = printerProfileIds().map((id) => readPrinterProfile(id)?.paper.widthDots);
    expect(new Set(widths)).toEqual(new Set([384, 512, 576, 640]));
  });

  it('name an existing driver', () => {
    for (const id of printerProfileIds()) {
      const profile = readPrinterProfile(id);
      if (profile === null) throw new Error(id);
      expect(createPrinter(profile, { host: '127.0.0.1', port: 9100 })).toHaveProperty('print');
    }
  });

  it('of an unknown model are null, also outside the folder', () => {
    expect(readPrinterProfile('nothing')).toBeNull();
    expect(readPrinterProfile('../../package')).toBeNull();
  });

  it.each([
    null,
    [],
    { ...GOOD, paper: null },
    { ...GOOD, cut: 'sometimes' },
    { ...GOOD, name: 5 },
    { ...GOOD, paper: { ...GOOD.paper, widthDots: 577 } },
    { ...GOOD, paper: { ...GOOD.paper, widthDots: 1000 } },
    { ...GOOD, paper: { ...GOOD.paper, marginDots: 250 } },
  ])('are rejected when wrong: %j', (content) => {
    expect(parsePrinterProfile('x', content)).toBeNull();
  });

  it('are accepted when right', () => {
    expect(parsePrinterProfile('x', GOOD)).toEqual({ id: 'x', ...GOOD });
  });

  it('without a driver open no printer', () => {
    const profile = parsePrinterProfile('x', { ...GOOD, driver: 'telepathy' });
    if (profile === null) throw new Error('Refused');
    expect(() => createPrinter(profile, { host: '127.0.0.1', port: 1 })).toThrow('telepathy');
  });
});
