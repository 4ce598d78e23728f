import type { Context } from "../../context.js";
import type { CarrierService } from "./carrier.js";

/** The service by our code, as the account's carrier names it in the origin country; null: none, or no longer offered. */
export async function serviceOf(
  { accountId, serviceCode }: { accountId: string | null; serviceCode: string | null },
  originCountryCode: string | null,
  { loaders, deps }: Context,
): Promise<CarrierService | null> {
  if (accountId === null || serviceCode === null) return null;
  const account = await loaders.accountById.load(accountId);
  const catalogue = account && deps.carriers.get(account.carrierCode)?.catalogue;
  return catalogue?.findService(serviceCode, originCountryCode) ?? null;
}
