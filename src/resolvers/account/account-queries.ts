import { Arg, Args, Ctx, Directive, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { readers } from "../../entities/values/access.js";
import { CarrierAccountStatus } from "../../entities/values/account-enums.js";
import { CarrierAccountSortField } from "../../entities/values/sort-enums.js";
import { listCarrierAccounts } from "../../shipping/account/list-carrier-accounts.js";
import type { OrderBy } from "../../shipping/sort.js";
import { type ConnectionOf, connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";
import { sortInput } from "../sort-input.js";

const CarrierAccountConnection = connectionType("CarrierAccount", CarrierAccount);
const CarrierAccountSort = sortInput("CarrierAccountSort", CarrierAccountSortField);

@Resolver()
export class CarrierAccountQueries {
  @Directive(readers)
  @Query(() => CarrierAccount, { nullable: true, description: "A carrier account by its id; null: not found." })
  carrierAccount(
    @Arg("id", () => ID, { description: "Id of the carrier account, archived or not." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierAccount | null> {
    return loaders.accountById.load(id);
  }

  @Directive(readers)
  @Query(() => CarrierAccountConnection, {
    nullable: true,
    description: "The merchant's carrier accounts; archived ones only when `status` asks for them.",
  })
  async carrierAccounts(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("status", () => CarrierAccountStatus, {
      nullable: true,
      description: "Only accounts with this status; null: all except archived ones.",
    })
    status: CarrierAccountStatus | null,
    @Arg("accountType", () => String, {
      nullable: true,
      description: "Only accounts of this type, for example Business, in any letter case; null: all types.",
    })
    accountType: string | null,
    @Arg("orderBy", () => CarrierAccountSort, { nullable: true, description: "Null: newest first." })
    orderBy: OrderBy | null,
    @Ctx() { deps, actor }: Context,
  ): Promise<ConnectionOf<CarrierAccount>> {
    return connectionOf(
      await listCarrierAccounts(deps, actor, pageRequest(page, orderBy), {
        status: status ?? null,
        accountType: accountType ?? null,
      }),
    );
  }
}
