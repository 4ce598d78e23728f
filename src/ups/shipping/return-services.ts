import type { ReturnService, ReturnServiceKind } from "../../carrier/returns.js";
import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { describeReturnedGoods } from "./goods-description.js";

interface ReturnServiceRow {
  /** UPS's code; of a service with boxes that of box 1, the others follow it (Shipping.yaml, ReturnService.Code). */
  firstCode: number;
  hasBoxes: boolean;
  /** UPS has no price for it before it is bought (Rating.yaml, ReturnService.Code lacks it). */
  isUnrated: boolean;
  /** UPS's codes of the delivery services it does not go with, beside those that no return goes with. */
  notWith: readonly string[];
}

const usual = { hasBoxes: false, isUnrated: false, notWith: [] };
const freight = ["71", "96"];

const rows: Record<ReturnServiceKind, ReturnServiceRow> = {
  PRINT_AND_MAIL: { ...usual, firstCode: 2, isUnrated: true },
  ONE_PICKUP_ATTEMPT: { ...usual, firstCode: 3 },
  THREE_PICKUP_ATTEMPTS: { ...usual, firstCode: 5, notWith: freight },
  ELECTRONIC_RETURN_LABEL: { ...usual, firstCode: 8 },
  PRINT_RETURN_LABEL: { ...usual, firstCode: 9 },
  EXCHANGE: { ...usual, firstCode: 10, notWith: freight },
  PACK_AND_COLLECT_ONE_ATTEMPT: { ...usual, firstCode: 11, hasBoxes: true },
  PACK_AND_COLLECT_THREE_ATTEMPTS: { ...usual, firstCode: 16, hasBoxes: true },
};

/** Of Pack & Collect (Shipping.yaml, ReturnService: 11 to 15 and 16 to 20). */
export const returnBoxes = 5;
/** Delivery services that no goods come back with (Shipping.yaml, ReturnService): UPS's codes. */
export const noReturnServices: ReadonlySet<string> = new Set("13 59 82 83 84 85 86 C6 C7 C8".split(" "));
/** The boxes of 25 and 10 kilograms (Shipping.yaml, Packaging). */
export const noReturnPackagings: ReadonlySet<string> = new Set(["24", "25"]);
/** Of one return: from the United States and Puerto Rico, and from anywhere else (Shipping.yaml, ReturnService). */
export const returnPackages = { fromUnitedStates: 1, elsewhere: 20 } as const;

export const returnServiceKinds = Object.keys(rows) as ReturnServiceKind[];

export function returnServiceRow({ kind }: Pick<ReturnService, "kind">): ReturnServiceRow {
  return rows[kind];
}

/** UPS's code of the service, box included. */
function returnServiceCode(service: ReturnService): string {
  const { firstCode, hasBoxes } = rows[service.kind];
  return String(hasBoxes ? firstCode + (service.boxNumber ?? 1) - 1 : firstCode);
}

/** `ReturnService`, which stands under `Shipment` in Ship and under `ShipmentServiceOptions` in Rate. */
export function serialiseReturnService(service: ReturnService | null) {
  return service && { ReturnService: { Code: returnServiceCode(service) } };
}

/** Where UPS sends the label of an electronic return. */
export function serialiseLabelDelivery(service: ReturnService | null) {
  const isSent = service?.kind === "ELECTRONIC_RETURN_LABEL" && service.email;
  return isSent ? { LabelDelivery: { EMail: { EMailAddress: service.email?.trim() } } } : {};
}

/** UPS insists on a word for what is in each package that comes back, and wants none of what goes out. */
export function serialiseReturnedGoods({ returnService }: ShipmentDetails, pkg: PackageDetails) {
  return returnService && { Description: describeReturnedGoods(pkg) };
}

export function isUnrated(service: ReturnService | null): boolean {
  return service !== null && rows[service.kind].isUnrated;
}

export const unrated: CarrierMessage = {
  code: "NOT_RATED",
  severity: "ERROR",
  text: "UPS gives no price for this return service before it is bought.",
};
