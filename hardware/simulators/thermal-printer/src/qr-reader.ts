import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { encodePng, type BlackAndWhite } from './png.ts';

let prepared = false;

/** By default the library would download its code from the Internet. */
function prepare(): void {
  if (prepared) return;
  const { resolve } = createRequire(import.meta.url);
  const wasm = readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = Uint8Array.from(wasm).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  prepared = true;
}

/** The text of the first readable QR code in the picture, else null. */
export async function readQrText(picture: BlackAndWhite): Promise<string | null> {
  if (picture.heightDots === 0) return null;
  prepare();
  const found = await readBarcodes(Uint8Array.from(encodePng(picture)), { formats: ['QRCode'] });
  return found.find(({ isValid }) => isValid)?.text ?? null;
}
