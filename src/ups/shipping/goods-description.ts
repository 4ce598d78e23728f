import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { textLimits } from "../words/limits.js";

/** Of a package that comes back when nothing is known of what is inside, or nothing of it fits. */
const returnedGoods = "Returned goods";

/**
 * What is inside the whole shipment, in at most 50 characters: the packages' descriptions, each once, as many as fit
 * whole, but of the first as much as fits. Null when none is given.
 */
export function describeGoods(details: ShipmentDetails): string | null {
  const [first, ...rest] = distinctDescriptions(details);
  return first === undefined
    ? null
    : fitting([beginning(first, textLimits.description), ...rest], textLimits.description);
}

/** What is inside a package that comes back, in at most 35 characters: as much of its description as fits whole. */
export function describeReturnedGoods(pkg: PackageDetails): string {
  return fitting(described(pkg)?.split(", ") ?? [], textLimits.returnedGoods) ?? returnedGoods;
}

/** What UPS was told of the goods where it has no room for all that is known of them. */
export function goodsNotices(details: ShipmentDetails): CarrierMessage[] {
  const sent = describeGoods(details);
  const isWhole = sent === null || sent === distinctDescriptions(details).join(", ");
  const returned = details.returnService === null ? [] : details.packages.flatMap(returnedNotice);
  return isWhole ? returned : [shortened(`The goods of all packages`, sent, textLimits.description), ...returned];
}

function returnedNotice(pkg: PackageDetails, index: number): CarrierMessage[] {
  const sent = describeReturnedGoods(pkg);
  const isWhole = described(pkg) === null || described(pkg) === sent;
  return isWhole ? [] : [shortened(`The goods of package ${index + 1}`, sent, textLimits.returnedGoods)];
}

function shortened(what: string, sent: string, limit: number): CarrierMessage {
  const text = `${what} have more description than the ${limit} characters that UPS takes: it was told "${sent}".`;
  return { code: "GOODS_DESCRIPTION_SHORTENED", severity: "WARNING", text };
}

function described({ description }: PackageDetails): string | null {
  return description?.trim() || null;
}

function distinctDescriptions({ packages }: ShipmentDetails): string[] {
  return [...new Set(packages.map(described).filter((text) => text !== null))];
}

/** As many of its goods as fit whole, else the first ones' letters. */
function beginning(description: string, limit: number): string {
  if (description.length <= limit) return description;
  const end = description.lastIndexOf(", ", limit);
  return description.slice(0, end > 0 ? end : limit).trim();
}

function fitting(texts: string[], limit: number): string | null {
  return texts.reduce<string | null>((text, next) => {
    const joined = text === null ? next : `${text}, ${next}`;
    return joined.length <= limit ? joined : text;
  }, null);
}
