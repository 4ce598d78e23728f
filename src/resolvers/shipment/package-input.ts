import { Field, ID, InputType } from "type-graphql";
import { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { PackageDetailsInput } from "../../shipping/shipment/details-input.js";
import { DangerousGoodsInput } from "./dangerous-goods-input.js";
import { PackedItemInput } from "./goods.js";

@InputType({ description: "One package of a shipment." })
export class PackageInput implements PackageDetailsInput {
  @Field(() => PackageWeightInput, { description: "Gross weight; UPS accepts at most 150 lb (70 kg)." })
  weight!: PackageWeightInput;

  @Field(() => PackageDimensionsInput, {
    nullable: true,
    description:
      "Outer dimensions. Default: the package template's. Without them the carrier rates by weight alone and may correct the invoice later.",
  })
  dimensions?: PackageDimensionsInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Package type code, for example UPS_CUSTOMER_PACKAGE. Default: the package template's, else the shipping method's, else your own packaging.",
  })
  packageType?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Package template it is packed into: gives dimensions and packageType where they are absent. `weight` stays the gross weight: no tare is added. NOT_FOUND, or NOT_ALLOWED for an archived one.",
  })
  packageTemplateId?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "Value declared to the carrier, which covers the package up to it for a charge; in the currency of the origin, at most 50000 USD. Used as the value of the goods if an item has no unitValue.",
  })
  declaredValue?: MonetaryAmountInput | null;

  @Field(() => String, { nullable: true, description: "Your reference for this package, at most 35 characters." })
  reference?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the package contains regulated items. OPTION_NOT_ALLOWED unless the account ships them (shipsRegulatedItems), REQUIRED unless they are declared in dangerousGoods: they are never shipped as ordinary goods. Default: whether dangerousGoods is given.",
  })
  containsRegulatedItems?: boolean | null;

  @Field(() => DangerousGoodsInput, {
    nullable: true,
    description:
      "Dangerous goods in the package, declared to the carrier. OPTION_NOT_ALLOWED unless the account ships them.",
  })
  dangerousGoods?: DangerousGoodsInput | null;

  @Field(() => [PackedItemInput], { nullable: true, description: "Contents of the package, at most 250 items." })
  items?: PackedItemInput[] | null;
}
