import { inSystem } from "../../database/tenant-transaction.js";
import type { LabelPurchaseState } from "../../entities/values/enums.js";
import type { ShippingDeps } from "../deps.js";
import { type Page, type PageRequest, pageSize } from "../page.js";
import { type CursorOrder, decodeCursor, encodeCursor } from "../page-cursor.js";
import { isSortValue } from "../sort.js";

/** What whoever runs the service sees of a tenant's purchase. Times as ISO instants. */
export interface AnyTenantsPurchase {
  id: string;
  merchantId: string;
  state: LabelPurchaseState;
  startedAt: string;
  sentAt: string | null;
  ageSeconds: number;
  carrierReference: string;
  carrierCode: string;
}

const order: CursorOrder = { list: "allStuckPurchases", field: "STARTED_AT", direction: "ASC" };

const instant = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const select = `select id, tenant_id as "merchantId", state, ${instant("started_at")} as "startedAt",
    ${instant("sent_at")} as "sentAt", extract(epoch from now() - started_at)::int as "ageSeconds",
    carrier_reference as "carrierReference", carrier_code as "carrierCode"
  from stuck_purchases($1, $2, $3, $4)`;

/** Purchases of all tenants whose outcome is open for longer than a carrier can need, oldest first. */
export async function listAllStuckPurchases(
  { database, timings }: ShippingDeps,
  request: PageRequest,
): Promise<Page<AnyTenantsPurchase>> {
  const first = pageSize(request.first);
  const after = request.after === null ? null : decodeCursor(request.after, order, isSortValue.timestamptz);
  const ask = <T>(sql: string, ...values: unknown[]) =>
    inSystem(database, (manager) => manager.query(sql, [timings.reconcileAfter, ...values]) as Promise<T[]>);
  const rows = await ask<AnyTenantsPurchase>(select, first + 1, after?.value ?? null, after?.id ?? null);
  return {
    rows: rows.slice(0, first),
    hasNextPage: rows.length > first,
    hasPreviousPage: request.after !== null,
    cursorOf: ({ startedAt, id }) => encodeCursor(order, { value: startedAt, id }),
    async count() {
      const counted = await ask<{ count: string }>("select count(*) from stuck_purchases($1, null, null, null)");
      return Number(counted[0]?.count);
    },
  };
}
