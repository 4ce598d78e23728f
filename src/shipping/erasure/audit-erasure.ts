import type { EntityManager } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import type { Actor } from "../deps.js";
import type { Counts } from "./erase-shipment.js";

/** Keeps who had how much erased, of which shipment, null for quotes without one; nothing where nothing was, and never whom. */
export async function auditErasure(
  manager: EntityManager,
  actor: Actor,
  shipmentId: string | null,
  counts: Counts,
): Promise<void> {
  const erased = Object.entries(counts).filter(([, count]) => count > 0);
  const changes = erased.sort().map(([kind, count]) => ({
    ...{ field: kind, before: null, after: String(count) },
    isWithheld: false,
  }));
  if (changes.length > 0)
    await recordAudit(manager, actor, { kind: "PERSONAL_DATA_ERASED", targetId: shipmentId, changes });
}
