import { Field, ID, InputType } from "type-graphql";
import { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import type {
  DeliveryOptionsInput as DeliveryOptionsValues,
  DeliveryPackageInput as DeliveryPackageValues,
} from "../../shipping/delivery/delivery-input.js";
import { PackableItemInput } from "../packing/packing-inputs.js";
import { PackedItemInput } from "../shipment/goods.js";

@InputType({ description: "One package, as it is already packed." })
export class DeliveryPackageInput implements DeliveryPackageValues {
  @Field(() => PackageWeightInput, { description: "Gross weight." })
  weight!: PackageWeightInput;

  @Field(() => PackageDimensionsInput, {
    nullable: true,
    description: "Outer dimensions. Without them the carrier prices by weight alone.",
  })
  dimensions?: PackageDimensionsInput | null;

  @Field(() => [PackedItemInput], { nullable: true, description: "Contents of the package, at most 250 items." })
  items?: PackedItemInput[] | null;
}

@InputType({
  description:
    "A cart and where it goes. Give either items, which are packed, or packages. Which shipping methods are priced is the merchant's choice.",
})
export class DeliveryOptionsInput implements DeliveryOptionsValues {
  @Field(() => PostalAddressInput, {
    description:
      "Where the goods go. Country and postal code are enough for a price. A label is bought for the address that was priced: ask again with the whole address before the order is placed.",
  })
  shipTo!: PostalAddressInput;

  @Field(() => [PackableItemInput], { nullable: true, description: "Goods to be packed, 1 to 250 items." })
  items?: PackableItemInput[] | null;

  @Field(() => [DeliveryPackageInput], { nullable: true, description: "Packages, 1 to 200." })
  packages?: DeliveryPackageInput[] | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description: "What the goods cost the buyer, which prices may depend on; null: not known.",
  })
  orderAmount?: MonetaryAmountInput | null;

  @Field(() => [String], {
    nullable: true,
    description: "Tags of the order or its goods, at most 20 of at most 50 characters.",
  })
  tags?: string[] | null;

  @Field(() => String, { nullable: true, description: "Sales channel, for example web; null: none." })
  channel?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Language of messages, as browsers write it, for example fr: English, German, French or Spanish; others get English.",
  })
  locale?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of an access point from carrierLocations, in the recipient's country: priced for delivery there. Null: to the address.",
  })
  carrierLocationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of the ship-from place. Default: that of each method, else the one in shippingSettings, else the account's address.",
  })
  shipFromPlaceId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of the account of the customer's own that the shop keeps. It pays with shipping methods that have Bill My Account, which are free for the buyer then; others are priced without it. It takes a token with the scope read: a shop's server names it, else NOT_ALLOWED.",
  })
  customerCarrierAccountId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the carrier looks the address up besides, where it can: see `address` in the answer. Prices do not wait for it longer than for each other. Default: false.",
  })
  validateAddress?: boolean | null;
}
