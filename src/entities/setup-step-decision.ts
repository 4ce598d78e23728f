import { Column, Entity, PrimaryColumn, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import { BelongsTo } from "./tenant-row.js";
import { InstantColumn } from "./values/columns.js";

/** Who said when that a step of an account's setup is done, or is not after all. Rows are only ever added. */
@Entity()
export class SetupStepDecision {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  accountId!: string;

  @PrimaryColumn({ type: "text" })
  stepKey!: string;

  /** From 1; the highest is the last word. */
  @PrimaryColumn({ type: "integer" })
  sequence!: number;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  @Column({ type: "boolean" })
  isConfirmed!: boolean;

  @Column({ type: "text" })
  actor!: string;

  @InstantColumn({ default: () => "now()" })
  decidedAt!: string;
}
