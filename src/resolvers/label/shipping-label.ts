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
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../context.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import { readers, shippers } from "../../entities/values/access.js";
import { LabelFileFormat } from "../../entities/values/label-enums.js";
import { ShippingLabelSortField } from "../../entities/values/sort-enums.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { type LabelFilter, listLabels } from "../../shipping/label/list-labels.js";
import { type MarkPrintedInput, markLabelsPrinted } from "../../shipping/label/mark-labels-printed.js";
import type { OrderBy } from "../../shipping/sort.js";
import { DeskFilterInput } from "../desk-filter-input.js";
import { connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";
import { sortInput } from "../sort-input.js";

const ShippingLabelConnection = connectionType("ShippingLabel", ShippingLabel);
const ShippingLabelSort = sortInput("ShippingLabelSort", ShippingLabelSortField);

@InputType({
  description: "Conditions on labels; all given conditions must hold. Null is the same as absent: no condition.",
})
class ShippingLabelFilter extends DeskFilterInput implements LabelFilter {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "False: the print queue, which is the bought label of each package while it is in force and neither it nor a copy of it is marked as printed. True: all that are marked as printed, voided ones too.",
  })
  isPrinted?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only labels that may go on a box; false: only those voided, or about to be.",
  })
  isInForce?: boolean | null;

  @Field(() => LabelFileFormat, { nullable: true, description: "Only labels in this format." })
  format?: LabelFileFormat | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only copies fetched with recoverLabel; false: only originals.",
  })
  isRecovered?: boolean | null;

  @Field(() => ID, { nullable: true, description: "Only labels of this shipment." })
  shipmentId?: string | null;
}

@InputType({
  description: "Labels to mark as printed: by their ids, or all labels of a purchase by its idempotency key.",
})
class MarkLabelsPrintedInput implements MarkPrintedInput {
  @Field(() => [ID], { nullable: true, description: "Ids of the labels, at most 1000." })
  labelIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Idempotency key of the purchase, instead of label ids.",
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: "The labels marked as printed, or the errors that prevented it." })
class MarkLabelsPrintedPayload {
  @Field(() => [ShippingLabel], { nullable: true, description: "The labels marked as printed; null: see userErrors." })
  labels!: ShippingLabel[] | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@Resolver(() => ShippingLabel)
export class ShippingLabelResolver {
  @Directive(readers)
  @Query(() => ShippingLabel, { nullable: true, description: "A label by its id; null: not found." })
  shippingLabel(
    @Arg("id", () => ID, { description: "Id of the label, prefix `lab_`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<ShippingLabel | null> {
    return loaders.labelById.load(id);
  }

  @Directive(readers)
  @Query(() => ShippingLabelConnection, {
    nullable: true,
    description:
      "Labels: voided and recovered ones too, unless the filter says otherwise. The print queue: isPrinted false.",
  })
  async shippingLabels(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ShippingLabelFilter, {
      nullable: true,
      description: "Conditions the labels must meet; null: all labels.",
    })
    filter: ShippingLabelFilter | null,
    @Arg("orderBy", () => ShippingLabelSort, {
      nullable: true,
      description: "Sort order; null: newest first.",
    })
    orderBy: OrderBy | null,
    @Ctx() { deps, actor }: Context,
  ) {
    return connectionOf(await listLabels(deps, actor, pageRequest(page, orderBy), filter ?? {}));
  }

  @Directive(shippers)
  @Mutation(() => MarkLabelsPrintedPayload, {
    nullable: true,
    description:
      "Marks labels as printed, all or none; a copy fetched with recoverLabel marks the original labels too. Safe to repeat. Codes: REQUIRED, INVALID, NOT_FOUND, ALREADY_VOIDED (voided, or about to be).",
  })
  async markLabelsPrinted(
    @Arg("input", () => MarkLabelsPrintedInput, { description: "The labels to mark." }) input: MarkLabelsPrintedInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<MarkLabelsPrintedPayload> {
    const { value, userErrors } = await markLabelsPrinted(deps, actor, input);
    return { labels: value, userErrors };
  }

  @FieldResolver(() => ShipmentPackage, {
    nullable: true,
    description: "The package the label is for; null: it could not be read.",
  })
  async package(@Root() label: ShippingLabel, @Ctx() { loaders }: Context): Promise<ShipmentPackage | null> {
    const bought = await loaders.purchasedById.load(label.purchasedPackageId);
    return bought && loaders.packageById.load(bought.packageId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The tracking number printed on the label; null: it could not be read.",
  })
  async trackingNumber(@Root() label: ShippingLabel, @Ctx() { loaders }: Context): Promise<string | null> {
    return (await loaders.purchasedById.load(label.purchasedPackageId))?.trackingNumber ?? null;
  }
}
