import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import { queryOf } from "../wire/declared-names.js";

const dayMs = 86_400_000;

/** The query from a day before `since`, whose day may be another where the package lies; UPS's own default is 14 days. */
export function trackByReferencePath(account: CarrierAccountAccess, carrierReference: string, since: Date): string {
  const from = new Date(since.getTime() - dayMs).toISOString().slice(0, 10).replaceAll("-", "");
  const query = queryOf("TRACK_BY_REFERENCE", {
    locale: "en_US",
    fromPickUpDate: from,
    shipperNum: account.accountNumber,
    refNumType: "SmallPackage",
  });
  return `/api/track/v1/reference/details/${encodeURIComponent(carrierReference)}?${query}`;
}
