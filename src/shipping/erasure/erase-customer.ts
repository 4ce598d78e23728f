import { inTenant } from "../../database/tenant-transaction.js";
import { CustomerCarrierAccount } from "../../entities/customer-carrier-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { auditErasure } from "./audit-erasure.js";

/** Deletes what is kept for the customer; gives how many accounts. */
export function eraseCustomer(
  { database }: Pick<ShippingDeps, "database">,
  actor: Actor,
  { customerId }: { customerId: string },
): Promise<number> {
  return inTenant(database, actor.tenantId, async (manager) => {
    const { affected } = await manager.delete(CustomerCarrierAccount, { customerId });
    const count = affected ?? 0;
    await auditErasure(manager, actor, null, { CUSTOMER_CARRIER_ACCOUNT: count });
    return count;
  });
}
