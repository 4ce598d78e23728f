import { inTenant } from "../../database/tenant-transaction.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { auditErasure } from "./audit-erasure.js";
import { findTraces, inQuotes } from "./find-traces.js";
import type { Person } from "./person.js";

/** Waits for whoever is about to save or to buy a shipment by one of them. */
const lock = "select 1 from rate_quote where id = any($1) order by id for update";

/** A quote that a shipment still stands on is erased after that shipment. */
const forget = `with gone as (delete from rate_quote q where q.id = any($1)
    and not exists (select from shipment s where s.rate_quote_id = q.id)
  returning 1) select count(*)::int as count from gone`;

/** Deletes the quotes named and those for these people, whoever asked; gives how many. */
export async function eraseQuotes(
  deps: Pick<ShippingDeps, "database">,
  actor: Actor,
  quoteIds: string[],
  people: Person[],
): Promise<number> {
  let count = await deleteQuotes(deps, actor, quoteIds);
  for await (const ids of findTraces(deps, actor.tenantId, inQuotes, people))
    count += await deleteQuotes(deps, actor, ids);
  return count;
}

async function deleteQuotes(deps: Pick<ShippingDeps, "database">, actor: Actor, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return inTenant(deps.database, actor.tenantId, async (manager) => {
    await manager.query(lock, [ids]);
    const [row] = (await manager.query(forget, [ids])) as { count: number }[];
    await auditErasure(manager, actor, null, { RATE_QUOTE: row!.count });
    return row!.count;
  });
}
