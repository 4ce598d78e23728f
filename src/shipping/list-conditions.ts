import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { Lead } from "./read-rows.js";

/** An equality of a list, by the name of the column. */
export type Equality = [column: string, values: readonly string[]];

/** Leads by a column of the rows themselves. */
export const leadBy = ([column, values]: Equality): Lead => ({
  values,
  columns: (sort) => [column, `row.${sort.column}`, "row.id"],
});

/** How a list is read: by an index, or not, and what its rows must equal besides. */
export interface Choice {
  lead: Lead | null;
  rest: Equality[];
}

/** The only condition leads; of several the planner chooses the one that is rarest. `isAlone`: nothing else narrows. */
export function chooseLead(equalities: Equality[], isAlone: boolean): Choice {
  const [only, another] = equalities;
  return isAlone && only && !another ? { lead: leadBy(only), rest: [] } : { lead: null, rest: equalities };
}

/** `name` begins the parameters' names, which one statement has once. */
export function whereEqual<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  equalities: Equality[],
  name = "equal",
): void {
  for (const [index, [column, values]] of equalities.entries()) {
    const parameter = `${name}${index}`;
    if (values.length === 1) query.andWhere(`${column} = :${parameter}`, { [parameter]: values[0] });
    else query.andWhere(`${column} = any(:${parameter})`, { [parameter]: values });
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
