import { Field, InputType, ObjectType } from "type-graphql";
import { CustomsRole, CustomsTaxNumberKind } from "../../entities/values/customs-enums.js";
import type { StoredTaxNumber } from "../../entities/values/stored-shipment-details.js";
import type { TaxNumberInput } from "../../shipping/shipment/details-input.js";

@ObjectType({ description: "A tax number that customs are told." })
export class CustomsTaxNumber implements StoredTaxNumber {
  @Field(() => CustomsRole, { description: "The party whose number it is." })
  role!: CustomsRole;

  @Field(() => CustomsTaxNumberKind, { description: "What the number is." })
  kind!: CustomsTaxNumberKind;

  @Field(() => String, { description: "The number; of PERSONAL_TAX_ID only its end." })
  number!: string;

  @Field(() => String, {
    nullable: true,
    description: "Issuing country, ISO 3166-1 alpha-2; null: not given.",
  })
  countryCode!: string | null;
}

@InputType({ description: "A tax number that customs are told: its form is checked, not whether it is in force." })
export class CustomsTaxNumberInput implements TaxNumberInput {
  @Field(() => CustomsRole, { description: "The party whose number it is." })
  role!: CustomsRole;

  @Field(() => CustomsTaxNumberKind, {
    description:
      "What the number is. Of the seller's registrations of collected tax UPS takes one, where it holds: else OPTION_NOT_ALLOWED.",
  })
  kind!: CustomsTaxNumberKind;

  @Field(() => String, { description: "The number, at most 35 characters; spaces, dots and dashes do not matter." })
  number!: string;

  @Field(() => String, {
    nullable: true,
    description: "Issuing country, ISO 3166-1 alpha-2. Default: the country code that the number starts with.",
  })
  countryCode?: string | null;
}
