import type { SlipDrawing, SlipItem } from '@motcua/printing';

/** A slip's layout as comparable text: one item per line, in dots. */
export function slipText({ widthDots, heightDots, items }: SlipDrawing): string {
  const lines = items.map(itemText);
  return [`${widthDots} × ${heightDots}`, ...lines].map((line) => `${line}\n`).join('');
}

function itemText(item: SlipItem): string {
  const place = [item.x, item.y, item.width, item.height]
    .map((dots) => String(dots).padStart(4))
    .join(' ');
  switch (item.type) {
    case 'rule':
      return `${place}  ——`;
    case 'qr':
      return `${place}  QR ${item.version}, ${item.moduleDots} dots: ${item.data}`;
    case 'box':
      return `${place}  ■ ${lookOf(item.text)}`;
    case 'text':
      return `${place}  ${lookOf(item)}`;
  }
}

function lookOf({ text, sizeDots, weight, stretch, baseline }: SlipItem & { type: 'text' }) {
  const narrowed = stretch === 1 ? '' : `, narrowed to ${stretch.toFixed(3)}`;
  return `“${text}” ${sizeDots}/${weight}${narrowed}, on ${baseline}`;
}
