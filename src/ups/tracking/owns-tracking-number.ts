import type { CarrierAccountAccess } from "../../carrier/account-access.js";

/** 1Z, six characters of the account, two of the service, eight more. */
const ofAnAccount = /^1Z([0-9A-Z]{6})[0-9A-Z]{10}$/;

/** Whether the number names the account; null: it names none. UPS's test environment masks its numbers. */
export function ownsTrackingNumber(
  { accountNumber, environment }: Pick<CarrierAccountAccess, "accountNumber" | "environment">,
  trackingNumber: string,
): boolean | null {
  const named = ofAnAccount.exec(trackingNumber)?.[1] ?? null;
  if (named === accountNumber.toUpperCase()) return true;
  return named === null || environment === "TEST" ? null : false;
}
