import {
  Arg,
  Args,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../context.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import { shippers, staffOnly } from "../../entities/values/access.js";
import { LabelFormat } from "../../entities/values/label-enums.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { type RecoverInput, recoverLabel } from "../../shipping/label/recover-label.js";
import { FirstArgs, firstOf } from "../page.js";

@InputType({
  description: "Which bought labels to fetch again from the carrier: give one of labelId, packageId and shipmentId.",
})
class RecoverLabelInput implements RecoverInput {
  @Field(() => ID, {
    nullable: true,
    description: "Id of a label; any label of the package will do.",
  })
  labelId?: string | null;

  @Field(() => ID, { nullable: true, description: "Id of a package." })
  packageId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of a shipment: fetches the labels in force of all its packages.",
  })
  shipmentId?: string | null;

  @Field(() => LabelFormat, {
    description:
      "File format to request, whatever was bought. PDF is the carrier's own here: one file for all packages of the shipment.",
  })
  format!: LabelFormat;
}

@ObjectType({ description: "The recovered labels, or the errors that prevented it." })
class RecoverLabelPayload {
  @Field(() => ShippingLabel, {
    nullable: true,
    description: "The first of the recovered labels; null: see userErrors.",
  })
  label!: ShippingLabel | null;

  @Field(() => [ShippingLabel], {
    nullable: true,
    description: "One label per package, or one for all: see isForAllPackages. Null: see userErrors.",
  })
  labels!: ShippingLabel[] | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@Resolver(() => ShipmentPackage)
export class RecoverLabelResolver {
  @Directive(shippers)
  @Mutation(() => RecoverLabelPayload, {
    nullable: true,
    description:
      "Fetches bought labels again from the carrier, in any of its formats, and stores them beside the originals. Never buys; safe to repeat. The carrier may return another format than requested: see the label's format. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED, CONFLICT, ALREADY_VOIDED, OPTION_NOT_ALLOWED (the carrier makes no such labels), RECOVERY_WINDOW_CLOSED, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async recoverLabel(
    @Arg("input", () => RecoverLabelInput, { description: "The labels to fetch, and the file format." })
    input: RecoverLabelInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<RecoverLabelPayload> {
    const { value, userErrors } = await recoverLabel(deps, actor, input);
    return { label: value?.[0] ?? null, labels: value, userErrors };
  }

  @Directive(staffOnly)
  @FieldResolver(() => [ShippingLabel], {
    nullable: true,
    description:
      "Copies of the latest purchase's labels fetched again with recoverLabel, newest first; the rest: shippingLabels by shipmentId and isRecovered. Null: this token may not read them.",
  })
  async recoveredLabels(
    @Root() pkg: ShipmentPackage,
    @Args(() => FirstArgs) first: FirstArgs,
    @Ctx() { loaders }: Context,
  ): Promise<ShippingLabel[]> {
    const [latest] = await loaders.purchasedByPackageId.load(pkg.id);
    return latest === undefined ? [] : loaders.recoveredByPurchasedPackageId.load(firstOf(latest.id, first));
  }
}
