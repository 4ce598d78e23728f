import { accountCodes } from "./account-codes.js";
import { addressCodes } from "./address-codes.js";
import { customsCodes } from "./customs-codes.js";
import type { Effect, ErrorCode } from "./error-code.js";
import { gatewayCodes } from "./gateway-codes.js";
import { laneCodes } from "./lane-codes.js";
import { optionCodes } from "./option-codes.js";
import { otherProductCodes } from "./other-product-codes.js";
import { packageCodes } from "./package-codes.js";
import { payerCodes } from "./payer-codes.js";
import { ratingSiblings } from "./rating-siblings.js";
import { recoveryCodes } from "./recovery-codes.js";
import { shipCodes } from "./ship-codes.js";
import { voidCodes } from "./void-codes.js";

const evident = [
  ...gatewayCodes,
  ...accountCodes,
  ...payerCodes,
  ...addressCodes,
  ...laneCodes,
  ...packageCodes,
  ...optionCodes,
  ...customsCodes,
  ...shipCodes,
  ...voidCodes,
  ...recoveryCodes,
  ...otherProductCodes,
];

/** Every code of UPS's that is known here, each once. */
export const errorCodes: readonly ErrorCode[] = [...evident, ...ratingSiblings(evident)];

const byCode = new Map(errorCodes.map((row) => [row.code, row]));

export function findErrorCode(code: string): ErrorCode | null {
  return byCode.get(code) ?? null;
}

/** Null: the code is not known, and proves nothing. */
export function effectOf({ code }: { code: string }): Effect | null {
  return byCode.get(code)?.leadsTo ?? null;
}

/** Some of the messages are about one of these. */
export function isAbout(messages: readonly { code: string }[], ...effects: Effect[]): boolean {
  return messages.some((message) => effects.includes(effectOf(message) as Effect));
}

/** There are messages, and each is about this: a second one, known or not, may say otherwise. */
export function isOnlyAbout(messages: readonly { code: string }[], effect: Effect): boolean {
  return messages.length > 0 && messages.every((message) => effectOf(message) === effect);
}
