import {
  Arg,
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
import { LabelFormat } from "../../entities/values/enums.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { type RecoverInput, recoverLabel } from "../../shipping/label/recover-label.js";

@InputType({ description: "Which bought labels to ask the carrier for again: one of label, package and shipment." })
class RecoverLabelInput implements RecoverInput {
  @Field(() => ID, {
    nullable: true,
    description: "A label; the package's other labels may be asked for by any of them.",
  })
  labelId?: string | null;

  @Field(() => ID, { nullable: true, description: "A package." })
  packageId?: string | null;

  @Field(() => ID, { nullable: true, description: "A shipment: the labels of all its packages that are in force." })
  shipmentId?: string | null;

  @Field(() => LabelFormat, {
    description:
      "What to ask for, whatever was bought. PDF is the carrier's own here: one file for all packages of the shipment.",
  })
  format!: LabelFormat;
}

@ObjectType({ description: "Labels that the carrier gave again, or why it did not." })
class RecoverLabelPayload {
  @Field(() => ShippingLabel, { nullable: true, description: "The first of the labels; null: refused." })
  label!: ShippingLabel | null;

  @Field(() => [ShippingLabel], {
    nullable: true,
    description: "One for each package, or one for all: see isForAllPackages. Null: refused.",
  })
  labels!: ShippingLabel[] | null;

  @Field(() => [ShippingUserError], { description: "Why it was refused." })
  userErrors!: ShippingUserError[];
}

@Resolver(() => ShipmentPackage)
export class RecoverLabelResolver {
  @Directive(shippers)
  @Mutation(() => RecoverLabelPayload, {
    nullable: true,
    description:
      "Asks the carrier again for bought labels, in any of its formats, and keeps them beside those that were bought. Never buys; safe to repeat. The carrier may give another format than asked for: the label says which. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED, CONFLICT, ALREADY_VOIDED, RECOVERY_WINDOW_CLOSED, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async recoverLabel(
    @Arg("input", () => RecoverLabelInput, { description: "Which labels, and in which format." })
    input: RecoverLabelInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<RecoverLabelPayload> {
    const { value, userErrors } = await recoverLabel(deps, actor, input);
    return { label: value?.[0] ?? null, labels: value, userErrors };
  }

  @Directive(staffOnly)
  @FieldResolver(() => [ShippingLabel], {
    nullable: true,
    description: "Labels of the latest purchase that were asked for again, newest first; null: not yours to see.",
  })
  async recoveredLabels(@Root() pkg: ShipmentPackage, @Ctx() { loaders }: Context): Promise<ShippingLabel[]> {
    const [latest] = await loaders.purchasedByPackageId.load(pkg.id);
    return latest === undefined ? [] : loaders.recoveredByPurchasedPackageId.load(latest.id);
  }
}
