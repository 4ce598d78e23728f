import { Field, ID, InputType } from "type-graphql";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import { DateScalar } from "../../entities/values/scalars.js";
import type { DraftInput } from "../../shipping/shipment/draft-input.js";
import type { DuplicateShipmentInput as Duplicate } from "../../shipping/shipment/duplicate-shipment.js";
import type { UpdateShipmentInput as Update } from "../../shipping/shipment/update-shipment.js";
import { nullIsAbsent, nullRule } from "../cleared-fields.js";
import { CustomsDeclarationInput } from "./customs-declaration-input.js";
import { neededOnInvoice } from "./goods.js";
import { PackageInput } from "./package-input.js";
import { ShipmentOptionsInput } from "./shipment-options.js";

/** When a ship date has passed, in the words of descriptions. */
export const pastShipDate =
  "INVALID once the day is over in every time zone, at noon UTC of the day after; also for a saved draft when it is rated or bought.";

/** What all that make or change a shipment take alike. */
@InputType()
abstract class ShipmentPartsInput {
  @Field(() => ID, {
    nullable: true,
    description: "Id of a rate quote to take the addresses, packages, service and account from.",
  })
  rateQuoteId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the shipping method, which sets the account, service, units and label format.",
  })
  shippingMethodId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of the carrier account. If none is chosen: the quote's or the method's, else the one in shippingSettings, else the only active one.",
  })
  carrierAccountId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Service code, for example UPS_GROUND. If none is chosen: the quote's or the method's; can also be chosen when buying.",
  })
  service?: string | null;

  @Field(() => PostalAddressInput, {
    nullable: true,
    description:
      "Ship-from address. A new shipment without one has the address of its ship-from place, else the account's.",
  })
  shipFrom?: PostalAddressInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of the ship-from place whose address is taken unless shipFrom is given, and whose defaults hold where neither method nor account is named; of a return it is where it comes back to. A new shipment without one: as quoted, else the shipping method's place, else the one in shippingSettings, else none. A later change of the place changes no shipment.",
  })
  shipFromPlaceId?: string | null;

  @Field(() => PostalAddressInput, {
    nullable: true,
    description: "Ship-to address. A new shipment needs it, unless a quote has it.",
  })
  shipTo?: PostalAddressInput | null;

  @Field(() => [PackageInput], {
    nullable: true,
    description: "1 to 200 packages. A new shipment needs them, unless a quote has them.",
  })
  packages?: PackageInput[] | null;

  @Field(() => ShipmentOptionsInput, {
    nullable: true,
    description: "Extra services, and who pays freight and duties.",
  })
  options?: ShipmentOptionsInput | null;

  @Field(() => CustomsDeclarationInput, {
    nullable: true,
    description: `Customs declaration. Without it the carrier produces an invoice only if every packed item has its value, ${neededOnInvoice}.`,
  })
  customsDeclaration?: CustomsDeclarationInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: `Ship date: the day the carrier gets the packages, at most 7 days ahead, counted from the day in UTC; up to 60 while no service is chosen. ${pastShipDate} Without one: the day the labels are bought.`,
  })
  shipDate?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of an access point from carrierLocations, in the recipient's country: the recipient picks the package up there, and UPS notifies the recipient's e-mail address, which is required then. UPS identifies it by its access point id; its name and street are sent too, shortened to UPS's 35 characters. Without one: delivery to the address, or as the quote has it.",
  })
  carrierLocationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the order in the order service that the shipment belongs to.",
  })
  orderId?: string | null;

  @Field(() => String, { nullable: true, description: "Your reference, printed on the label; at most 35 characters." })
  reference?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Your tags for finding the shipment, for example fragile: at most 20 tags of at most 50 characters, none twice. Upper and lower case differ. An empty list removes them.",
  })
  tags?: string[] | null;
}

/** A shipment that is not there yet. */
@InputType()
abstract class NewShipmentInput extends ShipmentPartsInput implements DraftInput {
  @Field(() => String, {
    nullable: true,
    description: "Your unique key for the shipment: a second shipment with the same value is refused with CONFLICT.",
  })
  clientReference?: string | null;
}

@InputType({ description: `A new shipment, saved as a draft. ${nullIsAbsent}` })
export class CreateShipmentInput extends NewShipmentInput {}

@InputType({ description: `A new shipment, given inline: created and bought in one call. ${nullIsAbsent}` })
export class ShipmentInput extends NewShipmentInput {}

const clearable =
  "rateQuoteId, shippingMethodId, service, customsDeclaration, shipDate, carrierLocationId, orderId (the shipment leaves the order) and reference, and of `options` the payer's account, collectOnDelivery, dutiesPayer and dutiesPayerAccount";

@InputType({
  description: `Changes to a draft: fields that are given replace the stored ones, packages all together. ${nullRule(clearable)}`,
})
export class UpdateShipmentInput extends ShipmentPartsInput implements Update {
  @Field(() => ID, { description: "Id of the draft, prefix `shp_`." })
  shipmentId!: string;
}

@InputType({
  description: `The shipment to copy, in whatever status, and the changes to the copy: fields that are given replace the copied ones, packages all together. ${nullRule(clearable)}`,
})
export class DuplicateShipmentInput extends NewShipmentInput implements Duplicate {
  @Field(() => ID, { description: "Id of the shipment to copy, prefix `shp_`." })
  shipmentId!: string;
}

@InputType({ description: "The draft to delete." })
export class DeleteShipmentInput {
  @Field(() => ID, { description: "Id of the draft, prefix `shp_`." })
  shipmentId!: string;
}
