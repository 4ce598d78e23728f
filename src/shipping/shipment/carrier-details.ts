import { Decimal } from "decimal.js";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CustomsDeclaration, CustomsItem } from "../../carrier/customs.js";
import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Address, FieldProblem, Money } from "../../carrier/values.js";
import {
  plainDeclaration,
  type StoredItem,
  type StoredPackage,
  type StoredShipmentDetails,
} from "../../entities/values/stored-shipment-details.js";
import { fingerprint } from "../fingerprint.js";

/** What is stored, in the carrier port's words. */
export function toCarrierDetails(stored: StoredShipmentDetails, reference: string | null): ShipmentDetails {
  return { ...stored, packages: stored.packages.map(toCarrierPackage), reference, customs: toCarrierCustoms(stored) };
}

function toCarrierPackage({ items, containsRegulatedItems: _, ...pkg }: StoredPackage): PackageDetails {
  return {
    ...pkg,
    dangerousGoods: pkg.dangerousGoods ?? null,
    contentsValue: contentsValueOf(items),
    description: [...new Set(items.map((item) => item.description))].join(", ") || null,
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

type Packed = Pick<StoredPackage, "items">;

/** Goods alike in all that customs ask for, from however many packages. `at`: the first of them. */
export interface PackedGoods {
  item: CustomsItem;
  at: { packageIndex: number; itemIndex: number };
}

/**
 * What customs are told of a shipment: the declaration that was given, its items those that are packed unless it has
 * its own; without one, what can be told from what is packed. Null: nothing, since some package says not what it holds.
 */
export function toCarrierCustoms(
  details: Pick<StoredShipmentDetails, "customs" | "shipDate" | "returnService"> & { packages: Packed[] },
): CustomsDeclaration | null {
  const { customs, packages, shipDate, returnService } = details;
  if (customs === null && packages.some((pkg) => pkg.items.length === 0)) return null;
  // What was stored before a part was known lacks it.
  const declared = { ...plainDeclaration, ...customs };
  const items = declared.items ?? packedGoods(packages).map(({ item }) => item);
  return {
    ...declared,
    isDerived: customs === null,
    reasonForExport: declared.reasonForExport ?? (returnService ? "RETURN" : "SALE"),
    invoiceDate: declared.invoiceDate ?? shipDate,
    currencyCode: declared.currencyCode ?? items.find((item) => item.unitValue)?.unitValue?.currencyCode ?? "",
    items,
  };
}

/** What is packed, the same goods once with their quantities added up, in the order they come first. */
export function packedGoods(packages: Packed[]): PackedGoods[] {
  const goods = new Map<string, PackedGoods>();
  for (const [packageIndex, pkg] of packages.entries()) {
    for (const [itemIndex, { productId, ...item }] of pkg.items.entries()) {
      const key = goodsKey(item);
      const alike = goods.get(key);
      if (alike) alike.item.quantity += item.quantity;
      else goods.set(key, { item: { ...item }, at: { packageIndex, itemIndex } });
    }
  }
  return [...goods.values()];
}

/** 10 and 10.00 are one value. */
function goodsKey({ quantity: _, unitValue, ...item }: CustomsItem): string {
  const value = unitValue && { ...unitValue, amount: new Decimal(unitValue.amount).toFixed() };
  return fingerprint({ ...item, value });
}

/** What the carrier does not offer at all, else its limits and lane rules, without asking it. */
export function checkWithCarrier(
  adapter: CarrierAdapter,
  details: ShipmentDetails,
  serviceCode: string | null,
  shipper: Address | null = null,
): FieldProblem[] {
  const lacks = lacked(adapter, details);
  return lacks.length > 0 ? lacks : adapter.checkShipment(details, serviceCode, shipper);
}

function lacked({ name, locations, returns }: CarrierAdapter, details: ShipmentDetails): FieldProblem[] {
  const lacks: FieldProblem[] = [];
  const add = (part: keyof ShipmentDetails, message: string) =>
    lacks.push({ code: "OPTION_NOT_ALLOWED", path: [part], message });
  if (details.accessPoint !== null && locations === null)
    add("accessPoint", `Access points are not supported by this service with ${name}.`);
  if (details.returnService !== null && returns === null)
    add("returnService", `Returns are not supported by this service with ${name}.`);
  return lacks;
}
