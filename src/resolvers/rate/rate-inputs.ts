import { Field, ID, InputType } from "type-graphql";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import { DateScalar } from "../../entities/values/scalars.js";
import type { RatesInput } from "../../shipping/rate/rates-input.js";
import { ReturnServiceInput } from "../returns/return-inputs.js";
import { CustomsDeclarationInput } from "../shipment/customs-declaration.js";
import { PackageInput } from "../shipment/package-input.js";
import { ShipmentOptionsInput } from "../shipment/shipment-options.js";

@InputType({
  description:
    "What to price: a draft as it stands, or the parts of a shipment. And with what: the methods named, else all services of the account named, else every UPS method that is not archived; without any, all services of the only account there is.",
})
export class ShippingRatesInput implements RatesInput {
  @Field(() => ID, {
    nullable: true,
    description: "A draft, or a shipment whose labels are voided. The parts below are not given then.",
  })
  shipmentId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Shipping methods to price with, at most 100. Null or empty: see the input's description.",
  })
  shippingMethodIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: "Without methods: price all services of this account. With methods: they must all use it.",
  })
  carrierAccountId?: string | null;

  @Field(() => PostalAddressInput, { nullable: true, description: "Where it starts. Default: the account's address." })
  shipFrom?: PostalAddressInput | null;

  @Field(() => PostalAddressInput, {
    nullable: true,
    description: "Where it goes; needed without a shipment. For a price, country and postal code are enough.",
  })
  shipTo?: PostalAddressInput | null;

  @Field(() => [PackageInput], { nullable: true, description: "1 to 200 boxes; needed without a shipment." })
  packages?: PackageInput[] | null;

  @Field(() => CustomsDeclarationInput, {
    nullable: true,
    description: "What customs are told; kept with the offers. The value of the goods is taken from it.",
  })
  customsDeclaration?: CustomsDeclarationInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "An access point that carrierLocations found, in the recipient's country: priced and later bought for delivery there. Null: to the door.",
  })
  carrierLocationId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day it leaves. Default: today." })
  shipDate?: string | null;

  @Field(() => ShipmentOptionsInput, { nullable: true, description: "Extra services and who pays." })
  options?: ShipmentOptionsInput | null;

  @Field(() => ReturnServiceInput, {
    nullable: true,
    description:
      "Price goods that come back this way: shipFrom is the one who returns, shipTo the account's address by default. Null: they go out.",
  })
  returnService?: ReturnServiceInput | null;
}
