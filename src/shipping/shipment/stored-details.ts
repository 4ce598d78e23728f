import { type EntityManager, In } from "typeorm";
import { plainItem } from "../../carrier/customs.js";
import { PackedItem } from "../../entities/packed-item.js";
import type { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import type {
  StoredItem,
  StoredPackage,
  StoredShipmentDetails,
} from "../../entities/values/stored-shipment-details.js";
import { withGiven } from "../input-of.js";

/** A stored shipment in the form it is rated and bought in; packages in their order. */
export async function loadStoredDetails(manager: EntityManager, shipment: Shipment): Promise<StoredShipmentDetails> {
  const packages = await manager.find(ShipmentPackage, {
    where: { shipmentId: shipment.id },
    order: { sequence: "ASC" },
  });
  const items = await manager.find(PackedItem, {
    where: { packageId: In(packages.map((pkg) => pkg.id)) },
    order: { sequence: "ASC" },
  });
  return {
    shipFrom: shipment.shipFrom,
    shipTo: shipment.shipTo,
    packages: packages.map((pkg) =>
      storedPackage(
        pkg,
        items.filter((item) => item.packageId === pkg.id),
      ),
    ),
    options: shipment.options,
    shipDate: shipment.shipDate,
    accessPoint: shipment.accessPoint,
    customs: shipment.customs,
    returnService: shipment.returnService,
  };
}

function storedPackage(pkg: ShipmentPackage, items: PackedItem[]): StoredPackage {
  return {
    weight: { value: pkg.weightValue, unit: pkg.weightUnit },
    dimensions: pkg.dimensions,
    packageType: pkg.packageTypeCode,
    declaredValue: pkg.declaredValue,
    reference: pkg.reference,
    containsRegulatedItems: pkg.containsRegulatedItems,
    dangerousGoods: pkg.dangerousGoods,
    items: items.map(storedItem),
  };
}

/** A stored item in the form it is rated and bought in. */
export function storedItem(item: PackedItem): StoredItem {
  const { productId, description, quantity } = item;
  return { ...withGiven(plainItem, item), productId, description, quantity };
}
