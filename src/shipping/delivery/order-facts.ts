import { Decimal } from "decimal.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { StoredPackage } from "../../entities/values/stored-shipment-details.js";
import type { OrderFacts } from "../order-facts.js";
import { inCubicCentimetres, inKilograms } from "../price/measures.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";

/** What a method's conditions look at. */
export function orderFacts(
  { countryCode, region, postalCode }: PostalAddress,
  packages: StoredPackage[],
  { orderAmount, tags, channel }: DeliveryOptionsInput,
): OrderFacts {
  const volumes = packages.flatMap(({ dimensions }) => dimensions ?? []).map(volumeOf);
  const items = packages.flatMap((pkg) => pkg.items);
  return {
    destination: { countryCode, region, postalCode },
    weight: { value: sum(packages.map(({ weight }) => inKilograms(weight))), unit: "KG" },
    volume: volumes.length < packages.length ? null : { value: sum(volumes), unit: "CM" },
    quantity: items.length === 0 ? null : sum(items.map(({ quantity }) => new Decimal(quantity))),
    orderAmount: orderAmount ?? null,
    tags: tags ?? [],
    channel: channel?.trim() || null,
  };
}

function volumeOf({ length, width, height, unit }: NonNullable<StoredPackage["dimensions"]>): Decimal {
  return inCubicCentimetres({ value: new Decimal(length).times(width).times(height).toNumber(), unit });
}

const sum = (values: Decimal[]) => values.reduce((total, value) => total.plus(value), new Decimal(0)).toNumber();
