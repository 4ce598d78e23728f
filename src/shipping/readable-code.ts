import { randomInt } from "node:crypto";

/** Crockford's base 32: no letters that are taken for digits, fit to be read out on the phone. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `length` random characters that people can read out. */
export function readableCode(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}
