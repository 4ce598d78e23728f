import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { ShipmentTag } from "../entities/shipment-tag.js";
import { ShippingLabelTag } from "../entities/shipping-label-tag.js";
import { type DeskFilter, equalitiesOf, spansOf } from "./desk-filter.js";
import { type Choice, chooseLead, type Equality } from "./list-conditions.js";

/** Tables that say which tags rows have, and their column of the row's id. */
const tagTables = { shipmentId: ShipmentTag, labelId: ShippingLabelTag };

export type TagsBy = keyof typeof tagTables;

/** What one list has beside the filter that shipments and labels have alike. */
interface Beside {
  sortedBy: string;
  equalities?: Equality[];
  /** A condition that few rows meet, by an index of its own. */
  hasPoint: boolean;
  /** A condition that no index of a lead has. */
  hasMore: boolean;
}

/** The tag, whose table has the same orders, or the only condition there is. */
export function chooseDeskLead(filter: DeskFilter, by: TagsBy, beside: Beside): Choice {
  const { tag } = filter;
  const { sortedBy, hasPoint, hasMore } = beside;
  const equalities = [...equalitiesOf(filter), ...(beside.equalities ?? [])];
  if (tag == null) return chooseLead(equalities, !hasPoint && !hasMore && !hasOtherRange(filter, sortedBy));
  if (hasPoint) return { lead: null, rest: [...equalities, ["tagged.tag", [tag]]] };
  const columns = (sort: { column: string }): [string, string, string] => [
    "tagged.tag",
    `tagged.${sort.column}`,
    `tagged.${by}`,
  ];
  return { lead: { values: [tag], columns }, rest: equalities };
}

/** Whether a range is given of a column that the list is not sorted by. */
function hasOtherRange(filter: DeskFilter, sortedBy: string): boolean {
  return Object.entries(spansOf(filter)).some(
    ([field, { from, before, to }]) => field !== sortedBy && (from ?? before ?? to) != null,
  );
}

/** Joins the rows that say which tags a row has. */
export function joinTags<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, by: TagsBy): void {
  query.innerJoin(tagTables[by], "tagged", `tagged.${by} = row.id`);
}
