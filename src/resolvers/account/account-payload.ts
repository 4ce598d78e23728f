import { Field, ObjectType } from "type-graphql";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Result } from "../../shipping/result.js";

/** What all of them answer today. Each mutation has a payload of its own, so that one can grow without the others. */
@ObjectType()
abstract class AccountPayload {
  @Field(() => CarrierAccount, { nullable: true, description: "The account as it is now; null: see userErrors." })
  carrierAccount!: CarrierAccount | null;

  @Field(() => [ShippingUserError], { description: "What stands in the way; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The account that was entered, a DRAFT, or why it was not entered." })
export class CreateCarrierAccountPayload extends AccountPayload {}

@ObjectType({ description: "The changed account, or why nothing was changed." })
export class UpdateCarrierAccountPayload extends AccountPayload {}

@ObjectType({ description: "The account with its new credentials, or why the old ones stay in use." })
export class RotateCarrierCredentialsPayload extends AccountPayload {}

@ObjectType({ description: "The account with what the check of its products found, or why it was not checked." })
export class ValidateCarrierAccountPayload extends AccountPayload {}

@ObjectType({ description: "The account with its setup guide, or why the confirmation was not kept." })
export class ConfirmSetupStepPayload extends AccountPayload {}

@ObjectType({ description: "The account that may now buy labels, or what is still missing." })
export class ActivateCarrierAccountPayload extends AccountPayload {}

@ObjectType({ description: "The account that is out of use, or why it is not." })
export class ArchiveCarrierAccountPayload extends AccountPayload {}

export async function accountPayload(result: Promise<Result<CarrierAccount>>): Promise<AccountPayload> {
  const { value, userErrors } = await result;
  return { carrierAccount: value, userErrors };
}
