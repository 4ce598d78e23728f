import { PrimaryColumn } from "typeorm";
import { InstantColumn, SortDayColumn } from "./values/columns.js";

/** A tag that a row is found by, with what lists of a tag are sorted by. Written by the database alone. */
export abstract class ListedTag {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  tag!: string;

  @InstantColumn()
  createdAt!: string;

  @SortDayColumn({ default: undefined })
  shipDay!: string;
}
