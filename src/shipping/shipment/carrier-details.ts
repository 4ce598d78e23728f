import { Decimal } from "decimal.js";
import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Money } from "../../carrier/values.js";
import type {
  StoredItem,
  StoredPackage,
  StoredShipmentDetails,
} from "../../entities/values/stored-shipment-details.js";
import { toCarrierCustoms } from "./carrier-customs.js";

/** What is stored, in the carrier port's words. */
export function toCarrierDetails(stored: StoredShipmentDetails, reference: string | null): ShipmentDetails {
  return { ...stored, packages: stored.packages.map(toCarrierPackage), reference, customs: toCarrierCustoms(stored) };
}

function toCarrierPackage({ items, containsRegulatedItems: _, ...pkg }: StoredPackage): PackageDetails {
  return {
    ...pkg,
    contentsValue: contentsValueOf(items),
    description: items.map((item) => item.description).join(", ") || null,
  };
}

/** What the items are worth together, exact; null unless all have a value in one currency. */
export function contentsValueOf(items: Pick<StoredItem, "unitValue" | "quantity">[]): Money | null {
  const currencyCode = items[0]?.unitValue?.currencyCode;
  if (currencyCode === undefined) return null;
  let total = new Decimal(0);
  for (const { unitValue, quantity } of items) {
    if (unitValue?.currencyCode !== currencyCode) return null;
    total = total.plus(new Decimal(unitValue.amount).times(quantity));
  }
  return { amount: total.toFixed(Math.max(2, total.decimalPlaces())), currencyCode };
}
