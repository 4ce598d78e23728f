import { createHmac, randomBytes } from "node:crypto";

const salt = randomBytes(16);

/**
 * One of 65,536 places for what strangers can choose, such as an address or a link: however many there are, the memory
 * for counting them has an end. Which ones share a place nobody outside can tell, and it changes with every start.
 */
export function hashedKey(text: string): string {
  return createHmac("sha256", salt).update(text).digest("hex").slice(0, 4);
}
