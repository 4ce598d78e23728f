import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Carrier } from "../../entities/carrier.js";
import { CustomerCarrierAccount } from "../../entities/customer-carrier-account.js";
import { readers, shippers } from "../../entities/values/access.js";
import { deleteCustomerCarrierAccount } from "../../shipping/customer/delete-customer-carrier-account.js";
import { listCustomerCarrierAccounts } from "../../shipping/customer/list-customer-carrier-accounts.js";
import { saveCustomerCarrierAccount } from "../../shipping/customer/save-customer-carrier-account.js";
import { type ConnectionOf, connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";
import { DeleteCustomerCarrierAccountInput, SaveCustomerCarrierAccountInput } from "./customer-inputs.js";
import { DeleteCustomerCarrierAccountPayload, SaveCustomerCarrierAccountPayload } from "./customer-payload.js";

const CustomerCarrierAccountConnection = connectionType("CustomerCarrierAccount", CustomerCarrierAccount);

@Resolver(() => CustomerCarrierAccount)
export class CustomerCarrierAccountResolver {
  @FieldResolver(() => Carrier, { nullable: true, description: "The carrier; null: it is not available here." })
  carrier(@Root() { carrierCode }: CustomerCarrierAccount, @Ctx() { loaders }: Context): Promise<Carrier | null> {
    return loaders.carrierByCode.load(carrierCode);
  }

  @Directive(readers)
  @Query(() => CustomerCarrierAccount, {
    nullable: true,
    description: "A customer's account with a carrier by its id; null: not found.",
  })
  customerCarrierAccount(
    @Arg("id", () => ID, { description: "Id of the account." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<CustomerCarrierAccount | null> {
    return loaders.customerAccountById.load(id);
  }

  @Directive(readers)
  @Query(() => CustomerCarrierAccountConnection, {
    nullable: true,
    description: "Accounts of one customer with carriers, newest first.",
  })
  async customerCarrierAccounts(
    @Arg("customerId", () => ID, { description: "The shop's id of the customer." }) customerId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { deps, actor }: Context,
  ): Promise<ConnectionOf<CustomerCarrierAccount>> {
    return connectionOf(await listCustomerCarrierAccounts(deps, actor, pageRequest(page), customerId));
  }

  @Directive(shippers)
  @Mutation(() => SaveCustomerCarrierAccountPayload, {
    nullable: true,
    description:
      "Keeps a customer's own account with a carrier, at most 20 per customer, or changes it; shipments and drafts made before keep the number they have. Safe to repeat. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, CONFLICT (another account of the customer has the number), NOT_ALLOWED.",
  })
  async saveCustomerCarrierAccount(
    @Arg("input", () => SaveCustomerCarrierAccountInput, { description: "The account, or what to change of it." })
    input: SaveCustomerCarrierAccountInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<SaveCustomerCarrierAccountPayload> {
    const { value, userErrors } = await saveCustomerCarrierAccount(deps, actor, input);
    return { customerCarrierAccount: value?.row ?? null, clearedFields: value?.clearedFields ?? [], userErrors };
  }

  @Directive(shippers)
  @Mutation(() => DeleteCustomerCarrierAccountPayload, {
    nullable: true,
    description:
      "Deletes a customer's account with a carrier, which cannot be undone; shipments and drafts made with it keep the number they have. Codes: NOT_FOUND.",
  })
  async deleteCustomerCarrierAccount(
    @Arg("input", () => DeleteCustomerCarrierAccountInput, { description: "The account to delete." })
    input: DeleteCustomerCarrierAccountInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<DeleteCustomerCarrierAccountPayload> {
    const { value, userErrors } = await deleteCustomerCarrierAccount(deps, actor, input);
    return { deletedCustomerCarrierAccountId: value, userErrors };
  }
}
