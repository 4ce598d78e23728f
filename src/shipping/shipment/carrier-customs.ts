import { Decimal } from "decimal.js";
import type { CustomsDeclaration } from "../../carrier/customs.js";
import type {
  StoredCustomsDeclaration,
  StoredCustomsItem,
  StoredPackage,
  StoredShipmentDetails,
} from "../../entities/values/stored-shipment-details.js";

type Packed = Pick<StoredPackage, "items">;

/** Goods alike in all that customs ask for, from however many packages. `at`: the first of them. */
export interface PackedGoods {
  item: StoredCustomsItem;
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
  const given = customs ?? nothingGiven;
  const items = given.items ?? packedGoods(packages).map(({ item }) => item);
  return {
    ...given,
    isDerived: customs === null,
    reasonForExport: given.reasonForExport ?? (returnService ? "RETURN" : "SALE"),
    invoiceDate: given.invoiceDate ?? shipDate,
    currencyCode: given.currencyCode ?? items.find((item) => item.unitValue)?.unitValue?.currencyCode ?? "",
    items,
  };
}

const nothingGiven: StoredCustomsDeclaration = {
  reasonForExport: null,
  incoterm: null,
  invoiceNumber: null,
  invoiceDate: null,
  comments: null,
  declarationStatement: null,
  soldTo: null,
  currencyCode: null,
  items: null,
  discount: null,
  freightCharges: null,
  insuranceCharges: null,
  otherCharges: null,
};

/** What is packed, the same goods once with their quantities added up, in the order they come first. */
export function packedGoods(packages: Packed[]): PackedGoods[] {
  const goods = new Map<string, PackedGoods>();
  for (const [packageIndex, pkg] of packages.entries()) {
    for (const [itemIndex, { productId, ...item }] of pkg.items.entries()) {
      const key = goodsKey(item);
      const known = goods.get(key);
      if (known) known.item.quantity += item.quantity;
      else goods.set(key, { item: { ...item }, at: { packageIndex, itemIndex } });
    }
  }
  return [...goods.values()];
}

/** 10 and 10.00 are one value. */
function goodsKey({ quantity, unitValue, ...item }: StoredCustomsItem): string {
  const value = unitValue && [new Decimal(unitValue.amount).toFixed(), unitValue.currencyCode];
  return JSON.stringify([item.description, item.sku, item.hsCode, item.originCountryCode, item.weight, value]);
}
