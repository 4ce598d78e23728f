/** LZW as GIF has it: variable codes from 3 to 12 bits, starting with a clear code. */
const minCodeSize = 2;
const clearCode = 1 << minCodeSize;
const endCode = clearCode + 1;
const mostCodes = 4096;

/**
 * A GIF of two colours, white (0) and black (1), from one byte per pixel. Sharp can write GIF too, but looks
 * for a palette first, which takes longer than everything else about a label.
 */
export function bilevelGif(pixels: Uint8Array, width: number, height: number): Buffer {
  const header = Buffer.from("GIF89a");
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  screen[4] = 0x80;
  const colours = Buffer.from([255, 255, 255, 0, 0, 0]);
  const image = Buffer.alloc(10);
  image[0] = 0x2c;
  image.writeUInt16LE(width, 5);
  image.writeUInt16LE(height, 7);
  const data = inSubBlocks(compressed(pixels));
  return Buffer.concat([header, screen, colours, image, Buffer.from([minCodeSize]), data, Buffer.from([0, 0x3b])]);
}

/** Writes codes of changing width, lowest bit first. */
class CodeWriter {
  readonly #bytes: number[] = [];
  #bits = 0;
  #bitCount = 0;

  write(code: number, size: number): void {
    this.#bits |= code << this.#bitCount;
    this.#bitCount += size;
    while (this.#bitCount >= 8) this.#flushByte();
  }

  finish(): Buffer {
    if (this.#bitCount > 0) this.#flushByte();
    return Buffer.from(this.#bytes);
  }

  #flushByte(): void {
    this.#bytes.push(this.#bits & 0xff);
    this.#bits >>>= 8;
    this.#bitCount -= 8;
  }
}

/** With two colours every known string has at most two continuations: the table is a pair of links per code. */
function compressed(pixels: Uint8Array): Buffer {
  const writer = new CodeWriter();
  const continuation = new Uint16Array(mostCodes * 2);
  let size = minCodeSize + 1;
  let next = endCode + 1;
  writer.write(clearCode, size);
  let code = pixels[0] ?? 0;
  for (let index = 1; index < pixels.length; index += 1) {
    const link = code * 2 + (pixels[index] ?? 0);
    const longer = continuation[link];
    if (longer) {
      code = longer;
      continue;
    }
    writer.write(code, size);
    if (next >= 1 << size && size < 12) size += 1;
    if (next < mostCodes) {
      continuation[link] = next;
      next += 1;
    } else {
      writer.write(clearCode, size);
      continuation.fill(0);
      size = minCodeSize + 1;
      next = endCode + 1;
    }
    code = pixels[index] ?? 0;
  }
  writer.write(code, size);
  if (next >= 1 << size && size < 12) size += 1;
  writer.write(endCode, size);
  return writer.finish();
}

function inSubBlocks(bytes: Buffer): Buffer {
  const blocks: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += 255) {
    const block = bytes.subarray(start, start + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat(blocks);
}
