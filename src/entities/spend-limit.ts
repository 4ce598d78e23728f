import { Check, Entity, PrimaryColumn } from "typeorm";
import type { SpendPeriod } from "./values/account-enums.js";
import { AmountColumn } from "./values/columns.js";

/** The spender that stands for all accounts of a tenant together. */
export const wholeTenant = "*";

/** The unit of limits on the number of labels; the others are currencies. */
export const labelUnit = "LABEL";

/** How much may be bought in a period, as a tenant limits itself below what the operator allows. */
@Entity()
@Check("spend_limit_period_known", "period in ('MINUTE', 'DAY')")
@Check("spend_limit_unit_known", "unit = 'LABEL' or unit ~ '^[A-Z]{3}$'")
@Check("spend_limit_maximum_is_not_negative", "maximum >= 0")
export class SpendLimit {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  /** `*`, or the id of a carrier account. */
  @PrimaryColumn({ type: "text" })
  spender!: string;

  @PrimaryColumn({ type: "text" })
  period!: SpendPeriod;

  /** LABEL, or the currency of an amount. */
  @PrimaryColumn({ type: "text" })
  unit!: string;

  @AmountColumn()
  maximum!: string;
}

/** A ceiling for every tenant, whatever limits it sets itself. */
export type OperatorLimit = Pick<SpendLimit, "period" | "unit" | "maximum">;
