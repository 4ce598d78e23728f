import { inTenant } from "../../database/tenant-transaction.js";
import { CustomerCarrierAccount } from "../../entities/customer-carrier-account.js";
import { withheld } from "../audit/changes-of.js";
import { recordAudit } from "../audit/record-audit.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refuse, settle } from "../result.js";

/** Removes it for good; drafts and shipments keep the number that they were made with. Codes: NOT_FOUND. */
export function deleteCustomerCarrierAccount(
  deps: ShippingDeps,
  actor: Actor,
  { customerCarrierAccountId: id }: { customerCarrierAccountId: string },
): Promise<Result<string>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const { affected } = await manager.delete(CustomerCarrierAccount, { id });
      if (!affected)
        refuse("NOT_FOUND", "There is no such account of a customer.", ["input", "customerCarrierAccountId"]);
      await recordAudit(manager, actor, {
        kind: "CUSTOMER_CARRIER_ACCOUNT_DELETED",
        targetId: id,
        changes: [withheld("accountNumber")],
      });
      return id;
    }),
  );
}
