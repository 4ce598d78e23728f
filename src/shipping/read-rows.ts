import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { plannedAnew } from "../database/statement-names.js";
import type { Place } from "./page-cursor.js";
import { noDay, type Sort } from "./sort.js";

/**
 * The equality whose index is read in the list's order, with one of the values at a time. The planner takes values for
 * spread evenly over time; told only of an equality it may walk all rows from the newest to one that is long ago.
 */
export interface Lead {
  values: readonly string[];
  /** Columns of the index after the tenant: what is equal, what is sorted by, the id. */
  columns(sort: { column: string }): [equal: string, sorted: string, id: string];
}

/** The sorted column lies between them; absent or null: no such bound. */
export interface Span {
  from?: string | null | undefined;
  before?: string | null | undefined;
  to?: string | null | undefined;
}

export interface Reading<T extends ObjectLiteral> {
  select(manager: EntityManager): SelectQueryBuilder<T>;
  sort: Sort<T>;
  direction: "ASC" | "DESC";
  after: Place | null;
  limit: number;
}

/** Rows in the order of an index over the tenant, what is sorted by and the id. */
export function readInOrder<T extends ObjectLiteral>(manager: EntityManager, reading: Reading<T>): Promise<T[]> {
  const { select, sort, direction, after, limit } = reading;
  const query = select(manager).orderBy(`row.${sort.column}`, direction).addOrderBy("row.id", direction);
  // Nothing is beyond it, which the planner does not see when many rows have no day.
  const isLast = direction === "ASC" && sort.type === "date" && after?.value === noDay;
  const rest = isLast
    ? `row.${sort.column} = :afterValue and row.id > :afterId`
    : `(row.${sort.column}, row.id) ${beyond(direction)} (:afterValue::${sort.type}, :afterId)`;
  if (after !== null) query.andWhere(rest, { afterValue: after.value, afterId: after.id });
  return query.limit(limit).comment(plannedAnew).getMany();
}

/** The same by the index of the lead, for each of its values, merged. */
export async function readLed<T extends ObjectLiteral>(
  manager: EntityManager,
  reading: Reading<T>,
  lead: Lead,
  span: Span,
): Promise<T[]> {
  const found: T[] = [];
  for (const value of new Set(lead.values)) found.push(...(await readLedBy(manager, reading, lead, span, value)));
  if (lead.values.length < 2) return found;
  const { sort, direction, limit } = reading;
  const way = direction === "ASC" ? 1 : -1;
  return found.sort((a, b) => way * (compare(sort.valueOf(a), sort.valueOf(b)) || compare(a.id, b.id))).slice(0, limit);
}

function readLedBy<T extends ObjectLiteral>(
  manager: EntityManager,
  { select, sort, direction, after, limit }: Reading<T>,
  lead: Lead,
  span: Span,
  value: string,
): Promise<T[]> {
  const [equal, sorted, id] = lead.columns(sort);
  const query = select(manager).orderBy(equal, direction).addOrderBy(sorted, direction).addOrderBy(id, direction);
  const bound = (operator: string, name: string, at: string) =>
    query.andWhere(`(${equal}, ${sorted}) ${operator} (:lead, :${name}::${sort.type})`, { lead: value, [name]: at });
  bound(">=", "leadFrom", span.from ?? "-infinity");
  if (span.before != null) bound("<", "leadBefore", span.before);
  else bound("<=", "leadTo", span.to ?? "infinity");
  if (after !== null)
    query.andWhere(`(${equal}, ${sorted}, ${id}) ${beyond(direction)} (:lead, :afterValue::${sort.type}, :afterId)`, {
      afterValue: after.value,
      afterId: after.id,
    });
  return query.limit(limit).comment(plannedAnew).getMany();
}

const beyond = (direction: "ASC" | "DESC") => (direction === "ASC" ? ">" : "<");
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
