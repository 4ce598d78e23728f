import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation } from "typeorm";
import type { PurchasedPackage } from "./purchased-package.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { staffOnly } from "./values/access.js";
import { InstantColumn, SortDayColumn, SortTextColumn } from "./values/columns.js";
import { LabelFileFormat } from "./values/label-enums.js";
import { DateTimeScalar } from "./values/scalars.js";

@Entity()
@Index("shipping_label_one_per_package", ["tenantId", "purchasedPackageId"], {
  unique: true,
  where: "not is_recovered",
})
@Index("shipping_label_recovered_once", ["tenantId", "purchasedPackageId", "format", "sha256"], {
  unique: true,
  where: "is_recovered",
})
@Check("shipping_label_for_all_is_recovered", "is_recovered or not is_for_all_packages")
@Check("shipping_label_format_known", "format in ('PDF', 'ZPL', 'EPL', 'SPL', 'GIF', 'PNG', 'JPEG', 'HTML', 'UNKNOWN')")
@Index("shipping_label_not_printable", ["tenantId", "purchasedPackageId"], { where: "not is_printable" })
@Index("shipping_label_newest", { synchronize: false })
@Index("shipping_label_by_account_and_created_at", ["tenantId", "accountId", "createdAt", "id"])
@Index("shipping_label_by_account_and_ship_day", ["tenantId", "accountId", "shipDay", "id"])
@Index("shipping_label_by_method_and_created_at", ["tenantId", "shippingMethodId", "createdAt", "id"])
@Index("shipping_label_by_method_and_ship_day", ["tenantId", "shippingMethodId", "shipDay", "id"])
@Index("shipping_label_by_service_and_created_at", ["tenantId", "serviceCode", "createdAt", "id"])
@Index("shipping_label_by_service_and_ship_day", ["tenantId", "serviceCode", "shipDay", "id"])
@Index("shipping_label_by_country_and_created_at", ["tenantId", "destinationCountryCode", "createdAt", "id"])
@Index("shipping_label_by_country_and_ship_day", ["tenantId", "destinationCountryCode", "shipDay", "id"])
@Index("shipping_label_by_ship_day", ["tenantId", "shipDay", "id"])
@Index("shipping_label_by_number", ["tenantId", "shipmentNumber", "id"])
@Index("shipping_label_of_shipment", ["tenantId", "shipmentId"])
@Index("shipping_label_voided", ["tenantId", "createdAt", "id"], { where: "not is_in_force" })
@Index("shipping_label_voided_by_ship_day", ["tenantId", "shipDay", "id"], { where: "not is_in_force" })
@Index("shipping_label_copies", ["tenantId", "createdAt", "id"], { where: "is_recovered" })
@Index("shipping_label_print_queue", ["tenantId", "createdAt", "id"], {
  where: "printed_at is null and is_in_force and not is_recovered",
})
@Directive('@key(fields: "id")')
@Directive(staffOnly)
@ObjectType({ description: "A package's printable label." })
export class ShippingLabel extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `lab_`." })
  override id!: string;

  @Column({ type: "text" })
  purchasedPackageId!: string;

  @BelongsTo("PurchasedPackage", "purchased_package_id")
  purchasedPackage?: Relation<PurchasedPackage>;

  /** The shipment, and with what it was bought when the label was: for lists. */
  @SortTextColumn()
  shipmentId!: string;

  @SortTextColumn()
  shipmentNumber!: string;

  @SortTextColumn()
  accountId!: string;

  @SortTextColumn({ nullable: true })
  shippingMethodId!: string | null;

  @SortTextColumn()
  serviceCode!: string;

  @SortTextColumn({ nullable: true })
  destinationCountryCode!: string | null;

  @SortDayColumn()
  shipDay!: string;

  @Column({ type: "text" })
  @Field(() => LabelFileFormat, { description: "File format of the label." })
  format!: LabelFileFormat;

  @Column({ type: "text" })
  contentType!: string;

  @Column({ type: "double precision", nullable: true })
  @Field(() => Float, { nullable: true, description: "Printed width in inches; null: not known." })
  widthInches!: number | null;

  @Column({ type: "double precision", nullable: true })
  @Field(() => Float, { nullable: true, description: "Printed height in inches; null: not known." })
  heightInches!: number | null;

  @Column({ type: "integer", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: "Printer resolution the label is made for, in dots per inch; null: any.",
  })
  dpi!: number | null;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description: "Whether the file was rendered here from the carrier's image; the original is kept too.",
  })
  isDerived!: boolean;

  @Column({ type: "boolean", default: true })
  @Field(() => Boolean, {
    description:
      "Whether the file can be put on a box as it is. False: what the carrier sent is no label, or none of a known size; the purchase's carrierMessages say so. The carrier is asked for it again for some days, and recoverLabel asks at once.",
  })
  isPrintable!: boolean;

  /** Of the carrier's image; null: it is none that a browser shows. */
  @Column({ type: "text", nullable: true })
  previewContentType!: string | null;

  @Column({ type: "boolean", default: false })
  @Field(() => Boolean, {
    description: "Whether it is a copy fetched from the carrier after the purchase: see recoverLabel.",
  })
  isRecovered!: boolean;

  @Column({ type: "boolean", default: false })
  @Field(() => Boolean, {
    description: "Whether the file holds the labels of all packages of the shipment that were in force.",
  })
  isForAllPackages!: boolean;

  /** Written by the database with the void states of the packages whose labels the bytes hold. */
  @Column({ type: "boolean", default: true })
  @Field(() => Boolean, {
    description:
      "Whether it may go on a box: false once it is voided, and while the carrier is being asked to void it.",
  })
  isInForce!: boolean;

  @Column({ type: "text" })
  @Field(() => String, { description: "SHA-256 checksum of the file, in hexadecimal." })
  sha256!: string;

  @Column({ type: "integer" })
  byteLength!: number;

  /** When the bytes of a label that was voided long ago were removed. */
  @InstantColumn({ nullable: true })
  fileRemovedAt!: string | null;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the label, or a recovered copy of it, was marked as printed; null: not printed yet.",
  })
  printedAt!: string | null;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When its files were erased with the shipment's personal data; null: not erased.",
  })
  erasedAt!: string | null;

  @InstantColumn({ default: () => "now()" })
  createdAt!: string;
}
