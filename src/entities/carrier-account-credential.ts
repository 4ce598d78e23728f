import { Column, Entity, PrimaryColumn, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import { BelongsTo } from "./tenant-row.js";
import { InstantColumn, SealedColumn } from "./values/columns.js";

/** One version of an account's credentials. Only sealed bytes, a mask and a fingerprint are stored. */
@Entity()
export class CarrierAccountCredential {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  accountId!: string;

  @PrimaryColumn({ type: "integer" })
  version!: number;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  @Column({ type: "text" })
  clientIdMasked!: string;

  @Column({ type: "text" })
  clientSecretFingerprint!: string;

  @SealedColumn()
  sealedClientId!: Buffer;

  @SealedColumn()
  sealedClientSecret!: Buffer;

  @InstantColumn({ default: () => "now()" })
  createdAt!: string;
}
