import { Field, ObjectType } from "type-graphql";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Result } from "../../shipping/result.js";

@ObjectType({ description: "A carrier account, or why not." })
export class CarrierAccountPayload {
  @Field(() => CarrierAccount, { nullable: true, description: "The account as it is now; null: see userErrors." })
  carrierAccount!: CarrierAccount | null;

  @Field(() => [ShippingUserError], { description: "What stands in the way; empty on success." })
  userErrors!: ShippingUserError[];
}

export async function accountPayload(result: Promise<Result<CarrierAccount>>): Promise<CarrierAccountPayload> {
  const { value, userErrors } = await result;
  return { carrierAccount: value, userErrors };
}
