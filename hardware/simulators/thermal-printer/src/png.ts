import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A black-and-white picture: rows padded to whole bytes, most significant bit left, 1 is black. */
export interface BlackAndWhite {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}

/** The picture as a PNG with one bit per dot, a few kilobytes for a slip. */
export function encodePng({ widthDots, heightDots, bits }: BlackAndWhite): Buffer {
  const rowBytes = Math.ceil(widthDots / 8);
  const rows = Buffer.alloc((rowBytes + 1) * heightDots);
  for (let row = 0; row < heightDots; row += 1)
    for (let byte = 0; byte < rowBytes; byte += 1)
      rows[row * (rowBytes + 1) + 1 + byte] = ~(bits[row * rowBytes + byte] ?? 0) & 0xff;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthDots, 0);
  header.writeUInt32BE(heightDots, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
