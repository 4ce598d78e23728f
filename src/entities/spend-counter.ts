import { Check, Entity, Index, PrimaryColumn } from "typeorm";
import type { SpendPeriod } from "./values/account-enums.js";
import { AmountColumn, InstantColumn } from "./values/columns.js";

/** What was bought in a period so far, purchases under way included. Written by the database's `add_spend` only. */
@Entity()
@Check("spend_counter_period_known", "period in ('MINUTE', 'DAY')")
@Check("spend_counter_used_is_not_negative", "used >= 0")
@Index("spend_counter_of_day", ["startsAt"], { where: "period = 'DAY' and spender = '*'" })
export class SpendCounter {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  /** As in `SpendLimit`. */
  @PrimaryColumn({ type: "text" })
  spender!: string;

  @PrimaryColumn({ type: "text" })
  period!: SpendPeriod;

  @InstantColumn({ primary: true })
  startsAt!: string;

  /** As in `SpendLimit`. */
  @PrimaryColumn({ type: "text" })
  unit!: string;

  @AmountColumn()
  used!: string;
}
