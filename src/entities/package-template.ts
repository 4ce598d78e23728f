import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index } from "typeorm";
import { TenantRow } from "./tenant-row.js";
import { readersAndAdministrators } from "./values/access.js";
import { InstantColumn } from "./values/columns.js";
import { PackageDimensions, PackageWeight } from "./values/measures.js";
import { DateTimeScalar } from "./values/scalars.js";

@Entity("package_template")
@Check("package_template_name_is_given", "name <> ''")
@Index("package_template_in_use", ["tenantId", "id"], { where: "archived_at is null" })
@Index("package_template_newest", { synchronize: false })
@Directive('@key(fields: "id")')
@Directive(readersAndAdministrators)
@ObjectType({
  description: "A box or bag that the merchant packs goods into: its sizes, its own weight and what it may weigh.",
})
export class PackageTemplate extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `ptp_`." })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Display name of the template." })
  name!: string;

  @Column({ type: "jsonb" })
  @Field(() => PackageDimensions, {
    description: "Inner dimensions: what goods must fit into. Height is upwards, for goods that must stay upright.",
  })
  innerDimensions!: PackageDimensions;

  @Column({ type: "jsonb" })
  @Field(() => PackageDimensions, { description: "Outer dimensions: what the carrier is told of the package." })
  outerDimensions!: PackageDimensions;

  @Column({ type: "jsonb" })
  @Field(() => PackageWeight, { description: "Weight of the empty box with its padding; zero: not counted." })
  tareWeight!: PackageWeight;

  @Column({ type: "jsonb" })
  @Field(() => PackageWeight, { description: "The most the package may weigh, tare included." })
  maxWeight!: PackageWeight;

  /** Our code of the carrier's. */
  @Column({ type: "text" })
  packageTypeCode!: string;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When the template was created." })
  createdAt!: string;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the template was archived; null: in use. Nothing is packed into archived ones.",
  })
  archivedAt!: string | null;
}
