import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Bitmap } from '../src/printer.ts';

/** A PNG as dots: dark pixels are black. */
export async function readPicture(png: Buffer): Promise<Bitmap> {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const rowBytes = Math.ceil(width / 8);
  const bits = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[(y * width + x) * 4] ?? 255) < 128) {
        const at = y * rowBytes + (x >> 3);
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
      }
  return { widthDots: width, heightDots: height, bits };
}
