import { type EntityManager, IsNull } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { ShippingDeps } from "../deps.js";
import { isCarriersMethod } from "../method/method-provider.js";
import type { RatePlan } from "../rate/rate-choice.js";
import { findAddressDoubts } from "../shipment/address-doubt.js";
import { findChosenLocation, findClassifications } from "../shipment/destination.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";

/** What is known before anybody is asked. */
export interface DeliveryPlan {
  rates: RatePlan;
}

/** Reads, in one transaction, which methods are offered to buyers, and what is known of the destination. Throws a `Refusal`. */
export function planDelivery(
  deps: ShippingDeps,
  tenantId: string,
  input: DeliveryOptionsInput,
  shipTo: PostalAddress,
): Promise<DeliveryPlan> {
  return readInTenant(deps.database, tenantId, async (manager) => {
    const methods = (await publishedMethods(manager)).filter((method) => isCarriersMethod(deps, method));
    const location = await findChosenLocation(manager, input.carrierLocationId, ["input", "carrierLocationId"]);
    return {
      rates: {
        draft: null,
        choices: methods.map((method) => ({ accountId: method.accountId!, method })),
        location,
        classifications: await findClassifications(manager, tenantId, shipTo),
        doubts: await findAddressDoubts(manager, tenantId, shipTo),
      },
    };
  });
}

function publishedMethods(manager: EntityManager): Promise<CarrierShippingMethod[]> {
  return manager.find(CarrierShippingMethod, {
    where: { isPublished: true, archivedAt: IsNull() },
    order: { createdAt: "ASC", id: "ASC" },
  });
}
