import type { ShippingUserError } from "../entities/values/user-error.js";

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

/** Runs `work`; a `Refusal` thrown by it becomes user errors, anything else goes on. */
export async function settle<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return done(await work());
  } catch (error) {
    if (error instanceof Refusal) return refused(...error.userErrors);
    throw error;
  }
}
