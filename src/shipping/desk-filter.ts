import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { ShipmentTag } from "../entities/shipment-tag.js";
import { ShippingLabelTag } from "../entities/shipping-label-tag.js";
import type { Equality } from "./list-conditions.js";
import type { Lead, Span } from "./read-rows.js";

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
  CREATED_AT: { from: filter.createdFrom ?? null, before: filter.createdBefore ?? null, to: null },
  SHIP_DATE: { from: filter.shipDateFrom ?? null, before: null, to: filter.shipDateTo ?? null },
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

/** Whether a range is given of a column that the list is not sorted by. */
export function hasOtherRange(filter: DeskFilter, sortedBy: string): boolean {
  return Object.entries(spansOf(filter)).some(
    ([field, { from, before, to }]) => field !== sortedBy && (from ?? before ?? to) !== null,
  );
}

/** Tables that say which tags rows have, and their column of the row's id. */
const tagTables = { shipmentId: ShipmentTag, labelId: ShippingLabelTag };

/** Joins the rows that say which tags a row has. */
export function joinTags<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, by: keyof typeof tagTables): void {
  query.innerJoin(tagTables[by], "tagged", `tagged.${by} = row.id`);
}

export const taggedWith = (tag: string): Equality => ["tagged.tag", [tag]];

/** Leads by the tags' own table, which has the same orders. */
export const leadByTag = (tag: string, by: keyof typeof tagTables): Lead => ({
  values: [tag],
  columns: (sort) => ["tagged.tag", `tagged.${sort.column}`, `tagged.${by}`],
});
