import type { SelectQueryBuilder } from "typeorm";
import { AuditEvent } from "../../entities/audit-event.js";
import type { AuditEventKind } from "../../entities/values/audit-enums.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { applyConditions, chooseLead, type Equality, whereEqual } from "../list-conditions.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byInstant } from "../sort.js";

/** Every condition given must hold. */
export interface AuditEventFilter {
  kind?: AuditEventKind[] | null;
  /** Subject of the token. */
  actor?: string | null;
  targetId?: string | null;
  since?: string | null;
}

const sorts = { OCCURRED_AT: byInstant<AuditEvent>("occurredAt") };

/** Newest first. */
export function listAuditEvents(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  filter: AuditEventFilter,
): Promise<Page<AuditEvent>> {
  const equalities: Equality[] = [];
  if (filter.kind != null) equalities.push(["row.kind", filter.kind]);
  if (filter.actor != null) equalities.push(["row.actorSubject", [filter.actor]]);
  if (filter.targetId != null) equalities.push(["row.targetId", [filter.targetId]]);
  const { lead, rest } = chooseLead(equalities, true);
  const narrow = (query: SelectQueryBuilder<AuditEvent>) => {
    whereEqual(query, rest);
    applyConditions(query, { since: "row.occurredAt >= :since" }, filter);
  };
  return readPage(deps, actor, AuditEvent, request, {
    ...{ name: "auditEvents", sorts, narrow, lead },
    spans: { OCCURRED_AT: { from: filter.since } },
  });
}
