import { getDocumentProxy } from 'unpdf';

export interface PageText {
  readonly pages: number;
  readonly language: string | null;
  readonly title: string | null;
  /** Texts at the same height, from left to right. */
  readonly text: string;
}

interface Piece {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Baselines that are closer than this, in points, are one line. */
const SAME_LINE = 1.5;

/** The text of a PDF as it is read and searched. */
export async function pageText(pdf: Uint8Array): Promise<PageText> {
  // The reader detaches the buffer.
  const document = await getDocumentProxy(pdf.slice());
  const lines: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const pieces = items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [toPiece(item.str, item.transform)] : [],
    );
    lines.push(...linesOf(pieces));
  }
  const { info } = await document.getMetadata();
  const said = (key: string) => {
    const value: unknown = Object.entries(info).find(([name]) => name === key)?.[1];
    return typeof value === 'string' ? value : null;
  };
  const pages = document.numPages;
  await document.loadingTask.destroy();
  const text = lines.map((line) => `${line}\n`).join('');
  return { pages, language: said('Language'), title: said('Title'), text };
}

function toPiece(text: string, transform: readonly unknown[]): Piece {
  return { text, x: Number(transform[4]), y: Number(transform[5]) };
}

function linesOf(pieces: readonly Piece[]): readonly string[] {
  const lines: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const last = lines.at(-1);
    const height = last?.[0]?.y ?? Infinity;
    if (last !== undefined && height - piece.y < SAME_LINE) last.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) =>
    line
      .toSorted((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join('  '),
  );
}
