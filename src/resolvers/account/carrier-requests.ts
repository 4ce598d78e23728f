import { Arg, Args, Ctx, Directive, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierRequest } from "../../entities/carrier-request.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { readers } from "../../entities/values/access.js";
import { CarrierOperation } from "../../entities/values/carrier-operation.js";
import { DateTimeScalar } from "../../entities/values/scalars.js";
import {
  type CarrierRequestFilter as Filter,
  listCarrierRequests,
} from "../../shipping/account/list-carrier-requests.js";
import { connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";

const CarrierRequestConnection = connectionType("CarrierRequest", CarrierRequest);

@InputType({
  description:
    "Conditions on requests to carriers; all given conditions must hold. Null is the same as absent: no condition.",
})
class CarrierRequestFilter implements Filter {
  @Field(() => ID, { nullable: true, description: "Only requests sent with this carrier account." })
  carrierAccountId?: string | null;

  @Field(() => [CarrierOperation], {
    nullable: true,
    description: "Only these operations; an empty list matches none. Null: all.",
  })
  operation?: CarrierOperation[] | null;

  @Field(() => ID, { nullable: true, description: "Only requests sent for this purchase of labels." })
  purchaseId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only requests sent at this time or later." })
  startedFrom?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only requests sent before this time." })
  startedBefore?: string | null;
}

@Resolver(() => CarrierRequest)
export class CarrierRequestResolver {
  @Directive(readers)
  @Query(() => CarrierRequestConnection, {
    nullable: true,
    description:
      "Log of the requests sent to carriers, always newest first: for rates, addresses, locations, tracking and documents as well as for labels. For support cases: without their contents.",
  })
  async carrierRequests(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => CarrierRequestFilter, {
      nullable: true,
      description: "Conditions the requests must meet; null: all requests.",
    })
    filter: CarrierRequestFilter | null,
    @Ctx() { deps, actor }: Context,
  ) {
    return connectionOf(await listCarrierRequests(deps, actor, pageRequest(page), filter ?? {}));
  }

  @FieldResolver(() => CarrierAccount, {
    nullable: true,
    description: "The carrier account that was used; null: it could not be read.",
  })
  carrierAccount(@Root() { accountId }: CarrierRequest, @Ctx() { loaders }: Context): Promise<CarrierAccount | null> {
    return loaders.accountById.load(accountId);
  }

  @FieldResolver(() => LabelPurchase, {
    nullable: true,
    description: "The label purchase it was sent for; null: none.",
  })
  async purchase(@Root() { purchaseId }: CarrierRequest, @Ctx() { loaders }: Context): Promise<LabelPurchase | null> {
    return purchaseId === null ? null : loaders.purchaseById.load(purchaseId);
  }
}
