import type { CustomsDeclaration, CustomsPartyKind } from "../../carrier/customs.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import { type Lane, laneOf } from "../words/lanes.js";
import { unionArea } from "../words/places/customs-areas.js";
import { declarationToSend } from "./declaration.js";
import { isLowValue } from "./low-value.js";

const kindCodes: Record<CustomsPartyKind, string> = { BUSINESS: "01", CONSUMER: "02" };

/** Into the VAT area of the European Union from outside, with papers: to Monaco too, not to Livigno. */
export function isEuImport({ areas, customs }: Lane): boolean {
  return customs !== "NONE" && areas.to === unionArea && areas.from !== unionArea;
}

/** Who trades with whom: "required for EU inbound shipments" (Shipping.yaml, July 2026; not seen to be refused). */
export function serialisePartyKinds(details: ShipmentDetails) {
  const declaration = euDeclaration(details);
  if (declaration === null) return {};
  const { sellerKind, recipientKind } = declaration;
  return {
    ShipperType: kindCodes[sellerKind ?? "BUSINESS"],
    ...(recipientKind !== null && { ConsigneeType: kindCodes[recipientKind] }),
  };
}

export function serialiseVendorKind({ recipientKind }: CustomsDeclaration) {
  return recipientKind === null ? {} : { ConsigneeType: kindCodes[recipientKind] };
}

export function serialiseLowValue(details: ShipmentDetails) {
  const declaration = euDeclaration(details);
  const isLow = declaration && isLowValue(declaration);
  return isLow === null ? {} : { EUDeMinimisIndicator: isLow ? "Y" : "N" };
}

function euDeclaration(details: ShipmentDetails): CustomsDeclaration | null {
  return isEuImport(laneOf(details)) ? declarationToSend(details) : null;
}
