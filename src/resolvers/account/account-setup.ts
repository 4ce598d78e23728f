import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { NegotiatedRates } from "../../entities/values/account-enums.js";
import { accountSetup } from "../../shipping/account/setup/account-setup.js";
import { suggestedCallbackUrl } from "../../shipping/account/setup/suggested-callback-url.js";
import { CarrierAccountSetup } from "./setup-step.js";

@Resolver(() => CarrierAccount)
export class CarrierAccountSetupFields {
  @FieldResolver(() => CarrierAccountSetup, {
    description:
      "The carrier's setup guide, and how far this account has come. For UPS: from a login to the account number, from an app to its Client ID and Client Secret, to a shipping method.",
  })
  async setup(@Root() account: CarrierAccount, @Ctx() { loaders, deps }: Context): Promise<CarrierAccountSetup> {
    const [checks, decisions, hasShippingMethod] = await Promise.all([
      loaders.productChecksByAccountId.load(account.id),
      loaders.setupDecisionsByAccountId.load(account.id),
      loaders.hasMethodByAccountId.load(account.id),
    ]);
    const accounts = deps.carriers.get(account.carrierCode)?.accounts;
    const setup = accountSetup(accounts?.setupGuide ?? [], { account, checks, decisions, hasShippingMethod });
    return { ...setup, suggestedCallbackUrl: accounts ? suggestedCallbackUrl(accounts, deps.publicUrl ?? null) : null };
  }

  @FieldResolver(() => NegotiatedRates, {
    description: "Whether the account has prices of its own, as far as the last check of RATING showed.",
  })
  async negotiatedRates(@Root() account: CarrierAccount, @Ctx() { loaders }: Context): Promise<NegotiatedRates> {
    const checks = await loaders.productChecksByAccountId.load(account.id);
    return checks.find(({ product }) => product === "RATING")?.negotiatedRates ?? "UNKNOWN";
  }
}
