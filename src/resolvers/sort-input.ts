import { type ClassType, Field, InputType } from "type-graphql";
import { ShippingSortDirection } from "../entities/values/sort-enums.js";
import type { OrderBy } from "../shipping/sort.js";

/** The input type `name` of a list's `orderBy`, over the enum of its fields. */
export function sortInput<T extends object>(name: string, fields: T): ClassType<OrderBy> {
  @InputType(name, { description: "How a list is sorted. A cursor is valid only in the order that it came from." })
  class Sort implements OrderBy {
    @Field(() => fields, { description: "Field to sort by; rows that are equal in it are sorted by their ids." })
    field!: string;

    @Field(() => ShippingSortDirection, { defaultValue: "DESC", description: "Direction. Default: DESC." })
    direction!: ShippingSortDirection;
  }
  return Sort;
}
