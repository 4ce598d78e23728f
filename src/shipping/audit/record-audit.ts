import type { EntityManager } from "typeorm";
import { AuditEvent } from "../../entities/audit-event.js";
import type { AuditChange } from "../../entities/values/audit-change.js";
import type { AuditEventKind } from "../../entities/values/audit-enums.js";
import type { Actor } from "../deps.js";
import { newId } from "../new-id.js";

export interface AuditEntry {
  kind: Exclude<AuditEventKind, "OTHER">;
  /** What was changed; null: the tenant's own settings or limits. */
  targetId: string | null;
  /** Absent: the kind says it all. */
  changes?: AuditChange[];
}

/**
 * Keeps who did it, in the transaction of the change: both are committed, or neither. Call it only when something did
 * change. Values must be fit to be read by every administrator: see `changesOf`.
 */
export async function recordAudit(manager: EntityManager, actor: Actor, entry: AuditEntry): Promise<void> {
  const { kind, targetId, changes = [] } = entry;
  const { tenantId } = actor;
  await manager.insert(AuditEvent, { tenantId, id: newId("aud"), kind, ...actorColumns(actor), targetId, changes });
}

function actorColumns({ subject, scopes, isOperator }: Actor) {
  if (scopes !== undefined)
    return { actorKind: "TOKEN" as const, actorSubject: subject, actorScopes: [...scopes].sort() };
  return { actorKind: isOperator ? ("OPERATOR" as const) : ("SYSTEM" as const), actorSubject: null, actorScopes: [] };
}
