import { Field, ID, InputType } from "type-graphql";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import { DateScalar } from "../../entities/values/scalars.js";
import type { RatesInput } from "../../shipping/rate/rates-input.js";
import { ReturnServiceInput } from "../returns/return-inputs.js";
import { CustomsDeclarationInput } from "../shipment/customs-declaration-input.js";
import { pastShipDate } from "../shipment/draft-inputs.js";
import { PackageInput } from "../shipment/package-input.js";
import { ShipmentOptionsInput } from "../shipment/shipment-options.js";

@InputType({
  description:
    "What to rate: a draft, or the parts of a shipment. Rated with the given methods, else all services of the given account, else every UPS, FIXED and RULES method that is not archived; without any, all services of the default account in shippingSettings, else of the only active one.",
})
export class ShippingRatesInput implements RatesInput {
  @Field(() => ID, {
    nullable: true,
    description: "Id of a draft, or of a shipment whose labels are voided. Leave the parts below out then.",
  })
  shipmentId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Ids of the shipping methods to rate with, at most 100. Null or empty: see the input's description.",
  })
  shippingMethodIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of a carrier account. Without methods: rate all its services. With methods: they must all use it.",
  })
  carrierAccountId?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "Value of the order, which price rules look at: free from an amount on, or priced by it. Null: not known, then nothing is free.",
  })
  orderAmount?: MonetaryAmountInput | null;

  @Field(() => [String], {
    nullable: true,
    description: "Tags of the order, kept with the quotes: at most 20, of 50 characters each. Default: none.",
  })
  tags?: string[] | null;

  @Field(() => String, { nullable: true, description: "Sales channel of the order, kept with the quotes. Null: none." })
  channel?: string | null;

  @Field(() => PostalAddressInput, {
    nullable: true,
    description: "Ship-from address. Default: that of the ship-from place, else the account's.",
  })
  shipFrom?: PostalAddressInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of the ship-from place whose address is taken unless shipFrom is given; where no method is rated and no account named, its default account is. Default: the shipping method's place, else the one in shippingSettings, else none.",
  })
  shipFromPlaceId?: string | null;

  @Field(() => PostalAddressInput, {
    nullable: true,
    description: "Ship-to address; required without a shipment. For rates, country and postal code are enough.",
  })
  shipTo?: PostalAddressInput | null;

  @Field(() => [PackageInput], { nullable: true, description: "1 to 200 packages; required without a shipment." })
  packages?: PackageInput[] | null;

  @Field(() => CustomsDeclarationInput, {
    nullable: true,
    description: "Customs declaration, stored with the quotes. The value of the goods is taken from it.",
  })
  customsDeclaration?: CustomsDeclarationInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of an access point from carrierLocations, in the recipient's country: rated, and later bought, for delivery there. Null: delivery to the address.",
  })
  carrierLocationId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: `Ship date: the day the carrier gets the packages, at most 60 days ahead. ${pastShipDate} Default: today.`,
  })
  shipDate?: string | null;

  @Field(() => ShipmentOptionsInput, {
    nullable: true,
    description: "Extra services, and who pays freight and duties.",
  })
  options?: ShipmentOptionsInput | null;

  @Field(() => ReturnServiceInput, {
    nullable: true,
    description:
      "Rate a return with this return service: shipFrom is the customer, shipTo defaults to the account's address. Null: an outbound shipment.",
  })
  returnService?: ReturnServiceInput | null;
}
