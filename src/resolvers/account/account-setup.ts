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
      "The carrier's setup guide with this account's progress. For UPS: opening the shipping account, creating the app with its Client ID and Client Secret, and adding a shipping method.",
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
    description: "Whether the account has negotiated rates, according to the last check of RATING.",
  })
  async negotiatedRates(@Root() account: CarrierAccount, @Ctx() { loaders }: Context): Promise<NegotiatedRates> {
    const checks = await loaders.productChecksByAccountId.load(account.id);
    return checks.find(({ product }) => product === "RATING")?.negotiatedRates ?? "UNKNOWN";
  }
}
