import {
  type StoredPackage,
  type StoredReturnService,
  type StoredShipmentDetails,
  storedPlainOptions,
} from "../../entities/values/stored-shipment-details.js";
import type { ReturnServiceInput } from "./return-input.js";

/** The label that the option *generate return label* buys. */
export const generatedService: StoredReturnService = { kind: "PRINT_RETURN_LABEL", email: null, boxNumber: null };

export function storedReturnService({ kind, email, boxNumber }: ReturnServiceInput): StoredReturnService {
  return { kind, email: email?.trim() || null, boxNumber: boxNumber ?? null };
}

/**
 * What went out, the other way round: from who received it to who sent it, `packages` only, on the day it is bought.
 * What was declared to customs is declared again as a return, without its papers' numbers and charges.
 */
export function returnDetails(
  outbound: StoredShipmentDetails,
  packages: StoredPackage[],
  returnService: StoredReturnService,
): StoredShipmentDetails {
  const isWhole = packages.length === outbound.packages.length;
  return {
    shipFrom: outbound.shipTo,
    shipTo: outbound.shipFrom,
    packages,
    // Returns are paid by the account that buys them and have no options of their own; their addresses are the outbound's.
    options: { ...storedPlainOptions, letters: outbound.options.letters },
    shipDate: null,
    accessPoint: null,
    customs: returnedCustoms(outbound.customs, isWhole),
    returnService,
  };
}

/** Of chosen packages what is packed is declared: the lines of the whole do not say what lies where. */
function returnedCustoms(
  customs: StoredShipmentDetails["customs"],
  isWhole: boolean,
): StoredShipmentDetails["customs"] {
  if (customs === null) return null;
  return {
    ...customs,
    reasonForExport: "RETURN",
    invoiceNumber: null,
    invoiceDate: null,
    soldTo: null,
    items: isWhole ? customs.items : null,
    discount: null,
    freightCharges: null,
    insuranceCharges: null,
    otherCharges: null,
    exportFiling: null,
    taxNumbers: [],
    sellerKind: null,
    recipientKind: null,
    isLowValue: null,
  };
}
