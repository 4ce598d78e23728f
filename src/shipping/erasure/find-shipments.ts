import { readInTenant } from "../../database/tenant-transaction.js";
import type { ShippingDeps } from "../deps.js";
import type { Search } from "./erasure-input.js";
import { findTraces, inShipments } from "./find-traces.js";

/** With what went out goes what comes back, whatever order it is of. */
const withReturns = (condition: string) => `
  with named as (select id from shipment where ${condition})
  select id from shipment where erased_at is null
     and (id in (select id from named) or outbound_shipment_id in (select id from named))
   order by id`;

/** Ids of shipments that are not erased yet, oldest first. */
export async function* findShipments(
  deps: Pick<ShippingDeps, "database">,
  tenantId: string,
  search: Search,
): AsyncGenerator<string> {
  if ("person" in search) {
    for await (const ids of findTraces(deps, tenantId, inShipments, [search.person])) yield* ids;
    return;
  }
  // Shipments do not know customers.
  if ("customerId" in search) return;
  const [condition, value] =
    "orderId" in search
      ? (["order_id = $1", search.orderId] as const)
      : (["reference = $1", search.reference] as const);
  const rows = await readInTenant(deps.database, tenantId, (manager) => manager.query(withReturns(condition), [value]));
  for (const { id } of rows as { id: string }[]) yield id;
}
