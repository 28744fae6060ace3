export { createCommandReader } from './escpos-commands.ts';
export { encodePng, type BlackAndWhite } from './png.ts';
export type { PrinterState, PrinterStateChange } from './printer-state.ts';
export type { Slip as SimulatedSlip } from './printer-slips.ts';
export { readQrText } from './qr-reader.ts';
export * from './start-thermal-printer.ts';
