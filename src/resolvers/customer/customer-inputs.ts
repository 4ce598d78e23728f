import { Field, ID, InputType } from "type-graphql";
import type { CustomerAccountInput } from "../../shipping/customer/customer-input.js";
import { nullRule } from "../cleared-fields.js";

@InputType({
  description: `A customer's account with a carrier, or changes to it. Without customerCarrierAccountId it is a new one, unless the customer has one with the number: then that is changed. ${nullRule("postalCode and name")}`,
})
export class SaveCustomerCarrierAccountInput implements CustomerAccountInput {
  @Field(() => ID, { nullable: true, description: "Id of the account to change. Null: see the input's description." })
  customerCarrierAccountId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The shop's id of the customer, at most 255 characters. Required for a new account, and stays. An id, not a name or an address.",
  })
  customerId?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the carrier, which stays. Default: UPS." })
  carrierCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Account number; letters in upper or lower case. Required for a new account. Returned masked only.",
  })
  accountNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Postal code that the account is registered with; required in US, PR and CA.",
  })
  postalCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Country of the account, ISO 3166-1 alpha-2. Required for a new account.",
  })
  countryCode?: string | null;

  @Field(() => String, { nullable: true, description: "Name of the account, for display, at most 255 characters." })
  name?: string | null;
}

@InputType({ description: "The customer's account to delete." })
export class DeleteCustomerCarrierAccountInput {
  @Field(() => ID, { description: "Id of the account." })
  customerCarrierAccountId!: string;
}
