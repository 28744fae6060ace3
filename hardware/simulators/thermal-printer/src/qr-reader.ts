import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { encodePng, type BlackAndWhite } from './png.ts';

let prepared = false;

/** By itself the library would fetch its code from the Internet. */
function prepare(): void {
  if (prepared) return;
  const { resolve } = createRequire(import.meta.url);
  const wasm = readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = Uint8Array.from(wasm).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  prepared = true;
}

/** The text of the first QR code in the picture, null when there is none that can be read. */
export async function readQrText(picture: BlackAndWhite): Promise<string | null> {
  if (picture.heightDots === 0) return null;
  prepare();
  const found = await readBarcodes(Uint8Array.from(encodePng(picture)), { formats: ['QRCode'] });
  return found.find(({ isValid }) => isValid)?.text ?? null;
}
