import { createHmac } from "node:crypto";
import { readableAlphabet } from "../readable-code.js";

/** What the carrier knows a try to buy by: of one key the first, the second, and so on. */
export interface PurchaseTry {
  tenantId: string;
  idempotencyKey: string;
  /** From 1 on. A further one is made only where all before it provably bought nothing. */
  number: number;
}

const ownLength = 11;
const checkLength = 2;

/**
 * Always the same of the same try, whatever the database has lost, so that a key that is repeated finds at the carrier
 * what it bought. 14 characters of A-Z and 0-9 (a bar code of UPS's holds no more): an S, 55 bits of the try, and 10 by
 * which a reference is known for one of ours. Without the secret nobody can tell which tenant or key it is of.
 */
export function deriveReference(secret: Buffer, { tenantId, idempotencyKey, number }: PurchaseTry): string {
  const own = digest(secret, ["try", tenantId, idempotencyKey, number], ownLength);
  return `S${own}${checkOf(secret, own)}`;
}

/** Whether the text was derived with the secret; of others' texts of the same form one in a thousand passes too. */
export function isDerivedReference(secret: Buffer, text: string): boolean {
  if (!hasReferenceForm(text)) return false;
  return text.endsWith(checkOf(secret, text.slice(1, 1 + ownLength)));
}

/** Whether the text could be one of an installation of this service, ours or another. */
export function hasReferenceForm(text: string): boolean {
  return form.test(text);
}

const form = new RegExp(`^S[${readableAlphabet}]{${ownLength + checkLength}}$`);

function checkOf(secret: Buffer, own: string): string {
  return digest(secret, ["check", own], checkLength);
}

/** Five bits a character; `parts` cannot be confused with others. */
function digest(secret: Buffer, parts: (string | number)[], length: number): string {
  const bits = createHmac("sha256", secret).update(JSON.stringify(parts)).digest().readBigUInt64BE();
  const characters = Array.from({ length }, (_, index) => Number((bits >> BigInt(5 * index)) & 31n));
  return characters.map((character) => readableAlphabet[character]).join("");
}
