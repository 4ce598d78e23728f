import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import type { ShipFromPlace } from "./ship-from-place.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { staffOnly } from "./values/access.js";
import { IntegrationLevel, InvoicingPolicy, ShippingProvider } from "./values/account-enums.js";
import { ShippingMethodAvailability } from "./values/availability.js";
import { InstantColumn } from "./values/columns.js";
import { ShippingMethodDispatch } from "./values/dispatch.js";
import type { DutiesPayer, PackageDimensionUnit, PackageWeightUnit } from "./values/enums.js";
import type { LabelFormat } from "./values/label-enums.js";
import { ShippingPriceRules } from "./values/price-rules.js";
import { DateTimeScalar } from "./values/scalars.js";
import {
  availableToAll,
  dispatchedAtOnce,
  plainPriceRules,
  type StoredAvailability,
  type StoredDispatch,
  type StoredPriceRules,
  type StoredProviderConfiguration,
} from "./values/stored-method-rules.js";

@Entity("shipping_method")
@Check("shipping_method_provider_known", "provider in ('UPS', 'FIXED', 'RULES', 'UPS_LEGACY')")
@Check(
  "shipping_method_ups_is_configured",
  "provider <> 'UPS' or (account_id is not null and package_type_code is not null and weight_unit is not null and dimension_unit is not null and label_format is not null and duties_payer is not null)",
)
@Check(
  "shipping_method_own_price_is_configured",
  "(provider in ('FIXED', 'RULES')) = (provider_configuration is not null)",
)
@Check(
  "shipping_method_ships_with_all_settings",
  "provider not in ('FIXED', 'RULES') or account_id is null or (service_code is not null and package_type_code is not null and weight_unit is not null and dimension_unit is not null and label_format is not null and duties_payer is not null)",
)
@Check(
  "shipping_method_ships_with_account",
  "provider not in ('FIXED', 'RULES') or account_id is not null or integration_level = 'RATE_ONLY'",
)
@Index("shipping_method_imported_once", ["tenantId", "externalReference"], { unique: true })
@Check("shipping_method_integration_level_known", "integration_level in ('RATE_ONLY', 'RATE_AND_SHIP')")
@Check("shipping_method_invoicing_policy_known", "invoicing_policy in ('ESTIMATED', 'ACTUAL')")
@Index("shipping_method_by_name", ["tenantId", "name", "id"])
@Index("shipping_method_newest", { synchronize: false })
@Directive('@key(fields: "id")')
@Directive(staffOnly)
@ObjectType({
  description: "A shipping method configured by the merchant: carrier account, service, package type and label format.",
})
export class CarrierShippingMethod extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `shm_`." })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Display name of the shipping method." })
  name!: string;

  @Column({ type: "text" })
  @Field(() => ShippingProvider, { description: "Provider: where the price comes from." })
  provider!: ShippingProvider;

  @Column({ type: "text", nullable: true })
  accountId!: string | null;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  /** Our service code; null: all that the carrier offers. */
  @Column({ type: "text", nullable: true })
  serviceCode!: string | null;

  @Column({ type: "text", nullable: true })
  packageTypeCode!: string | null;

  @Column({ type: "text", nullable: true })
  weightUnit!: PackageWeightUnit | null;

  @Column({ type: "text", nullable: true })
  dimensionUnit!: PackageDimensionUnit | null;

  @Column({ type: "text", nullable: true })
  labelFormat!: LabelFormat | null;

  @Column({ type: "boolean", default: false })
  billMyAccount!: boolean;

  @Column({ type: "boolean", default: false })
  collectOnDelivery!: boolean;

  @Column({ type: "boolean", default: false })
  generateReturnLabel!: boolean;

  @Column({ type: "text", nullable: true })
  dutiesPayer!: DutiesPayer | null;

  @Column({ type: "text" })
  @Field(() => IntegrationLevel, { description: "Whether the method may only get rates, or buy labels too." })
  integrationLevel!: IntegrationLevel;

  @Column({ type: "text" })
  @Field(() => InvoicingPolicy, {
    description: "Whether the order is invoiced the estimated or the actual shipping cost.",
  })
  invoicingPolicy!: InvoicingPolicy;

  @Column({ type: "boolean", default: false })
  @Field(() => Boolean, { description: "Whether the method is offered to buyers at checkout." })
  isPublished!: boolean;

  @Column({ type: "jsonb", default: plainPriceRules })
  @Field(() => ShippingPriceRules, { description: "How the buyer's price is made." })
  priceRules!: StoredPriceRules;

  @Column({ type: "jsonb", default: availableToAll })
  @Field(() => ShippingMethodAvailability, { description: "Orders that the method is offered for." })
  availability!: StoredAvailability;

  @Column({ type: "jsonb", default: dispatchedAtOnce })
  @Field(() => ShippingMethodDispatch, { description: "When packages of the method leave." })
  dispatch!: StoredDispatch;

  /** Of FIXED and RULES; null: the price is a carrier's. */
  @Column({ type: "jsonb", nullable: true })
  providerConfiguration!: StoredProviderConfiguration | null;

  @Column({ type: "text", nullable: true })
  @Field(() => ID, {
    nullable: true,
    description:
      "Delivery product: id of the product in the catalog service that orders are charged shipping as; null: none.",
  })
  productReference!: string | null;

  /** Null: the tenant's default place, else the account's address. */
  @Column({ type: "text", nullable: true })
  shipFromPlaceId!: string | null;

  @BelongsTo("ShipFromPlace", "ship_from_place_id")
  shipFromPlaceRow?: Relation<ShipFromPlace>;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What the method is called where it was imported from; null: it was not imported.",
  })
  externalReference!: string | null;

  @Column({ type: "text", nullable: true })
  supersedesId!: string | null;

  @BelongsTo("CarrierShippingMethod", "supersedes_id")
  supersededMethod?: Relation<CarrierShippingMethod>;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When the method was created." })
  createdAt!: string;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the method was archived; null: in use. Existing shipments keep it.",
  })
  archivedAt!: string | null;
}
