import { Column, Entity, PrimaryColumn, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import { BelongsTo } from "./tenant-row.js";
import { InstantColumn } from "./values/columns.js";

/**
 * What an app of a carrier may be called without anybody waiting, all instances together. Instants by the database's
 * clock, rates in calls a second: `shipping/budget/pace.ts` says what they mean.
 */
@Entity()
export class CarrierCallBudget {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  /** Names the credentials; no secret. */
  @PrimaryColumn({ type: "text" })
  app!: string;

  /** Of those that share the app, the one that called last. */
  @Column({ type: "text" })
  accountId!: string;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  @Column({ type: "double precision" })
  rate!: number;

  @Column({ type: "double precision" })
  calls!: number;

  @InstantColumn()
  countedAt!: string;

  @Column({ type: "double precision", default: 0 })
  foreground!: number;

  @Column({ type: "double precision", default: 0 })
  granted!: number;

  @Column({ type: "double precision", nullable: true })
  limitRate!: number | null;

  @InstantColumn({ nullable: true })
  slowedAt!: string | null;

  /** By account, milliseconds since 1970: until then the carrier wants no calls of it. */
  @Column({ type: "jsonb", default: {} })
  pauses!: Record<string, number>;

  @Column({ type: "bigint", default: 0 })
  refusals!: string;
}
