import { readInTenant } from "../../database/tenant-transaction.js";
import { ShippingEvent } from "../../entities/shipping-event.js";
import { AppError } from "../../errors.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Page, type PageRequest, pageSize } from "../page.js";

/**
 * Events in the order in which they became visible, oldest first: what comes later stands after every cursor given
 * before. `types` null: all. Throws BAD_USER_INPUT for `first` outside 1 to 100 or a cursor that is not of this list.
 */
export async function listEvents(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  types: ShippingEvent["type"][] | null,
): Promise<Page<ShippingEvent>> {
  const first = pageSize(request);
  const position = request.after === null ? "0" : decodeCursor(request.after);
  const rows = await readInTenant(deps.database, actor.tenantId, (manager) => {
    const query = manager.createQueryBuilder(ShippingEvent, "row").orderBy("row.position", "ASC");
    query.where("row.position > :position", { position });
    if (types !== null) query.andWhere("row.type = any(:types)", { types });
    return query.take(first + 1).getMany();
  });
  return {
    rows: rows.slice(0, first),
    hasNextPage: rows.length > first,
    hasPreviousPage: request.after !== null,
    cursorOf: (row) => Buffer.from(`event ${row.position}`).toString("base64url"),
  };
}

/** At most 18 digits: a bigint holds them. */
function decodeCursor(cursor: string): string {
  const [, position] = /^event (\d{1,18})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (position === undefined) throw new AppError("BAD_USER_INPUT", "after is not a cursor of this list.");
  return position;
}
