import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, type Relation, Unique } from "typeorm";
import type { ShipmentPackage } from "./shipment-package.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { buyersAndStaff } from "./values/access.js";
import { AmountColumn } from "./values/columns.js";
import { PackageWeight } from "./values/measures.js";
import { MonetaryAmount, monetaryAmount } from "./values/monetary-amount.js";
import type { StoredItem } from "./values/stored-shipment-details.js";

@Entity()
@Unique("packed_item_sequence_unique", ["tenantId", "packageId", "sequence"])
@Check("packed_item_quantity_is_positive", "quantity > 0")
@Directive(buyersAndStaff)
@ObjectType({ description: "Goods inside a package." })
export class PackedItem extends TenantRow implements StoredItem {
  @Column({ type: "text" })
  packageId!: string;

  @BelongsTo("ShipmentPackage", "package_id")
  package?: Relation<ShipmentPackage>;

  @Column({ type: "integer" })
  sequence!: number;

  @Column({ type: "text", nullable: true })
  @Field(() => ID, { nullable: true, description: "Product id in the catalog service; null: not given." })
  productId!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "SKU (stock keeping unit); null: not given." })
  sku!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "Description of the goods, as on customs documents." })
  description!: string;

  @Column({ type: "integer" })
  @Field(() => Int, { description: "Number of units in the package." })
  quantity!: number;

  @AmountColumn({ nullable: true })
  unitValueAmount!: string | null;

  @Column({ type: "text", nullable: true })
  unitValueCurrency!: string | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Value per unit; null: not given." })
  get unitValue(): MonetaryAmount | null {
    return monetaryAmount(this.unitValueAmount, this.unitValueCurrency);
  }

  @Column({ type: "jsonb", nullable: true })
  @Field(() => PackageWeight, { nullable: true, description: "Weight per unit; null: not given." })
  weight!: PackageWeight | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "HS code (Harmonised System); null: not given." })
  hsCode!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Country of origin, ISO 3166-1 alpha-2; null: not given." })
  originCountryCode!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Manufacturer's own number of the product; null: not given." })
  manufacturerProductId!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "GTIN of the product, the number of its barcode; null: not given.",
  })
  gtin!: string | null;
}
