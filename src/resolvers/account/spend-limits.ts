import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { labelUnit } from "../../entities/spend-limit.js";
import { administrators, readers } from "../../entities/values/access.js";
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
  description:
    "Maximum number of labels, or maximum amount, that may be bought in a period. One of the two is set. What is voided later still counts; what the carrier refuses does not, but no more than twice as many purchases as labels, and ten, are sent in a period.",
})
class SpendLimitOfPeriod {
  @Field(() => SpendPeriod, { description: "Period over which the limit is counted." })
  period!: SpendPeriod;

  @Field(() => Int, {
    nullable: true,
    description: "Maximum number of labels, one per package; null: this limits an amount.",
  })
  maxLabels!: number | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Maximum total of the carrier's charges in this currency; null: this limits labels.",
  })
  maxAmount!: MonetaryAmount | null;

  @Field(() => Boolean, {
    description: "Whether the operator of the service set it, so that a lower limit can be set, and no higher one.",
  })
  isSetByOperator!: boolean;
}

@ObjectType({ description: "The spend limits in force, or the errors that prevented setting them." })
class SetSpendLimitsPayload {
  @Field(() => [SpendLimitOfPeriod], {
    nullable: true,
    description: "The limits in force after the change; null: see userErrors.",
  })
  spendLimits!: SpendLimitOfPeriod[] | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@InputType({
  description: "Maximum number of labels, or maximum amount, that may be bought in a period: give one of the two.",
})
class SpendLimitInput implements SpendLimitOf {
  @Field(() => SpendPeriod, { description: "Period over which the limit is counted." })
  period!: SpendPeriod;

  @Field(() => Int, {
    nullable: true,
    description: "Maximum number of labels, one per package. 0: nothing may be bought.",
  })
  maxLabels?: number | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description: "Maximum total of the carrier's charges. Charges in other currencies are not limited by it.",
  })
  maxAmount?: MonetaryAmountInput | null;
}

@InputType({ description: "The spend limits of one carrier account, or of all accounts together." })
class SetSpendLimitsInput implements SetSpendLimits {
  @Field(() => ID, { nullable: true, description: "Id of the carrier account; null: all accounts together." })
  carrierAccountId?: string | null;

  @Field(() => [SpendLimitInput], {
    description:
      "The complete list of limits; limits not in it are removed. Empty: none except the operator's. Those can be lowered here, and not lifted.",
  })
  limits!: SpendLimitInput[];
}

@Resolver()
export class SpendLimitResolver {
  @Directive(readers)
  @Query(() => [SpendLimitOfPeriod], {
    nullable: true,
    description:
      "Spend limits of one carrier account, or of all accounts together, including those that the operator set.",
  })
  async spendLimits(
    @Arg("carrierAccountId", () => ID, {
      nullable: true,
      description: "Id of the carrier account; null: all accounts together.",
    })
    carrierAccountId: string | null,
    @Ctx() { deps, actor }: Context,
  ): Promise<SpendLimitOfPeriod[]> {
    return (await listSpendLimits(deps, actor, carrierAccountId ?? null)).map(limitOfPeriod);
  }

  @Directive(administrators)
  @Mutation(() => SetSpendLimitsPayload, {
    nullable: true,
    description:
      "Replaces the spend limits of one carrier account, or of all accounts together. Purchases beyond them are refused with SPEND_LIMIT_EXCEEDED. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED (above the operator's limit, or in a currency that it does not allow).",
  })
  async setSpendLimits(
    @Arg("input", () => SetSpendLimitsInput, { description: "Whose limits to replace, and the new limits." })
    input: SetSpendLimitsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<SetSpendLimitsPayload> {
    const { value, userErrors } = await setSpendLimits(deps, actor, input);
    return { spendLimits: value?.map(limitOfPeriod) ?? null, userErrors };
  }
}

function limitOfPeriod({ period, unit, maximum, isOperators: isSetByOperator }: AppliedLimit): SpendLimitOfPeriod {
  return unit === labelUnit
    ? { period, maxLabels: Number(maximum), maxAmount: null, isSetByOperator }
    : { period, maxLabels: null, maxAmount: { amount: maximum, currencyCode: unit }, isSetByOperator };
}
