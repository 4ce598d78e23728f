import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import type { CarrierShippingMethod } from "./carrier-shipping-method.js";
import type { RateQuote } from "./rate-quote.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { buyersAndStaff, staffOnly } from "./values/access.js";
import type { CarrierEnvironment } from "./values/account-enums.js";
import { InstantColumn, OptionsColumn, SortDayColumn, SortTextColumn } from "./values/columns.js";
import { ShipmentStatus } from "./values/enums.js";
import type { PostalAddress } from "./values/postal-address.js";
import { DateTimeScalar } from "./values/scalars.js";
import type {
  StoredAccessPoint,
  StoredCustomsDeclaration,
  StoredReturnService,
  StoredShipmentOptions,
} from "./values/stored-shipment-details.js";

@Entity()
@Unique("shipment_number_unique", ["tenantId", "number"])
@Unique("shipment_client_reference_unique", ["tenantId", "clientReference"])
@Check("shipment_status_known", "status in ('DRAFT', 'PURCHASING', 'PURCHASED', 'VOIDED')")
@Index("shipment_newest", { synchronize: false })
@Index("shipment_of_outbound", ["tenantId", "outboundShipmentId"], { where: "outbound_shipment_id is not null" })
@Index("shipment_of_duplicated", ["tenantId", "duplicateOfId"], { where: "duplicate_of_id is not null" })
@Index("shipment_of_order", ["tenantId", "orderId"], { where: "order_id is not null" })
@Index("shipment_of_quote", ["tenantId", "rateQuoteId"], { where: "rate_quote_id is not null" })
@Index("shipment_of_reference", ["tenantId", "reference"], { where: "reference is not null" })
@Index("shipment_by_status_and_created_at", ["tenantId", "status", "createdAt", "id"])
@Index("shipment_by_status_and_ship_day", ["tenantId", "status", "shipDay", "id"])
@Index("shipment_by_account_and_created_at", ["tenantId", "accountId", "createdAt", "id"])
@Index("shipment_by_account_and_ship_day", ["tenantId", "accountId", "shipDay", "id"])
@Index("shipment_by_method_and_created_at", ["tenantId", "shippingMethodId", "createdAt", "id"])
@Index("shipment_by_method_and_ship_day", ["tenantId", "shippingMethodId", "shipDay", "id"])
@Index("shipment_by_service_and_created_at", ["tenantId", "serviceCode", "createdAt", "id"])
@Index("shipment_by_service_and_ship_day", ["tenantId", "serviceCode", "shipDay", "id"])
@Index("shipment_by_country_and_created_at", ["tenantId", "destinationCountryCode", "createdAt", "id"])
@Index("shipment_by_country_and_ship_day", ["tenantId", "destinationCountryCode", "shipDay", "id"])
@Index("shipment_return_by_created_at", ["tenantId", "createdAt", "id"], { where: "return_service is not null" })
@Index("shipment_return_by_ship_day", ["tenantId", "shipDay", "id"], { where: "return_service is not null" })
@Index("shipment_by_ship_day", ["tenantId", "shipDay", "id"])
@Directive('@key(fields: "id")')
@Directive(buyersAndStaff)
@ObjectType({ description: "Packages that go together from one address to another." })
export class Shipment extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `shp_`." })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Short shipment number for display, unique per tenant." })
  number!: string;

  @Column({ type: "text" })
  @Field(() => ShipmentStatus, {
    description: "Whether labels are bought, being bought or voided. Delivery status is separate.",
  })
  status!: ShipmentStatus;

  @Column({ type: "text", nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: "Id of the order in the order service; null: linked to no order.",
  })
  orderId!: string | null;

  @Column({ type: "text", nullable: true })
  reference!: string | null;

  @Column({ type: "text", nullable: true })
  clientReference!: string | null;

  @Column({ type: "jsonb" })
  shipFrom!: PostalAddress;

  @Column({ type: "jsonb" })
  shipTo!: PostalAddress;

  @OptionsColumn()
  options!: StoredShipmentOptions;

  /** Of `shipTo`, for lists. */
  @SortTextColumn({ nullable: true })
  destinationCountryCode!: string | null;

  /** Words of the merchant's own, none twice. */
  @Column({ type: "text", array: true, default: [] })
  tags!: string[];

  /** YYYY-MM-DD; null: the day it is bought. */
  @Column({ type: "date", nullable: true })
  shipDate!: string | null;

  /** Day on which the labels last were bought, in UTC; null: not bought. */
  @Column({ type: "date", nullable: true })
  boughtOn!: string | null;

  /** The later of `shipDate` and `boughtOn`, for lists. */
  @SortDayColumn()
  shipDay!: string;

  @Column({ type: "jsonb", nullable: true })
  accessPoint!: StoredAccessPoint | null;

  @Column({ type: "jsonb", nullable: true })
  customs!: StoredCustomsDeclaration | null;

  @Column({ type: "jsonb", nullable: true })
  returnService!: StoredReturnService | null;

  /** The shipment whose goods come back with this one; null: it goes out, or comes back from nowhere we know. */
  @Column({ type: "text", nullable: true })
  outboundShipmentId!: string | null;

  @BelongsTo("Shipment", "outbound_shipment_id")
  outboundShipmentRow?: Relation<Shipment>;

  /** Of the outbound shipment, the packages that come back with it. Empty: not known which, or it goes out. */
  @Column({ type: "jsonb", default: [] })
  returnedPackageIds!: string[];

  /** The shipment that this one was made a copy of; null: none, or a draft that is deleted. */
  @Column({ type: "text", nullable: true })
  duplicateOfId!: string | null;

  @BelongsTo("Shipment", "duplicate_of_id")
  duplicateOfRow?: Relation<Shipment>;

  @Column({ type: "text", nullable: true })
  shippingMethodId!: string | null;

  @BelongsTo("CarrierShippingMethod", "shipping_method_id")
  method?: Relation<CarrierShippingMethod>;

  @Column({ type: "text", nullable: true })
  accountId!: string | null;

  @BelongsTo("CarrierAccount", "account_id")
  accountRow?: Relation<CarrierAccount>;

  /** Our service code; null: not chosen yet. */
  @Column({ type: "text", nullable: true })
  serviceCode!: string | null;

  @Column({ type: "text", nullable: true })
  environment!: CarrierEnvironment | null;

  @Column({ type: "text", nullable: true })
  rateQuoteId!: string | null;

  @BelongsTo("RateQuote", "rate_quote_id")
  rateQuote?: Relation<RateQuote>;

  /** The draft was changed since to what the accepted offer was not made for. */
  @Column({ type: "boolean", default: false })
  isOfferOutdated!: boolean;

  @InstantColumn({ nullable: true })
  @Directive(staffOnly)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When its personal data was erased: of its addresses country, region and area are left, and it can neither be changed, bought nor copied. Null: not erased, or this token may not read it.",
  })
  erasedAt!: string | null;

  /** Rises with every change of the draft. */
  @Column({ type: "integer", default: 1 })
  version!: number;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When the shipment was created." })
  createdAt!: string;
}
