import { type EntityManager, In, IsNull } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { ShippingDeps } from "../deps.js";
import type { RatePlan } from "../rate/rate-choice.js";
import { findAddressDoubts } from "../shipment/address-doubt.js";
import { findChosenLocation, findClassifications } from "../shipment/destination.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";

/** A method that buyers may choose, and where its parcels leave. */
export interface OfferedMethod {
  method: CarrierShippingMethod;
  /** Null: it ships with no carrier. */
  account: CarrierAccount | null;
}

/** What is known before anybody is asked. */
export interface DeliveryPlan extends Omit<RatePlan, "draft" | "choices"> {
  offered: OfferedMethod[];
}

/**
 * Reads, in one transaction, which methods are offered to buyers, the oldest first, and what is known of the destination.
 * Throws a `Refusal`.
 */
export function planDelivery(
  { database }: Pick<ShippingDeps, "database">,
  tenantId: string,
  input: DeliveryOptionsInput,
  shipTo: PostalAddress,
): Promise<DeliveryPlan> {
  return readInTenant(database, tenantId, async (manager) => {
    const location = await findChosenLocation(manager, input.carrierLocationId, ["input", "carrierLocationId"]);
    return {
      location,
      offered: await offeredMethods(manager),
      classifications: await findClassifications(manager, tenantId, shipTo),
      doubts: await findAddressDoubts(manager, tenantId, shipTo),
    };
  });
}

async function offeredMethods(manager: EntityManager): Promise<OfferedMethod[]> {
  const methods = await manager.find(CarrierShippingMethod, {
    where: { isPublished: true, archivedAt: IsNull() },
    order: { createdAt: "ASC", id: "ASC" },
  });
  const ids = [...new Set(methods.flatMap(({ accountId }) => accountId ?? []))];
  const accounts = ids.length === 0 ? [] : await manager.findBy(CarrierAccount, { id: In(ids) });
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return methods.map((method) => ({ method, account: byId.get(method.accountId ?? "") ?? null }));
}
