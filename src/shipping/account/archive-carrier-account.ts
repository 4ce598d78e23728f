import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, settle } from "../result.js";
import { auditAccount } from "./audit-account.js";
import { lockAccount } from "./lock-account.js";

/** No longer for anything new; what was bought with it can still be voided. Safe to repeat. Codes: NOT_FOUND. */
export function archiveCarrierAccount(
  deps: ShippingDeps,
  actor: Actor,
  { carrierAccountId: id }: { carrierAccountId: string },
): Promise<Result<CarrierAccount>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const account = await lockAccount(manager, id);
      if (account.status === "ARCHIVED") return account;
      await manager.update(CarrierAccount, { id }, { status: "ARCHIVED", archivedAt: () => "now()" });
      const archived = await manager.findOneByOrFail(CarrierAccount, { id });
      await auditAccount(manager, actor, "CARRIER_ACCOUNT_ARCHIVED", account, archived);
      return archived;
    }),
  );
}
