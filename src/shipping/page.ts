import type { EntityManager, EntityTarget, SelectQueryBuilder } from "typeorm";
import { AppError } from "../errors.js";

export interface PageRequest {
  /** 1 to 100; null: 50. */
  first: number | null;
  after: string | null;
}

export interface Page<T> {
  rows: T[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  cursorOf(row: T): string;
}

interface Sortable {
  id: string;
  tenantId: string;
}

const usual = 50;
const maximum = 100;

/** How many rows are asked for. Throws BAD_USER_INPUT outside 1 to 100. */
export function pageSize({ first }: PageRequest): number {
  const size = first ?? usual;
  if (size < 1 || size > maximum) throw new AppError("BAD_USER_INPUT", `first must be from 1 to ${maximum}.`);
  return size;
}

/**
 * A page of rows, newest first, by keyset: rows that come or go meanwhile neither repeat nor hide others.
 * Throws BAD_USER_INPUT for `first` outside 1 to 100 or a cursor that is not ours.
 */
export async function readPage<T extends Sortable>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  request: PageRequest,
  options: { column?: string; narrow?: (query: SelectQueryBuilder<T>) => void } = {},
): Promise<Page<T>> {
  const column = options.column ?? "createdAt";
  const first = pageSize(request);
  const query = manager.createQueryBuilder(entity, "row").orderBy(`row.${column}`, "DESC").addOrderBy("row.id", "DESC");
  options.narrow?.(query);
  if (request.after !== null) {
    const [at, id] = decodeCursor(request.after);
    query.andWhere(`(row.${column}, row.id) < (:at::timestamptz, :id)`, { at, id });
  }
  const rows = await query.take(first + 1).getMany();
  return {
    rows: rows.slice(0, first),
    hasNextPage: rows.length > first,
    hasPreviousPage: request.after !== null,
    cursorOf: (row) => encodeCursor(String(row[column as keyof T]), row.id),
  };
}

const encodeCursor = (at: string, id: string) => Buffer.from(JSON.stringify([at, id])).toString("base64url");

function decodeCursor(cursor: string): [string, string] {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof at === "string" && isInstant(at) && typeof id === "string") return [at, id];
  } catch {
    // Falls through: whatever is not our cursor gets the same answer.
  }
  throw new AppError("BAD_USER_INPUT", "after is not a cursor of this list.");
}

/** As this module wrote it: what JavaScript takes for a date, PostgreSQL need not. */
const isInstant = (text: string) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
