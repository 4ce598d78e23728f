import type { EntityManager } from "typeorm";
import { changesOf } from "../audit/changes-of.js";
import { recordAudit } from "../audit/record-audit.js";
import type { Actor } from "../deps.js";
import type { CustomerValues } from "./customer-values.js";

/** Keeps who saved the account, and which of its parts; no value, since they are another person's. Null: it was not there. */
export async function auditCustomerAccount(
  manager: EntityManager,
  actor: Actor,
  id: string,
  before: CustomerValues | null,
  after: CustomerValues,
): Promise<void> {
  const changes = changesOf({ ...before }, { ...after }, []);
  if (changes.length > 0)
    await recordAudit(manager, actor, { kind: "CUSTOMER_CARRIER_ACCOUNT_SAVED", targetId: id, changes });
}
