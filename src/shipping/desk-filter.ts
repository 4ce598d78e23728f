import type { Equality } from "./list-conditions.js";
import type { Span } from "./read-rows.js";

/** What a shipping desk filters shipments and labels by alike. Every condition given must hold. */
export interface DeskFilter {
  shippingMethodId?: string | null;
  carrierAccountId?: string | null;
  /** Our service code. */
  service?: string | null;
  destinationCountryCode?: string | null;
  /** YYYY-MM-DD, both included. What has no day yet is in no range. */
  shipDateFrom?: string | null;
  shipDateTo?: string | null;
  tag?: string | null;
  createdFrom?: string | null;
  createdBefore?: string | null;
}

/** Conditions on `row` by the names of their parameters. */
export type Conditions<F> = { [K in keyof F]-?: string };

/** Equalities that have an index in each order that leads have. */
const facets = {
  shippingMethodId: "row.shippingMethodId",
  carrierAccountId: "row.accountId",
  service: "row.serviceCode",
  destinationCountryCode: "row.destinationCountryCode",
} satisfies Partial<Record<keyof DeskFilter, string>>;

export const rangeConditions: Conditions<
  Pick<DeskFilter, "shipDateFrom" | "shipDateTo" | "createdFrom" | "createdBefore">
> = {
  shipDateFrom: "row.shipDay >= :shipDateFrom and row.shipDay < 'infinity'",
  shipDateTo: "row.shipDay <= :shipDateTo",
  createdFrom: "row.createdAt >= :createdFrom",
  createdBefore: "row.createdAt < :createdBefore",
};

/** The ranges as bounds of what is sorted by. */
export const spansOf = (filter: DeskFilter): Record<string, Span> => ({
  CREATED_AT: { from: filter.createdFrom, before: filter.createdBefore },
  SHIP_DATE: { from: filter.shipDateFrom, to: filter.shipDateTo },
});

/** The equalities that the filter gives. */
export function equalitiesOf(filter: DeskFilter): Equality[] {
  const country = filter.destinationCountryCode?.toUpperCase();
  const values = { ...filter, destinationCountryCode: country };
  return Object.entries(facets).flatMap(([name, column]): Equality[] => {
    const value = values[name as keyof typeof facets];
    return value == null ? [] : [[column, [value]]];
  });
}
