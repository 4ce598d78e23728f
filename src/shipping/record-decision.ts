import type { EntityManager } from "typeorm";
import { PurchaseDecision } from "../entities/purchase-decision.js";
import { newId } from "./new-id.js";

export interface Decision {
  tenantId: string;
  purchaseId: string;
  /** Whom the token was issued to, or `worker`. */
  actor: string;
  decision: string;
  reason: string | null;
}

/** Adds to the audit trail; rows are never changed or removed. */
export async function recordDecision(manager: EntityManager, decision: Decision): Promise<void> {
  await manager.insert(PurchaseDecision, { id: newId("pde"), ...decision });
}
