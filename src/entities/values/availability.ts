import { Directive, Field, Float, ObjectType } from "type-graphql";
import { staffOnly } from "./access.js";
import { PackageDimensionUnit } from "./enums.js";
import { PackageWeight } from "./measures.js";
import type {
  StoredAvailability,
  StoredPostalRange,
  StoredRuleDestination,
  StoredVolume,
} from "./stored-method-rules.js";

@ObjectType({ description: "Postal codes from one to another, both included." })
export class PostalRange implements StoredPostalRange {
  @Field(() => String, { description: "First postal code of the range." })
  from!: string;

  @Field(() => String, { description: "Last postal code of the range, written in the same form as the first." })
  to!: string;
}

@ObjectType({ description: "A volume and its unit, as entered." })
export class PackageVolume implements StoredVolume {
  @Field(() => Float, { description: "Volume, in the cube of `unit`." })
  value!: number;

  @Field(() => PackageDimensionUnit, {
    description: "Unit whose cube the value counts: cubic inches or cubic centimetres.",
  })
  unit!: PackageDimensionUnit;
}

/** Where to, of a price rule and of a method alike. */
@ObjectType()
export abstract class DestinationFields implements StoredRuleDestination {
  @Field(() => [String], { description: "Countries, ISO 3166-1 alpha-2; empty: any country." })
  countries!: string[];

  @Field(() => [String], { description: "Regions, ISO 3166-2 with the country's code; empty: any region." })
  regions!: string[];

  @Field(() => [String], { description: "Beginnings of postal codes; empty: any, as far as no range is given." })
  postalPrefixes!: string[];

  @Field(() => [PostalRange], {
    description: "Ranges of postal codes; empty: any, as far as no beginning is given.",
  })
  postalRanges!: PostalRange[];
}

@Directive(staffOnly)
@ObjectType({
  description: "Orders that a shipping method is offered for; all conditions must hold, and an empty list is none.",
})
export class ShippingMethodAvailability extends DestinationFields implements StoredAvailability {
  @Field(() => PackageWeight, {
    nullable: true,
    description: "Maximum weight of all packages together; null: no maximum.",
  })
  maxWeight!: PackageWeight | null;

  @Field(() => PackageVolume, {
    nullable: true,
    description: "Maximum volume of all packages together; null: no maximum.",
  })
  maxVolume!: PackageVolume | null;

  @Field(() => [String], { description: "Tags that the order must have, all of them." })
  requiredTags!: string[];

  @Field(() => [String], { description: "Tags of which the order must have none." })
  excludedTags!: string[];

  @Field(() => [String], { description: "Sales channels that the method is offered in; empty: all channels." })
  channels!: string[];
}
