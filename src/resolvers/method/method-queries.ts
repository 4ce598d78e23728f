import { Arg, Args, Ctx, Directive, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { readers } from "../../entities/values/access.js";
import { ShippingMethodSortField } from "../../entities/values/sort-enums.js";
import { listShippingMethods } from "../../shipping/method/list-shipping-methods.js";
import type { OrderBy } from "../../shipping/sort.js";
import { type ConnectionOf, connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";
import { sortInput } from "../sort-input.js";
import { ShippingMethodFilter } from "./method-inputs.js";

const CarrierShippingMethodConnection = connectionType("CarrierShippingMethod", CarrierShippingMethod);
const ShippingMethodSort = sortInput("ShippingMethodSort", ShippingMethodSortField);

@Resolver()
export class ShippingMethodQueries {
  @Directive(readers)
  @Query(() => CarrierShippingMethod, {
    nullable: true,
    description: "A shipping method by its id; null: not found.",
  })
  shippingMethod(
    @Arg("id", () => ID, { description: "Id of the shipping method, archived or not." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierShippingMethod | null> {
    return loaders.methodById.load(id);
  }

  @Directive(readers)
  @Query(() => CarrierShippingMethodConnection, {
    nullable: true,
    description: "Shipping methods; archived ones only when requested.",
  })
  async shippingMethods(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ShippingMethodFilter, {
      nullable: true,
      description: "Conditions the methods must meet; null: all that are not archived.",
    })
    filter: ShippingMethodFilter | null,
    @Arg("orderBy", () => ShippingMethodSort, { nullable: true, description: "Null: newest first." })
    orderBy: OrderBy | null,
    @Ctx() { deps, actor }: Context,
  ): Promise<ConnectionOf<CarrierShippingMethod>> {
    return connectionOf(await listShippingMethods(deps, actor, pageRequest(page, orderBy), filter ?? {}));
  }
}
