import { Field, InputType } from "type-graphql";
import { IntegrationLevel, InvoicingPolicy } from "../../entities/values/account-enums.js";
import type { LegacyImportInput } from "../../shipping/method/method-input.js";
import { nullIsAbsent } from "../cleared-fields.js";
import { MethodRulesFields } from "./method-settings-input.js";

@InputType({ description: `A method of UPS's older integration, with the settings it has there. ${nullIsAbsent}` })
export class ImportLegacyShippingMethodInput
  extends MethodRulesFields
  implements Omit<LegacyImportInput, "carrierCode">
{
  @Field(() => String, {
    description:
      "What the method is called where it comes from, at most 255 characters; a second import returns the first.",
  })
  externalReference!: string;

  @Field(() => String, { description: "Display name, at most 255 characters." })
  name!: string;

  @Field(() => IntegrationLevel, {
    nullable: true,
    description: "Whether the method could only get rates, or buy labels too. Default: RATE_AND_SHIP.",
  })
  integrationLevel?: IntegrationLevel | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the method was offered to buyers at checkout. Default: false.",
  })
  isPublished?: boolean | null;

  @Field(() => InvoicingPolicy, {
    nullable: true,
    description: "Whether the order was invoiced the estimated or the actual shipping cost. Default: ESTIMATED.",
  })
  invoicingPolicy?: InvoicingPolicy | null;
}
