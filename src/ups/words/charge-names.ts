import type { RateChargeKind } from "../../carrier/rating.js";

/** What a charge of UPS's number is. The words are ours; a number that is not here is OTHER under its number. */
const charges: Record<string, [RateChargeKind, string]> = {
  "100": ["OTHER", "Additional handling"],
  "110": ["COLLECT_ON_DELIVERY", "Collect on delivery"],
  "120": ["SIGNATURE", "Signature on delivery"],
  "121": ["SIGNATURE", "Signature on delivery"],
  "190": ["EXTENDED_AREA", "Extended area"],
  "199": ["OTHER", "Hazardous materials"],
  "200": ["OTHER", "Dry ice"],
  "220": ["OTHER", "Hold for pickup"],
  "240": ["OTHER", "Certificate of origin"],
  "250": ["OTHER", "Print return label"],
  "260": ["OTHER", "Print and mail return label"],
  "270": ["RESIDENTIAL", "Delivery to a home"],
  "280": ["OTHER", "Return, one attempt"],
  "290": ["OTHER", "Return, three attempts"],
  "300": ["SATURDAY", "Saturday delivery"],
  "310": ["SATURDAY", "Saturday processing abroad"],
  "350": ["OTHER", "Electronic return label"],
  "374": ["OTHER", "Export declaration"],
  "375": ["FUEL", "Fuel surcharge"],
  "376": ["EXTENDED_AREA", "Delivery area surcharge"],
  "377": ["OTHER", "Large package"],
  "378": ["DUTIES_TAXES", "Duties and taxes paid by the shipper"],
  "400": ["DECLARED_VALUE", "Declared value"],
  "402": ["OTHER", "Release without signature"],
  "407": ["EXTENDED_AREA", "Pickup in an extended area"],
  "430": ["OTHER", "Peak season surcharge"],
  "431": ["OTHER", "Peak season surcharge"],
  "432": ["OTHER", "Peak season surcharge"],
  "433": ["OTHER", "Peak season surcharge"],
  "434": ["OTHER", "Surge fee"],
  "440": ["OTHER", "Large package"],
  "441": ["OTHER", "Carbon neutral shipment"],
  "480": ["OTHER", "Security"],
  "492": ["OTHER", "Transaction fee"],
  "500": ["COLLECT_ON_DELIVERY", "Collect on delivery"],
  "515": ["OTHER", "Premium care"],
  "541": ["OTHER", "Direct delivery only"],
  "542": ["OTHER", "Delivery to the addressee only"],
  "551": ["OTHER", "United Kingdom border fee"],
  "553": ["OTHER", "Simple Rate"],
  "558": ["OTHER", "Oversize"],
};

/** Kind and words of a charge by UPS's number. */
export function chargeName(code: string | undefined): [RateChargeKind, string] {
  if (code === undefined) return ["OTHER", "Charge without a number"];
  return charges[code] ?? ["OTHER", `Charge ${code}`];
}

/** Of a rate modifier by its type (Rating.yaml names ORM, "Origin Modifier", as its example; DTM as its other end is likely). */
export function modifierName(type: string | undefined): string {
  if (type === "ORM") return "Correction for the origin";
  return type === "DTM" ? "Correction for the destination" : "Correction of the base charge";
}

/** A tax in words, with the short name that stands on invoices (VAT, GST, HST) as UPS gives it. */
export function taxName(type: string | undefined): string {
  return type === undefined ? "Tax" : `Tax (${type})`;
}
