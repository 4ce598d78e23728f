import { Decimal } from "decimal.js";
import type { CustomsDeclaration, CustomsItem } from "../../carrier/customs.js";
import {
  plainDeclaration,
  type StoredPackage,
  type StoredShipmentDetails,
} from "../../entities/values/stored-shipment-details.js";
import { fingerprint } from "../fingerprint.js";

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
  const declared = customs ?? plainDeclaration;
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
