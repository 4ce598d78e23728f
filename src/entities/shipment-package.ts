import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, type Relation, Unique } from "typeorm";
import type { Shipment } from "./shipment.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { buyersAndStaff, staffOnly } from "./values/access.js";
import { AmountColumn } from "./values/columns.js";
import { DangerousGoods } from "./values/dangerous-goods.js";
import type { PackageWeightUnit } from "./values/enums.js";
import { PackageDimensions, PackageWeight } from "./values/measures.js";
import { MonetaryAmount, monetaryAmount } from "./values/monetary-amount.js";

@Entity()
@Unique("shipment_package_sequence_unique", ["tenantId", "shipmentId", "sequence"])
@Check("shipment_package_weight_is_positive", "weight_value > 0")
@Directive('@key(fields: "id")')
@Directive(buyersAndStaff)
@ObjectType({ description: "A package of a shipment." })
export class ShipmentPackage extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `pkg_`." })
  override id!: string;

  @Column({ type: "text" })
  shipmentId!: string;

  @BelongsTo("Shipment", "shipment_id")
  shipment?: Relation<Shipment>;

  @Column({ type: "integer" })
  @Field(() => Int, { description: "Position in the shipment, from 1." })
  sequence!: number;

  @Column({ type: "double precision" })
  weightValue!: number;

  @Column({ type: "text" })
  weightUnit!: PackageWeightUnit;

  @Directive(staffOnly)
  @Field(() => PackageWeight, { nullable: true, description: "Weight as entered; null: this token may not read it." })
  get weight(): PackageWeight {
    return { value: this.weightValue, unit: this.weightUnit };
  }

  @Column({ type: "jsonb", nullable: true })
  @Directive(staffOnly)
  @Field(() => PackageDimensions, { nullable: true, description: "Outer dimensions as entered; null: not given." })
  dimensions!: PackageDimensions | null;

  @Column({ type: "text" })
  packageTypeCode!: string;

  @AmountColumn({ nullable: true })
  declaredAmount!: string | null;

  @Column({ type: "text", nullable: true })
  declaredCurrency!: string | null;

  @Directive(staffOnly)
  @Field(() => MonetaryAmount, { nullable: true, description: "Value declared to the carrier; null: none." })
  get declaredValue(): MonetaryAmount | null {
    return monetaryAmount(this.declaredAmount, this.declaredCurrency);
  }

  @Column({ type: "boolean", default: false })
  @Directive(staffOnly)
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the package contains regulated items, as declared by the merchant; null: this token may not read it.",
  })
  containsRegulatedItems!: boolean;

  @Column({ type: "jsonb", nullable: true })
  @Directive(staffOnly)
  @Field(() => DangerousGoods, {
    nullable: true,
    description: "Dangerous goods as declared to the carrier; null: none, or this token may not read them.",
  })
  dangerousGoods!: DangerousGoods | null;

  @Column({ type: "text", nullable: true })
  @Directive(staffOnly)
  @Field(() => String, { nullable: true, description: "The merchant's reference for this package; null: none." })
  reference!: string | null;
}
