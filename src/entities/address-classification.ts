import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";
import type { CarrierEnvironment } from "./values/account-enums.js";
import type { ResidentialStatus } from "./values/address-enums.js";
import { InstantColumn } from "./values/columns.js";

/** What a carrier said of an address, by a hash of it. Worlds are kept apart: the simulator's word moves no real price. */
@Entity()
@Check("address_classification_environment_known", "environment in ('SIMULATOR', 'TEST', 'PRODUCTION')")
@Check("address_classification_known", "classification in ('RESIDENTIAL', 'COMMERCIAL', 'UNKNOWN')")
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

  /** The carrier that said so. */
  @Column({ type: "text" })
  source!: string;

  @InstantColumn({ default: () => "now()" })
  checkedAt!: string;
}
