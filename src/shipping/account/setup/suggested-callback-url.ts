import type { CarrierAccounts } from "../../../carrier/accounts.js";

/** The origin of this service's public address, where the carrier's portal takes it; else null. */
export function suggestedCallbackUrl(
  accounts: Pick<CarrierAccounts, "checkCallbackUrl">,
  publicUrl: string | null,
): string | null {
  if (publicUrl === null) return null;
  const url = new URL(publicUrl);
  return url.protocol === "https:" && accounts.checkCallbackUrl(url) === null ? url.origin : null;
}
