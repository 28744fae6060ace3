import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

export type Weight = 'regular' | 'medium' | 'bold' | 'italic';
/** What a piece is to a reader who hears the page. */
export type Tag = 'H1' | 'H2' | 'P' | 'TH' | 'TD' | 'Caption';
export type Group = 'Table' | 'TR' | 'Sect' | 'Figure';

export interface Strip {
  readonly x: number;
  readonly width: number;
}
export interface Spot extends Strip {
  readonly y: number;
}

export interface Line {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  /** A longer text shrinks a little, then ends with an ellipsis, so that it never overlaps its neighbour. */
  readonly width: number;
  readonly size: number;
  readonly weight?: Weight;
  readonly align?: 'left' | 'centre' | 'right';
  readonly colour?: string;
  readonly tag?: Tag;
}

export interface Paragraph extends Spot {
  readonly size: number;
  readonly colour?: string;
}

/** A4 pages, the last of which is drawn on; lengths in points, y grows downwards. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly line: (text: string, at: Line) => void;
  /** A text in several lines, each `leading` below the one before. */
  readonly lines: (texts: readonly string[], at: Line, leading: number) => void;
  /** The text in as many lines as it needs; one when it shrinks a little to fit. */
  readonly wrapped: (text: string, width: number, size: number) => readonly string[];
  /** Wrapped text; returns the y below it. */
  readonly paragraph: (text: string, at: Paragraph) => number;
  readonly widthOf: (text: string, size: number, weight?: Weight) => number;
  readonly group: (kind: Group, draw: () => void, alt?: string) => void;
  /** Lines and areas that are ignored by screen readers. */
  readonly decorate: (draw: (pdf: PDFKit.PDFDocument) => void) => void;
  /** Names this page in the list beside the pages. */
  readonly bookmark: (title: string) => void;
  /** Continues on a further page. */
  readonly newPage: () => void;
  /** Draws something on every page, with its number and the total. */
  readonly onEveryPage: (draw: (page: number, pages: number) => void) => void;
  readonly bytes: () => Promise<Uint8Array>;
}

export const INK = '#16212c';
export const SOFT_INK = '#55626f';

export interface SheetInfo {
  readonly title: string;
  readonly author: string;
  readonly locale: string;
  /** Also the page's creation date, so that the same report gives the same bytes. */
  readonly madeAt: Date;
}

/** How far a text shrinks before it is cut. */
export const SMALLEST = 0.88;
const FONTS = {
  regular: '400Regular/BeVietnamPro_400Regular.ttf',
  medium: '500Medium/BeVietnamPro_500Medium.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf',
  italic: '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
} as const satisfies Record<Weight, string>;

function openDocument({ title, author, locale, madeAt }: SheetInfo): PDFKit.PDFDocument {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: locale,
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    // The total number of pages is known only at the end.
    bufferPages: true,
    info: {
      Title: title,
      Author: author,
      Creator: 'motcua',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  const require = createRequire(import.meta.url);
  for (const [weight, file] of Object.entries(FONTS))
    pdf.registerFont(weight, require.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`));
  return pdf;
}

/** Widths are measured at this size, in points. */
const MEASURED_SIZE = 100;
/** Of a report of 2,000 rows a few megabytes. */
const MOST_WIDTHS = 20_000;

/** Measures texts; cells of a long table repeat each other, and a width grows with the size. */
function createRuler(pdf: ReturnType<typeof openDocument>) {
  const widths = new Map<string, number>();
  return (text: string, size: number, weight: Weight = 'regular'): number => {
    const key = `${weight} ${text}`;
    const known = widths.get(key);
    const width = known ?? pdf.font(weight).fontSize(MEASURED_SIZE).widthOfString(text);
    if (known === undefined && widths.size < MOST_WIDTHS) widths.set(key, width);
    return (width * size) / MEASURED_SIZE;
  };
}

/** An empty page with its fonts, tagged so that a screen reader finds headings and tables. */
export function createSheet(info: SheetInfo): Sheet {
  const pdf = openDocument(info);
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  let parent = root;

  const widthOf = createRuler(pdf);

  function fit(text: string, { width, size, weight = 'regular' }: Line) {
    const needed = widthOf(text, size, weight);
    if (needed <= width) return { shown: text, size, taken: needed };
    const shrunk = Math.max(size * SMALLEST, Math.min(size, (size * width) / needed));
    let shown = text;
    while (shown.length > 1 && widthOf(shown, shrunk, weight) > width + 0.01)
      shown = `${shown.replace(/…$/, '').slice(0, -1).trimEnd()}…`;
    return { shown, size: shrunk, taken: widthOf(shown, shrunk, weight) };
  }

  function say(tag: Tag, draw: () => void): void {
    parent.add(pdf.struct(tag, {}, [draw]));
  }

  function write(text: string, at: Line): void {
    const { shown, size, taken } = fit(text, at);
    const shift = { left: 0, centre: (at.width - taken) / 2, right: at.width - taken };
    pdf
      .font(at.weight ?? 'regular')
      .fontSize(size)
      .fillColor(at.colour ?? INK);
    const x = at.x + shift[at.align ?? 'left'];
    pdf.text(shown, x, at.y, { lineBreak: false, baseline: 'alphabetic' });
  }

  return {
    width: pdf.page.width,
    height: pdf.page.height,
    widthOf,
    line(text, at) {
      if (text !== '') say(at.tag ?? 'P', () => write(text, at));
    },
    lines(texts, at, leading) {
      say(at.tag ?? 'P', () => {
        for (const [index, text] of texts.entries())
          write(text, { ...at, y: at.y + index * leading });
      });
    },
    wrapped(text, width, size) {
      if (widthOf(text, size * SMALLEST) <= width) return [text];
      return text.split(' ').reduce<readonly string[]>((lines, word) => {
        const last = lines.at(-1);
        const longer = `${last ?? ''} ${word}`;
        return last !== undefined && widthOf(longer, size) <= width
          ? [...lines.slice(0, -1), longer]
          : [...lines, word];
      }, []);
    },
    paragraph(text, { x, y, width, size, colour = INK }) {
      say('P', () => {
        pdf.font('regular').fontSize(size).fillColor(colour);
        pdf.text(text, x, y, { width, lineGap: size * 0.1 });
      });
      return pdf.y;
    },
    group(kind, draw, alt) {
      const outer = parent;
      const own = pdf.struct(kind, alt === undefined ? {} : { alt });
      outer.add(own);
      parent = own;
      draw();
      own.end();
      parent = outer;
    },
    decorate(draw) {
      pdf.markContent('Artifact', { type: 'Layout' });
      draw(pdf);
      pdf.endMarkedContent();
    },
    bookmark: (title) => void pdf.outline.addItem(title),
    newPage: () => void pdf.addPage(),
    onEveryPage(draw) {
      const { count } = pdf.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        pdf.switchToPage(page);
        draw(page + 1, count);
      }
    },
    async bytes() {
      root.end();
      const ended = new Promise<void>((resolve, reject) => {
        pdf.on('end', resolve);
        pdf.on('error', reject);
      });
      pdf.end();
      await ended;
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}
