import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, settle } from "../result.js";
import { auditMethod } from "./audit-method.js";
import { lockMethod, methodIdField } from "./lock-method.js";

/** Takes a method out of use, legacy ones too; old shipments keep it. Safe to repeat. Codes: NOT_FOUND. */
export function archiveShippingMethod(
  deps: ShippingDeps,
  actor: Actor,
  { shippingMethodId }: { shippingMethodId: string },
): Promise<Result<CarrierShippingMethod>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const method = await lockMethod(manager, shippingMethodId, methodIdField);
      await archive(manager, method);
      const archived = await manager.findOneByOrFail(CarrierShippingMethod, { id: method.id });
      await auditMethod(manager, actor, "SHIPPING_METHOD_ARCHIVED", method, archived);
      return archived;
    }),
  );
}

/** Keeps the time of an earlier archiving. */
export async function archive(manager: EntityManager, method: CarrierShippingMethod): Promise<void> {
  if (method.archivedAt !== null) return;
  await manager.update(CarrierShippingMethod, { id: method.id }, { archivedAt: () => "now()" });
}
