import { Field, Float, InputType } from "type-graphql";
import { PackageDimensionUnit, PackageWeightUnit } from "../../entities/values/enums.js";
import type { PackageWeight } from "../../entities/values/measures.js";
import type { StoredVolume } from "../../entities/values/stored-method-rules.js";
import { type AvailabilityInput, longestWord } from "../../shipping/method/availability.js";
import { mostEntries } from "../../shipping/method/check-list.js";
import { nullRule } from "../cleared-fields.js";
import { destinationInputText, PostalRangeInput } from "./destination-input.js";

@InputType({ description: "A maximum weight and its unit." })
export class MaximumWeightInput implements PackageWeight {
  @Field(() => Float, { description: "Weight, in `unit`; greater than zero." })
  value!: number;

  @Field(() => PackageWeightUnit, { description: "Unit of `value`." })
  unit!: PackageWeightUnit;
}

@InputType({ description: "A maximum volume and its unit." })
export class MaximumVolumeInput implements StoredVolume {
  @Field(() => Float, { description: "Volume, in the cube of `unit`; greater than zero." })
  value!: number;

  @Field(() => PackageDimensionUnit, {
    description: "Unit whose cube the value counts: cubic inches or cubic centimetres.",
  })
  unit!: PackageDimensionUnit;
}

const words = `At most ${mostEntries}, each of at most ${longestWord} characters.`;

@InputType({
  description: `Orders that a shipping method is offered for; all conditions must hold. In changes: ${nullRule("any field")} A new method takes null for absent.`,
})
export class ShippingMethodAvailabilityInput implements AvailabilityInput {
  @Field(() => [String], { nullable: true, description: destinationInputText.countries })
  countries?: string[] | null;

  @Field(() => [String], { nullable: true, description: destinationInputText.regions })
  regions?: string[] | null;

  @Field(() => [String], { nullable: true, description: destinationInputText.postalPrefixes })
  postalPrefixes?: string[] | null;

  @Field(() => [PostalRangeInput], { nullable: true, description: destinationInputText.postalRanges })
  postalRanges?: PostalRangeInput[] | null;

  @Field(() => MaximumWeightInput, {
    nullable: true,
    description: "Maximum weight of all packages together. Default: no maximum.",
  })
  maxWeight?: MaximumWeightInput | null;

  @Field(() => MaximumVolumeInput, {
    nullable: true,
    description: "Maximum volume of all packages together. Default: no maximum.",
  })
  maxVolume?: MaximumVolumeInput | null;

  @Field(() => [String], {
    nullable: true,
    description: `Tags that the order must have, all of them. ${words} Default: none.`,
  })
  requiredTags?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Tags of which the order must have none. ${words} Default: none.`,
  })
  excludedTags?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Sales channels that the method is offered in. ${words} Default: all channels.`,
  })
  channels?: string[] | null;
}
