import { Arg, Args, Ctx, Directive, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { readers } from "../../entities/values/access.js";
import { LabelPurchaseSortField, StuckPurchaseSortField } from "../../entities/values/sort-enums.js";
import { listStuckPurchases } from "../../shipping/label/list-labels.js";
import { listPurchases } from "../../shipping/label/list-purchases.js";
import type { OrderBy } from "../../shipping/sort.js";
import { connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";
import { sortInput } from "../sort-input.js";
import { LabelPurchaseFilter } from "./purchase-filter.js";

const LabelPurchaseConnection = connectionType("LabelPurchase", LabelPurchase);
const LabelPurchaseSort = sortInput("LabelPurchaseSort", LabelPurchaseSortField);
const StuckPurchaseSort = sortInput("StuckPurchaseSort", StuckPurchaseSortField);

@Resolver()
export class LabelPurchaseLists {
  @Directive(readers)
  @Query(() => LabelPurchaseConnection, {
    nullable: true,
    description:
      "Label purchases for bookkeeping, including refused and voided ones: filter a month's purchases by when they finished, its voids by when they were voided.",
  })
  async labelPurchases(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => LabelPurchaseFilter, {
      nullable: true,
      description: "Conditions the purchases must meet; null: all purchases.",
    })
    filter: LabelPurchaseFilter | null,
    @Arg("orderBy", () => LabelPurchaseSort, {
      nullable: true,
      description: "Sort order; null: newest first.",
    })
    orderBy: OrderBy | null,
    @Ctx() { deps, actor }: Context,
  ) {
    return connectionOf(await listPurchases(deps, actor, pageRequest(page, orderBy), filter ?? {}));
  }

  @Directive(readers)
  @Query(() => LabelPurchaseConnection, {
    nullable: true,
    description:
      "Purchases that need an operator: still without a clear outcome long after the carrier should have answered.",
  })
  async stuckPurchases(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("orderBy", () => StuckPurchaseSort, {
      nullable: true,
      description: "Sort order; null: newest first.",
    })
    orderBy: OrderBy | null,
    @Ctx() { deps, actor }: Context,
  ) {
    return connectionOf(await listStuckPurchases(deps, actor, pageRequest(page, orderBy)));
  }
}
