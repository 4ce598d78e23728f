import type { EntityManager } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { ShippingEvent } from "../../entities/shipping-event.js";
import { AppError } from "../../errors.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { countRows, type Page, type PageRequest, pageSize } from "../page.js";

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
  const first = pageSize(request.first);
  const position = request.after === null ? "0" : decodeCursor(request.after);
  const select = (manager: EntityManager) => {
    const query = manager.createQueryBuilder(ShippingEvent, "row");
    return types === null ? query : query.where("row.type = any(:types)", { types });
  };
  const rows = await readInTenant(deps.database, actor.tenantId, (manager) => {
    const query = select(manager).andWhere("row.position > :position", { position });
    return query
      .orderBy("row.position", "ASC")
      .limit(first + 1)
      .getMany();
  });
  return {
    rows: rows.slice(0, first),
    hasNextPage: rows.length > first,
    hasPreviousPage: request.after !== null,
    cursorOf: (row) => Buffer.from(`event ${row.position}`).toString("base64url"),
    count: () => readInTenant(deps.database, actor.tenantId, (manager) => countRows(select(manager))),
  };
}

/** At most 18 digits: a bigint holds them. */
function decodeCursor(cursor: string): string {
  const [, position] = /^event (\d{1,18})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (position === undefined) throw new AppError("BAD_USER_INPUT", "after is not a cursor of this list.");
  return position;
}
