import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { CarrierAccountCredential } from "./carrier-account-credential.js";
import { InstantColumn } from "./values/columns.js";

/** The access token that all instances share, sealed, and the lease of the one that fetches the next. */
@Entity()
export class CarrierToken {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  accountId!: string;

  @PrimaryColumn({ type: "integer" })
  credentialVersion!: number;

  @ManyToOne(() => CarrierAccountCredential)
  @JoinColumn([
    { name: "tenant_id", referencedColumnName: "tenantId" },
    { name: "account_id", referencedColumnName: "accountId" },
    { name: "credential_version", referencedColumnName: "version" },
  ])
  credential?: Relation<CarrierAccountCredential>;

  @Column({ type: "bytea", nullable: true })
  sealedToken!: Buffer | null;

  @InstantColumn({ nullable: true })
  expiresAt!: string | null;

  @InstantColumn({ nullable: true })
  leasedUntil!: string | null;
}
