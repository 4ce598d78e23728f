import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation } from "typeorm";
import type { Carrier } from "./carrier.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { staffOnly } from "./values/access.js";
import { CarrierAccountStatus, CarrierEnvironment } from "./values/account-enums.js";
import { InstantColumn } from "./values/columns.js";
import { PostalAddress } from "./values/postal-address.js";
import { DateTimeScalar, UrlScalar } from "./values/scalars.js";

@Entity()
@Check("carrier_account_environment_known", "environment in ('SIMULATOR', 'TEST', 'PRODUCTION')")
@Check("carrier_account_status_known", "status in ('DRAFT', 'ACTIVE', 'ARCHIVED')")
@Index("carrier_account_by_name", ["tenantId", "name", "id"])
@Index("carrier_account_newest", { synchronize: false })
@Directive('@key(fields: "id")')
@Directive(staffOnly)
@ObjectType({
  description:
    "A merchant's own account with a carrier. Its secrets are write-only. Payment cards are not stored here: enter them in the carrier's portal (setup step ADD_PAYMENT_CARD).",
})
export class CarrierAccount extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `cac_`." })
  override id!: string;

  @Column({ type: "text" })
  carrierCode!: string;

  @BelongsTo("Carrier", [{ name: "carrier_code" }])
  carrierRow?: Relation<Carrier>;

  @Column({ type: "text" })
  @Field(() => String, { description: "The merchant's name for the account, for display." })
  name!: string;

  @Column({ type: "text" })
  @Field(() => CarrierEnvironment, {
    description: "Environment it works in; set at creation and recorded on every shipment.",
  })
  environment!: CarrierEnvironment;

  @Column({ type: "text" })
  @Field(() => CarrierAccountStatus, { description: "Whether it can be used, and buy labels." })
  status!: CarrierAccountStatus;

  @Column({ type: "text" })
  accountNumber!: string;

  @Column({ type: "jsonb" })
  @Field(() => PostalAddress, {
    description: "The account's registered address: UPS's shipper address, which rates are based on.",
  })
  address!: PostalAddress;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Type of the shipping account, for example Business. For your records only; null: not given.",
  })
  accountType!: string | null;

  @Column({ type: "boolean", default: false })
  @Field(() => Boolean, { description: "Whether packages with regulated items may be shipped with this account." })
  shipsRegulatedItems!: boolean;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "App Name entered in the carrier's developer portal; null: not given.",
  })
  appName!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => UrlScalar, {
    nullable: true,
    description: "Callback URL entered in the carrier's developer portal: https, without www; null: not given.",
  })
  callbackUrl!: string | null;

  /** The row of `carrier_account_credential` in use. */
  @Column({ type: "integer" })
  credentialVersion!: number;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When the account was created here." })
  createdAt!: string;

  @InstantColumn({ nullable: true })
  archivedAt!: string | null;
}
