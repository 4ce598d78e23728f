import { Entity, PrimaryColumn, type Relation } from "typeorm";
import type { CarrierAccountCredential } from "./carrier-account-credential.js";
import { BelongsTo } from "./tenant-row.js";
import { InstantColumn, SealedColumn } from "./values/columns.js";

/** The access token that all instances share, sealed, and the lease of the one that fetches the next. */
@Entity()
export class CarrierToken {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  accountId!: string;

  @PrimaryColumn({ type: "integer" })
  credentialVersion!: number;

  @BelongsTo("CarrierAccountCredential", [
    { name: "tenant_id", referencedColumnName: "tenantId" },
    { name: "account_id", referencedColumnName: "accountId" },
    { name: "credential_version", referencedColumnName: "version" },
  ])
  credential?: Relation<CarrierAccountCredential>;

  @SealedColumn({ nullable: true })
  sealedToken!: Buffer | null;

  @InstantColumn({ nullable: true })
  expiresAt!: string | null;

  @InstantColumn({ nullable: true })
  leasedUntil!: string | null;
}
