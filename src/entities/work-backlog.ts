import { Check, Entity, PrimaryColumn, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import { BelongsTo } from "./tenant-row.js";
import { InstantColumn } from "./values/columns.js";

/** Operators were told that an account's work falls behind. Written by the database's `tell_backlog` only. */
@Entity()
@Check("work_backlog_kind_known", "kind in ('PURCHASE', 'TRACKER')")
export class WorkBacklog {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  accountId!: string;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  @PrimaryColumn({ type: "text" })
  kind!: "PURCHASE" | "TRACKER";

  @InstantColumn()
  toldAt!: string;
}
