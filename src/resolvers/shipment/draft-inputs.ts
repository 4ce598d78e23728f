import { Field, ID, InputType } from "type-graphql";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import { DateScalar } from "../../entities/values/scalars.js";
import type { DraftInput } from "../../shipping/shipment/draft-input.js";
import type { UpdateShipmentInput as Update } from "../../shipping/shipment/update-shipment.js";
import { CustomsDeclarationInput } from "./customs-declaration.js";
import { neededOnInvoice } from "./goods.js";
import { PackageInput } from "./package-input.js";
import { ShipmentOptionsInput } from "./shipment-options.js";

/** What createShipment and updateShipment take alike. */
@InputType()
abstract class ShipmentPartsInput {
  @Field(() => ID, {
    nullable: true,
    description: "Take the addresses, packages, service and account from this offer.",
  })
  rateQuoteId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The shipping method; brings its account, service, units and label format.",
  })
  shippingMethodId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The carrier account. Default: the quote's or the method's, else the only active one.",
  })
  carrierAccountId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Our service code, for example UPS_GROUND. Default: the quote's or the method's; can be chosen when buying.",
  })
  service?: string | null;

  @Field(() => PostalAddressInput, { nullable: true, description: "Where it starts. Default: the account's address." })
  shipFrom?: PostalAddressInput | null;

  @Field(() => PostalAddressInput, { nullable: true, description: "Where it goes. Needed unless a quote has it." })
  shipTo?: PostalAddressInput | null;

  @Field(() => [PackageInput], { nullable: true, description: "1 to 200 boxes. Needed unless a quote has them." })
  packages?: PackageInput[] | null;

  @Field(() => ShipmentOptionsInput, { nullable: true, description: "Extra services and who pays." })
  options?: ShipmentOptionsInput | null;

  @Field(() => CustomsDeclarationInput, {
    nullable: true,
    description: `What customs are told. In an update null takes it back. Without it the carrier makes an invoice only where every packed item has its value, ${neededOnInvoice}.`,
  })
  customsDeclaration?: CustomsDeclarationInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day it is handed over, at most 7 days ahead. Default: the day it is bought.",
  })
  shipDate?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "An access point that carrierLocations found: the recipient fetches the package there and UPS writes to the recipient's e-mail address, which is needed then. In the recipient's country. Its id tells UPS which place it is; name and street are sent beside it in UPS's 35 characters, so a long one is cut there. Null: to the door, which is the default; absent in updateShipment, or with a quote: as it was.",
  })
  carrierLocationId?: string | null;

  @Field(() => ID, { nullable: true, description: "The order it belongs to, in the order service's own key." })
  orderId?: string | null;

  @Field(() => String, { nullable: true, description: "Your text, printed on the label; at most 35 characters." })
  reference?: string | null;
}

@InputType({ description: "A new shipment." })
export class CreateShipmentInput extends ShipmentPartsInput implements DraftInput {
  @Field(() => String, {
    nullable: true,
    description: "Your own key: a second shipment with the same value is refused with CONFLICT.",
  })
  clientReference?: string | null;
}

@InputType({ description: "Changes to a draft: parts that are given replace what is stored, packages all together." })
export class UpdateShipmentInput extends ShipmentPartsInput implements Update {
  @Field(() => ID, { description: "The draft." })
  shipmentId!: string;
}

@InputType({ description: "Which draft is to be deleted." })
export class DeleteShipmentInput {
  @Field(() => ID, { description: "The draft." })
  shipmentId!: string;
}
