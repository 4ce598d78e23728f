import type { EntityManager, EntityTarget, SelectQueryBuilder } from "typeorm";
import { plannedAnew } from "../database/statement-names.js";
import { readInTenant } from "../database/tenant-transaction.js";
import { AppError } from "../errors.js";
import type { Actor, ShippingDeps } from "./deps.js";
import { whereEqual } from "./list-conditions.js";
import { type CursorOrder, decodeCursor, encodeCursor } from "./page-cursor.js";
import { type Lead, readInOrder, readLed, type Span } from "./read-rows.js";
import { isSortValue, type OrderBy, type Sort, type Sorts } from "./sort.js";

export interface PageRequest {
  /** 1 to 100; null: 50. */
  first: number | null;
  after: string | null;
  /** Absent or null: the list's first order, newest first. */
  orderBy?: OrderBy | null;
}

export interface Page<T> {
  rows: T[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  cursorOf(row: T): string;
  /** How many rows the whole list has now: a statement of its own. */
  count(): Promise<number>;
}

/** A list of a tenant's rows: its name in cursors, its orders, and which rows are in it. */
export interface List<T> {
  name: string;
  sorts: Sorts<T>;
  /** Adds the conditions but the lead's. */
  narrow?: (query: SelectQueryBuilder<T & { id: string }>) => void;
  /** Absent or null: no condition has an index in the list's orders. */
  lead?: Lead | null;
  /** What the conditions say about a column that is sorted by. */
  spans?: Record<string, Span>;
}

const usual = 50;
const mostRows = 100;

/** How many rows are asked for. Throws BAD_USER_INPUT outside 1 to 100. */
export function pageSize(first: number | null): number {
  const size = first ?? usual;
  if (size < 1 || size > mostRows) throw new AppError("BAD_USER_INPUT", `first must be from 1 to ${mostRows}.`);
  return size;
}

/**
 * A page of rows by keyset: rows that come or go meanwhile neither repeat nor hide others. Throws BAD_USER_INPUT for
 * `first` outside 1 to 100, or a cursor that is not of this list in this order.
 */
export async function readPage<T extends { id: string }>(
  { database }: ShippingDeps,
  { tenantId }: Actor,
  entity: EntityTarget<T>,
  request: PageRequest,
  list: List<T>,
): Promise<Page<T>> {
  const first = pageSize(request.first);
  const order = orderOf(request, list);
  const sort = list.sorts[order.field]!;
  const after = request.after === null ? null : decodeCursor(request.after, order, isSortValue[sort.type]);
  const select = (manager: EntityManager) => {
    const query = manager.createQueryBuilder(entity, "row");
    list.narrow?.(query);
    return query;
  };
  const selectEqual = (manager: EntityManager) => equalToLead(select(manager), list, sort);
  const reading = { sort, direction: order.direction, after, limit: first + 1 };
  const rows = await readInTenant(database, tenantId, (manager) =>
    list.lead && sort.isLed
      ? readLed(manager, { ...reading, select }, list.lead, list.spans?.[order.field] ?? {})
      : readInOrder(manager, { ...reading, select: selectEqual }),
  );
  return {
    rows: rows.slice(0, first),
    hasNextPage: rows.length > first,
    hasPreviousPage: request.after !== null,
    cursorOf: (row) => encodeCursor(order, { value: sort.valueOf(row), id: row.id }),
    count: () => readInTenant(database, tenantId, (manager) => countRows(selectEqual(manager))),
  };
}

/** The lead as a condition like any other, where its index is not what is read. */
function equalToLead<T extends { id: string }>(query: SelectQueryBuilder<T>, { lead }: List<T>, sort: Sort<T>) {
  if (lead != null) whereEqual(query, [[lead.columns(sort)[0], lead.values]], "lead");
  return query;
}

function orderOf<T>({ orderBy }: PageRequest, { name, sorts }: List<T>): CursorOrder {
  const field = orderBy?.field ?? Object.keys(sorts)[0]!;
  return { list: name, field, direction: orderBy?.direction ?? "DESC" };
}

export async function countRows<T extends object>(query: SelectQueryBuilder<T>): Promise<number> {
  const counted = await query.select("count(*)", "count").comment(plannedAnew).getRawOne<{ count: string }>();
  return Number(counted?.count);
}
