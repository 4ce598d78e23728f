import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { Lead } from "./read-rows.js";

/** An equality of a list, by the name of the column. */
export type Equality = [column: string, values: readonly string[]];

/** Leads by a column of the rows themselves. */
export const leadBy = ([column, values]: Equality): Lead => ({
  values,
  columns: (sort) => [column, `row.${sort.column}`, "row.id"],
});

export function whereEqual<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, equalities: Equality[]): void {
  for (const [index, [column, values]] of equalities.entries()) {
    if (values.length === 1) query.andWhere(`${column} = :equal${index}`, { [`equal${index}`]: values[0] });
    else query.andWhere(`${column} = any(:equal${index})`, { [`equal${index}`]: values });
  }
}

/** Adds those of the conditions whose parameter the filter gives. */
export function applyConditions<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  conditions: Readonly<Record<string, string>>,
  filter: object,
): void {
  const values = new Map(Object.entries<unknown>({ ...filter }));
  for (const [name, condition] of Object.entries(conditions)) {
    const value = values.get(name);
    if (value != null) query.andWhere(condition, { [name]: value });
  }
}
