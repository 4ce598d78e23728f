import type { ShippingUserError } from "../entities/values/user-error.js";
import { userError } from "./user-error.js";

/** What a use case comes to: the thing, or why not. Never both empty. */
export type Result<T> = { value: T; userErrors: [] } | { value: null; userErrors: ShippingUserError[] };

export function done<T>(value: T): Result<T> {
  return { value, userErrors: [] };
}

export function refused(...userErrors: ShippingUserError[]): { value: null; userErrors: ShippingUserError[] } {
  return { value: null, userErrors };
}

/** Thrown inside a transaction to roll it back and refuse; `settle` turns it into a result. */
export class Refusal extends Error {
  constructor(readonly userErrors: ShippingUserError[]) {
    super(userErrors.map((error) => error.message).join(" "));
  }
}

/** Refuses for one reason; `field` is the path in the input, from `input` on. */
export function refuse(
  code: ShippingUserError["code"],
  message: string,
  field: (string | number)[] | null = null,
): never {
  throw new Refusal([userError(code, message, field)]);
}

/** Refuses when anything was found wrong. */
export function refuseAny(userErrors: ShippingUserError[]): void {
  if (userErrors.length > 0) throw new Refusal(userErrors);
}

/** Runs `work`; a `Refusal` thrown by it becomes user errors, anything else goes on. */
export async function settle<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return done(await work());
  } catch (error) {
    if (error instanceof Refusal) return refused(...error.userErrors);
    throw error;
  }
}
