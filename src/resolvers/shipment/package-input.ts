import { Field, InputType } from "type-graphql";
import { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { PackageDetailsInput } from "../../shipping/shipment/details-input.js";
import { PackedItemInput } from "./goods.js";

@InputType({ description: "One box." })
export class PackageInput implements PackageDetailsInput {
  @Field(() => PackageWeightInput, { description: "Weight with packaging; UPS takes at most 150 lb (70 kg)." })
  weight!: PackageWeightInput;

  @Field(() => PackageDimensionsInput, {
    nullable: true,
    description: "Outer size. Without it the carrier prices by weight alone and may correct the bill.",
  })
  dimensions?: PackageDimensionsInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Our package type code, for example UPS_CUSTOMER_PACKAGE. Default: the shipping method's, else your own packaging.",
  })
  packageType?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "Value declared to the carrier, which insures the package for it at a charge; in the currency of the origin, at most 50000 USD. Stands for the value of the goods where an item has no unitValue.",
  })
  declaredValue?: MonetaryAmountInput | null;

  @Field(() => String, { nullable: true, description: "Your text on this package, at most 35 characters." })
  reference?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether regulated goods are inside. Refused with OPTION_NOT_ALLOWED unless the account ships them (shipsRegulatedItems). The carrier's own papers and marks for them are not made here. Default: false.",
  })
  containsRegulatedItems?: boolean | null;

  @Field(() => [PackedItemInput], { nullable: true, description: "What is inside." })
  items?: PackedItemInput[] | null;
}
