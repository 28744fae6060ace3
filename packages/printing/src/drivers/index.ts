import type { Printer } from '../printer.ts';
import { createEscposTcpPrinter } from './escpos-tcp-printer.ts';
import type { PrinterProfile } from './printer-profile.ts';

export * from './escpos-tcp-printer.ts';
export * from './printer-profile.ts';

/** Where a printer is reached. */
export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

type Open = (profile: PrinterProfile, address: PrinterAddress) => Printer;

/** The printer languages. A new one is a file here and one line. */
const DRIVERS: Readonly<Record<string, Open>> = {
  'escpos-tcp': (profile, address) => createEscposTcpPrinter({ ...address, cut: profile.cut }),
};

/** The printer of that model at that address. Throws when no driver supports its language. */
export function createPrinter(profile: PrinterProfile, address: PrinterAddress): Printer {
  const open = DRIVERS[profile.driver];
  if (open === undefined) throw new Error(`No printer driver is called ${profile.driver}`);
  return open(profile, address);
}
