import { crc32, deflateSync } from "node:zlib";

/** Of a label's proportions, in dots of one bit: 150 million of them in 18 KB. */
const [width, height] = [10_000, 15_000];

/** A white PNG that is as good as any, and takes hundreds of megabytes when it is unpacked. */
export function hugePicture(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const line = Buffer.alloc(1 + width / 8, 0xff).fill(0, 0, 1);
  const lines = Buffer.alloc(line.length * height, line);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
