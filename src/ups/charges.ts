import { z } from "zod";
import type { RateCharge, RateChargeKind } from "../carrier/rating.js";
import type { Money } from "../carrier/values.js";
import { addAmounts, upsMoney } from "./money.js";
import { listOf, maybe, text } from "./shapes.js";

const itemisedCharge = z.object({
  Code: text,
  CurrencyCode: text.optional(),
  MonetaryValue: text,
  SubType: text.optional(),
});
export const itemisedCharges = listOf(itemisedCharge);
export const taxCharges = listOf(z.object({ Type: text, MonetaryValue: text }));

type ItemisedCharge = z.infer<typeof itemisedCharge>;

/** What a charge of UPS's number is. The words are ours; a number that is not here is OTHER under its number. */
const CHARGES: Record<string, [RateChargeKind, string]> = {
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

export interface ChargeBlock {
  base: Money | undefined;
  itemised: ItemisedCharge[];
  taxes: z.infer<typeof taxCharges>;
  currencyCode: string;
}

export const optionalMoney = maybe(upsMoney);

/** The charges of one price, base first, taxes last; equal numbers of several packages summed, zeros left out. */
export function toCharges({ base, itemised, taxes, currencyCode }: ChargeBlock): RateCharge[] {
  return [
    ...(base ? [{ carrierChargeCode: null, kind: "BASE" as const, name: "Base charge", amount: base }] : []),
    ...mergeCharges(itemised).map((charge) => toCharge(charge, currencyCode)),
    ...taxes.map(
      (tax): RateCharge => ({
        carrierChargeCode: null,
        kind: "TAX",
        name: tax.Type,
        amount: { amount: tax.MonetaryValue, currencyCode },
      }),
    ),
  ];
}

function toCharge(charge: ItemisedCharge, currencyCode: string): RateCharge {
  const [kind, name] = CHARGES[charge.Code] ?? ["OTHER", `Charge ${charge.Code}`];
  const amount = { amount: charge.MonetaryValue, currencyCode: charge.CurrencyCode ?? currencyCode };
  return { carrierChargeCode: charge.Code, kind, name, amount };
}

function mergeCharges(charges: ItemisedCharge[]): ItemisedCharge[] {
  const byKind = new Map<string, ItemisedCharge>();
  for (const charge of charges.filter(isCharged)) {
    const key = JSON.stringify([charge.Code, charge.SubType, charge.CurrencyCode]);
    const known = byKind.get(key);
    const MonetaryValue = known ? addAmounts(known.MonetaryValue, charge.MonetaryValue) : charge.MonetaryValue;
    byKind.set(key, { ...charge, MonetaryValue });
  }
  return [...byKind.values()];
}

export function isCharged({ MonetaryValue }: { MonetaryValue: string }): boolean {
  return Number(MonetaryValue) !== 0;
}
