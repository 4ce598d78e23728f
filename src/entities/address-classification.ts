import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";
import type { CarrierEnvironment } from "./values/account-enums.js";
import type { AddressValidationStatus, ResidentialStatus } from "./values/address-enums.js";
import { InstantColumn } from "./values/columns.js";

/** What a carrier says when it is asked and answers. */
export type FoundStatus = Exclude<AddressValidationStatus, "UNSUPPORTED_COUNTRY" | "UNAVAILABLE">;

/** What a carrier said of an address, by a hash of it. Worlds are kept apart: the simulator's word moves no real price. */
@Entity()
@Check("address_classification_environment_known", "environment in ('SIMULATOR', 'TEST', 'PRODUCTION')")
@Check("address_classification_known", "classification in ('RESIDENTIAL', 'COMMERCIAL', 'UNKNOWN')")
@Check("address_classification_status_known", "status in ('VALID', 'AMBIGUOUS', 'NO_CANDIDATES')")
@Index("address_classification_oldest", ["tenantId", "checkedAt"])
export class AddressClassification {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  environment!: CarrierEnvironment;

  @PrimaryColumn({ type: "text" })
  fingerprint!: string;

  /** UNKNOWN: the carrier no longer says what it once said. */
  @Column({ type: "text" })
  classification!: ResidentialStatus;

  /** Whether it was found when it was asked about; null: it was only named as a candidate for another. */
  @Column({ type: "text", nullable: true })
  status!: FoundStatus | null;

  /** The carrier that said so. */
  @Column({ type: "text" })
  source!: string;

  @InstantColumn({ default: () => "now()" })
  checkedAt!: string;
}
