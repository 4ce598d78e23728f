import { randomInt } from "node:crypto";

/** Crockford's base 32: no letters that are taken for digits, fit to be read out on the phone. */
export const readableAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `length` random characters that people can read out. */
export function readableCode(length: number): string {
  return Array.from({ length }, () => readableAlphabet[randomInt(readableAlphabet.length)]).join("");
}
