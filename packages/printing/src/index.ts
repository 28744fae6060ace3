export * from './default-layout.ts';
export * from './escpos/raster-bands.ts';
export * from './print-time.ts';
export * from './printer.ts';
export * from './slip-drawing.ts';
export * from './slip.ts';
export { capHeightMm } from './slip-number.ts';
export { estimateText, textToKeep } from './slip-words.ts';
export { layoutSlip } from './ticket-layout.ts';
