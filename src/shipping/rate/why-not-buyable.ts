import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { LoadedAccount } from "../account/load-account.js";
import { checkDetails } from "../shipment/build-details.js";
import { type Why, whyNotAllowed } from "./unavailable-option.js";

/** With whom it would be bought; `isDraft`: as it stands, nothing is added to it with the purchase. */
interface Judged {
  loaded: LoadedAccount;
  isDraft: boolean;
}

/**
 * Why the service could not be bought for exactly these details, by the rules of the purchase itself; null: it could.
 * Two things are no reason. The ship date: a price may be asked long before its label can be bought. And what every
 * service of the lane demands alike, such as a phone for abroad: that is given with the purchase.
 */
export function whyNotBuyable(judged: Judged, details: StoredShipmentDetails, serviceCode: string): Why | null {
  const problems = problemsOf(judged, details, serviceCode);
  const unsold = problems.find(({ field }) => field?.[0] === "service");
  if (unsold) return isSoldAnywhere(judged, serviceCode) ? whyNotAllowed(unsold) : unsupported(unsold);
  const refused = problems.find(({ code, field }) => code !== "REQUIRED" && field?.[0] !== "shipDate");
  if (refused) return whyNotAllowed(refused);
  const missing = problems.find((problem) => isOwnDemand(judged, details, problem));
  return missing ? incomplete(missing) : null;
}

function problemsOf({ loaded }: Judged, details: StoredShipmentDetails, serviceCode: string): ShippingUserError[] {
  return checkDetails(details, loaded, serviceCode, []);
}

function isSoldAnywhere({ loaded }: Judged, serviceCode: string): boolean {
  return loaded.adapter.catalogue.services(null, null).some(({ code }) => code === serviceCode);
}

const unsupported = ({ message }: ShippingUserError): Why => ({ reason: "SERVICE_NOT_SUPPORTED", message });

function incomplete({ field, message }: ShippingUserError): Why {
  return { reason: "INCOMPLETE", message: `${field?.join(".")}: ${message}` };
}

/** Something is missing that another service of the lane does without, where a label's parts were given. */
function isOwnDemand(judged: Judged, details: StoredShipmentDetails, { code, field }: ShippingUserError): boolean {
  if (code !== "REQUIRED" || !(judged.isDraft || isGiven(details, field))) return false;
  const { shipFrom, shipTo } = details;
  const onLane = judged.loaded.adapter.catalogue.services(shipFrom.countryCode, shipTo.countryCode);
  const isDemanded = (serviceCode: string) =>
    problemsOf(judged, details, serviceCode).some((problem) => problem.field?.join() === field?.join());
  return !onLane.every((service) => isDemanded(service.code));
}

/** Without a street an address is there for its price only, and without goods a package. */
function isGiven({ shipFrom, shipTo }: StoredShipmentDetails, field: string[] | null): boolean {
  const [part = ""] = field ?? [];
  const addresses: Record<string, { lines: string[] }> = { shipFrom, shipTo };
  const isBox = part === "packages" && !field?.includes("items");
  return isBox || (addresses[part]?.lines.length ?? 0) > 0;
}
