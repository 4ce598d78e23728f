import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation } from "typeorm";
import type { Carrier } from "./carrier.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { readersAndShippers } from "./values/access.js";
import { InstantColumn, SealedColumn } from "./values/columns.js";
import { DateTimeScalar } from "./values/scalars.js";

@Entity("customer_carrier_account")
@Check("customer_carrier_account_customer_is_given", "customer_id <> ''")
@Index("customer_carrier_account_of_customer", { synchronize: false })
@Directive('@key(fields: "id")')
@Directive(readersAndShippers)
@ObjectType({
  description:
    "A customer's own account with a carrier, which pays for what the customer is sent (Bill My Account). Its number is write-only.",
})
export class CustomerCarrierAccount extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `cca_`." })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => ID, { description: "The shop's id of the customer." })
  customerId!: string;

  @Column({ type: "text" })
  carrierCode!: string;

  @BelongsTo("Carrier", [{ name: "carrier_code" }])
  carrierRow?: Relation<Carrier>;

  @Column({ type: "text" })
  @Field(() => String, { description: "Account number, masked: only its end is shown." })
  accountNumberMasked!: string;

  @SealedColumn()
  sealedAccountNumber!: Buffer;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Postal code that the account is registered with; null: not given.",
  })
  postalCode!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "Country of the account, ISO 3166-1 alpha-2." })
  countryCode!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Name of the account, for display; null: not given." })
  name!: string | null;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When the account was first saved." })
  createdAt!: string;
}
