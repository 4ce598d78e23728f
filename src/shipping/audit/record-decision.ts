import type { EntityManager } from "typeorm";
import { PurchaseDecision } from "../../entities/purchase-decision.js";
import type { Actor } from "../deps.js";
import { newId } from "../new-id.js";
import { recordAudit } from "./record-audit.js";

export interface Decision {
  purchaseId: string;
  decision: string;
  reason: string | null;
}

/** Adds to the audit trail; rows are never changed or removed. */
export async function recordDecision(manager: EntityManager, actor: Actor, decision: Decision): Promise<void> {
  const { tenantId, subject } = actor;
  await manager.insert(PurchaseDecision, { id: newId("pde"), tenantId, actor: subject, ...decision });
  const change = { field: "decision", before: null, after: decision.decision, isWithheld: false };
  await recordAudit(manager, actor, { kind: "PURCHASE_DECIDED", targetId: decision.purchaseId, changes: [change] });
}
