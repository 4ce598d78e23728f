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
@Index("carrier_account_newest", { synchronize: false })
@Directive('@key(fields: "id")')
@Directive(staffOnly)
@ObjectType({
  description:
    "A merchant's own account with a carrier. Its secrets go in and never come out. A payment card has no place here: it is given to the carrier alone, in its portal (setup step ADD_PAYMENT_CARD).",
})
export class CarrierAccount extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `cac_`." })
  override id!: string;

  @Column({ type: "text" })
  carrierCode!: string;

  @BelongsTo("Carrier", [{ name: "carrier_code" }])
  carrierRow?: Relation<Carrier>;

  @Column({ type: "text" })
  @Field(() => String, { description: "The merchant's own name for the account." })
  name!: string;

  @Column({ type: "text" })
  @Field(() => CarrierEnvironment, {
    description: "Which world it belongs to; fixed at creation and stamped on every shipment.",
  })
  environment!: CarrierEnvironment;

  @Column({ type: "text" })
  @Field(() => CarrierAccountStatus, { description: "Whether it can buy labels." })
  status!: CarrierAccountStatus;

  @Column({ type: "text" })
  accountNumber!: string;

  @Column({ type: "jsonb" })
  @Field(() => PostalAddress, { description: "The account's registered address: the shipper that UPS rates from." })
  address!: PostalAddress;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Type of the shipping account, for example Business. For information.",
  })
  accountType!: string | null;

  @Column({ type: "boolean", default: false })
  @Field(() => Boolean, { description: "Whether regulated items may be shipped with it." })
  shipsRegulatedItems!: boolean;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "App Name given in the carrier's developer portal." })
  appName!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => UrlScalar, {
    nullable: true,
    description: "Callback URL given in the carrier's developer portal: https, without www.",
  })
  callbackUrl!: string | null;

  /** The row of `carrier_account_credential` in use. */
  @Column({ type: "integer" })
  credentialVersion!: number;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When it was entered." })
  createdAt!: string;

  @InstantColumn({ nullable: true })
  archivedAt!: string | null;
}
