import type { EntityManager } from "typeorm";
import type { PurchasedPackage } from "../../entities/purchased-package.js";
import type { VoidReason } from "../../entities/values/enums.js";
import { recordAudit } from "../audit/record-audit.js";
import type { Actor } from "../deps.js";

/** Keeps who asked for which packages' labels to be voided, and why. */
export async function auditVoid(
  manager: EntityManager,
  actor: Actor,
  shipmentId: string,
  open: PurchasedPackage[],
  reason: VoidReason | null,
): Promise<void> {
  const packageIds = open.map(({ packageId }) => packageId).sort();
  const told = (field: string, after: string) => ({ field, before: null, after, isWithheld: false });
  const changes = [told("packageIds", packageIds.join(" ")), ...(reason ? [told("reason", reason)] : [])];
  await recordAudit(manager, actor, { kind: "VOID_REQUESTED", targetId: shipmentId, changes });
}
