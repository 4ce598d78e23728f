import { Field, ObjectType } from "type-graphql";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Change } from "../../shipping/null-rule.js";
import type { Result } from "../../shipping/result.js";
import { clearedFieldsText } from "../cleared-fields.js";

/** What all of them answer today. Each mutation has a payload of its own, so that one can grow without the others. */
@ObjectType()
abstract class AccountPayload {
  @Field(() => CarrierAccount, { nullable: true, description: "The account as it is now; null: see userErrors." })
  carrierAccount!: CarrierAccount | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The new account, as DRAFT, or the errors that prevented it." })
export class CreateCarrierAccountPayload extends AccountPayload {}

@ObjectType({ description: "The updated account, or the errors that prevented the change." })
export class UpdateCarrierAccountPayload extends AccountPayload {
  @Field(() => [String], { description: clearedFieldsText })
  clearedFields!: string[];
}

@ObjectType({ description: "The account with its new credentials, or why the old ones are still in use." })
export class RotateCarrierCredentialsPayload extends AccountPayload {}

@ObjectType({ description: "The account with the results of the product checks, or why it was not checked." })
export class ValidateCarrierAccountPayload extends AccountPayload {}

@ObjectType({ description: "The account with its setup guide, or why the confirmation was not recorded." })
export class ConfirmSetupStepPayload extends AccountPayload {}

@ObjectType({ description: "The active account, or what is missing to activate it." })
export class ActivateCarrierAccountPayload extends AccountPayload {}

@ObjectType({ description: "The archived account, or why it was not archived." })
export class ArchiveCarrierAccountPayload extends AccountPayload {}

export async function updateAccountPayload(
  result: Promise<Result<Change<CarrierAccount>>>,
): Promise<UpdateCarrierAccountPayload> {
  const { value, userErrors } = await result;
  return { carrierAccount: value?.row ?? null, clearedFields: value?.clearedFields ?? [], userErrors };
}

export async function accountPayload(result: Promise<Result<CarrierAccount>>): Promise<AccountPayload> {
  const { value, userErrors } = await result;
  return { carrierAccount: value, userErrors };
}
