import { createCanvas } from '@napi-rs/canvas';
import type { SlipDrawing } from '@motcua/printing';

/**
 * Draws a slip without any caching: one canvas as large as the paper, every text on it, every dot
 * read and packed. The baseline of `touch-to-paper`; the fonts must be loaded before.
 */
export function drawBare({ widthDots, heightDots, items }: SlipDrawing): Uint8Array {
  const context = createCanvas(widthDots, heightDots).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, widthDots, heightDots);
  context.fillStyle = '#000';
  for (const item of items) {
    if (item.type === 'text') {
      context.font = `${item.weight} ${item.sizeDots}px 'Motcua Slip'`;
      context.fillText(item.text, item.x, item.baseline, item.width);
    } else context.fillRect(item.x, item.y, item.width, item.height);
  }
  const { data } = context.getImageData(0, 0, widthDots, heightDots);
  const bits = new Uint8Array((widthDots * heightDots) >> 3);
  for (let dot = 0; dot < widthDots * heightDots; dot += 1)
    if ((data[dot * 4] ?? 0) < 128) bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  return bits;
}
