import type { RequestedChemical } from "../request/requested-hazmat.js";
import type { RequestedPackage, RequestedShipment } from "../request/requested-shipment.js";

/** One itemised charge in dollar cents, by UPS's charge code. */
export interface Surcharge {
  code: string;
  cents: number;
  subType?: string;
}

/** Destinations that cost extra: Alaska, Hawaii and the empty west of the United States. */
const remoteUsPrefixes = /^(99[5-9]|96[78]|821|59[0-9])/;

/** Charges of the way itself: they are part of TransportationCharges. */
export function deliverySurcharges({ shipTo, packages }: RequestedShipment): Surcharge[] {
  const surcharges: Surcharge[] = [];
  if (shipTo.isResidential) surcharges.push({ code: "270", cents: 595 * packages.length });
  if (shipTo.country === "US" && remoteUsPrefixes.test(shipTo.postalCode)) {
    surcharges.push({ code: "376", cents: 440 * packages.length, subType: "Extended" });
  }
  return surcharges;
}

/** Options of the whole shipment: part of ServiceOptionsCharges. */
export function shipmentSurcharges(
  { options, charges, packages }: RequestedShipment,
  isSaturday: boolean,
): Surcharge[] {
  const surcharges: Surcharge[] = [];
  if (isSaturday) surcharges.push({ code: "300", cents: 1600 * packages.length });
  if (options.deliveryConfirmation)
    surcharges.push({ code: "121", ...signature(options.deliveryConfirmation === "2") });
  if (options.collectOnDelivery) surcharges.push({ code: "500", cents: 1750 });
  if (charges.some((charge) => charge.type === "02" && charge.payer === "SHIPPER")) {
    surcharges.push({ code: "378", cents: 2100 });
  }
  return surcharges;
}

/** Options of one package: part of ServiceOptionsCharges too. */
export function packageSurcharges(pkg: RequestedPackage): Surcharge[] {
  const surcharges: Surcharge[] = [];
  if (pkg.deliveryConfirmation) surcharges.push({ code: "120", ...signature(pkg.deliveryConfirmation === "3") });
  if (pkg.collectOnDelivery) surcharges.push({ code: "110", cents: 1750 });
  if (pkg.hazMat) surcharges.push({ code: "199", cents: pkg.hazMat.records.some(isPapered) ? 4900 : 1700 });
  if (pkg.dryIce) surcharges.push({ code: "200", cents: 850 });
  if (pkg.isAdditionalHandling) surcharges.push({ code: "100", cents: 2450 });
  if (pkg.isLarge) surcharges.push({ code: "377", cents: 21000 });
  const declared = Number(pkg.declaredValue) || 0;
  if (declared > 100) {
    surcharges.push({ code: "400", cents: Math.max(405, Math.ceil(declared / 100) * 135), subType: "EVS" });
  }
  return surcharges;
}

function signature(isAdult: boolean): { cents: number; subType: string } {
  return isAdult
    ? { cents: 890, subType: "Adult Signature Required" }
    : { cents: 665, subType: "Signature and Date Required" };
}

const isPapered = ({ level }: RequestedChemical) => level === "FR" || level === "LQ";
