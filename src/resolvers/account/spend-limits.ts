import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { labelUnit } from "../../entities/spend-limit.js";
import { administrators, staffOnly } from "../../entities/values/access.js";
import { SpendPeriod } from "../../entities/values/account-enums.js";
import { MonetaryAmount, MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { listSpendLimits } from "../../shipping/spend/list-spend-limits.js";
import {
  type SetSpendLimitsInput as SetSpendLimits,
  type SpendLimitInput as SpendLimitOf,
  setSpendLimits,
} from "../../shipping/spend/set-spend-limits.js";
import type { AppliedLimit } from "../../shipping/spend/spend-limits.js";

@ObjectType("SpendLimit", {
  description: "Labels, or an amount, that may be bought in a period. One of the two is set.",
})
class SpendLimitOfPeriod {
  @Field(() => SpendPeriod, { description: "The period." })
  period!: SpendPeriod;

  @Field(() => Int, { nullable: true, description: "Most labels, one for each package; null: it limits an amount." })
  maxLabels!: number | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Most that the carrier charges in this currency; null: it limits labels.",
  })
  maxAmount!: MonetaryAmount | null;
}

@ObjectType({ description: "The limits in force, or why they were not set." })
class SetSpendLimitsPayload {
  @Field(() => [SpendLimitOfPeriod], { nullable: true, description: "What is in force now; null: see userErrors." })
  spendLimits!: SpendLimitOfPeriod[] | null;

  @Field(() => [ShippingUserError], { description: "What stands in the way; empty on success." })
  userErrors!: ShippingUserError[];
}

@InputType({ description: "Labels, or an amount, that may be bought in a period: give one of the two." })
class SpendLimitInput implements SpendLimitOf {
  @Field(() => SpendPeriod, { description: "The period." })
  period!: SpendPeriod;

  @Field(() => Int, { nullable: true, description: "Most labels, one for each package. 0: nothing may be bought." })
  maxLabels?: number | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description: "Most that the carrier charges. What is charged in another currency is not limited by it.",
  })
  maxAmount?: MonetaryAmountInput | null;
}

@InputType({ description: "Whose limits, and which." })
class SetSpendLimitsInput implements SetSpendLimits {
  @Field(() => ID, { nullable: true, description: "One carrier account; null: all accounts together." })
  carrierAccountId?: string | null;

  @Field(() => [SpendLimitInput], {
    description: "All limits from now on; what is not here ends. Empty: none but those that are configured.",
  })
  limits!: SpendLimitInput[];
}

@Resolver()
export class SpendLimitResolver {
  @Directive(staffOnly)
  @Query(() => [SpendLimitOfPeriod], {
    nullable: true,
    description: "Limits on what may be bought: of one carrier account, or of all together, configured ones included.",
  })
  async spendLimits(
    @Arg("carrierAccountId", () => ID, { nullable: true, description: "The account; null: all accounts together." })
    carrierAccountId: string | null,
    @Ctx() { deps, actor }: Context,
  ): Promise<SpendLimitOfPeriod[]> {
    return (await listSpendLimits(deps, actor, carrierAccountId ?? null)).map(limitOfPeriod);
  }

  @Directive(administrators)
  @Mutation(() => SetSpendLimitsPayload, {
    nullable: true,
    description:
      "Replaces the limits of one carrier account, or of all together. Purchases beyond them are refused with SPEND_LIMIT_EXCEEDED. Codes: REQUIRED, INVALID, NOT_FOUND.",
  })
  async setSpendLimits(
    @Arg("input", () => SetSpendLimitsInput, { description: "The limits." }) input: SetSpendLimitsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<SetSpendLimitsPayload> {
    const { value, userErrors } = await setSpendLimits(deps, actor, input);
    return { spendLimits: value?.map(limitOfPeriod) ?? null, userErrors };
  }
}

function limitOfPeriod({ period, unit, maximum }: AppliedLimit): SpendLimitOfPeriod {
  return unit === labelUnit
    ? { period, maxLabels: Number(maximum), maxAmount: null }
    : { period, maxLabels: null, maxAmount: { amount: maximum, currencyCode: unit } };
}
