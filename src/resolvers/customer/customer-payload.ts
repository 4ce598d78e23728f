import { Field, ID, ObjectType } from "type-graphql";
import { CustomerCarrierAccount } from "../../entities/customer-carrier-account.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { clearedFieldsText } from "../cleared-fields.js";

@ObjectType({ description: "The saved account of a customer, or the errors that prevented it." })
export class SaveCustomerCarrierAccountPayload {
  @Field(() => CustomerCarrierAccount, {
    nullable: true,
    description: "The account as it is now; null: see userErrors.",
  })
  customerCarrierAccount!: CustomerCarrierAccount | null;

  @Field(() => [String], { description: clearedFieldsText })
  clearedFields!: string[];

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The deleted account's id, or why it was not deleted." })
export class DeleteCustomerCarrierAccountPayload {
  @Field(() => ID, { nullable: true, description: "Id of the account that is gone; null: see userErrors." })
  deletedCustomerCarrierAccountId!: string | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input; empty on success." })
  userErrors!: ShippingUserError[];
}
