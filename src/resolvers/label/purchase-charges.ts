import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import { type PurchaseCharges, packageCharges, purchaseCharges } from "../../shipping/shipment/purchase-charges.js";

@Resolver(() => LabelPurchase)
export class PurchaseChargesResolver {
  @FieldResolver(() => MonetaryAmount, {
    nullable: true,
    description:
      "What the carrier charges for the labels that are in force, whoever pays: what was charged less what was voided, zero once all is voided. Sums over purchases never count a void. Null: not bought, or not known yet.",
  })
  async charges(@Root() purchase: LabelPurchase, @Ctx() context: Context): Promise<MonetaryAmount | null> {
    return (await chargesOf(purchase, context)).net;
  }

  @FieldResolver(() => MonetaryAmount, {
    nullable: true,
    description: "The part of purchasedCharges that is voided, as far as the carrier itemised it; null: not known yet.",
  })
  async voidedCharges(@Root() purchase: LabelPurchase, @Ctx() context: Context): Promise<MonetaryAmount | null> {
    return (await chargesOf(purchase, context)).voided;
  }

  @FieldResolver(() => Boolean, {
    description:
      "True if some packages are voided and the carrier does not itemise their share: `charges` is then an upper limit.",
  })
  async hasUnknownVoidedCharges(@Root() purchase: LabelPurchase, @Ctx() context: Context): Promise<boolean> {
    return (await chargesOf(purchase, context)).hasUnknownVoided;
  }
}

@Resolver(() => PurchasedPackage)
export class PackageChargesResolver {
  @FieldResolver(() => MonetaryAmount, {
    nullable: true,
    description:
      "Total of the carrier's charges for this package alone, its chargeItems: zero once it is voided. Null: not given by the carrier.",
  })
  charges(@Root() bought: PurchasedPackage): MonetaryAmount | null {
    return packageCharges(bought);
  }
}

async function chargesOf(purchase: LabelPurchase, { loaders }: Context): Promise<PurchaseCharges> {
  return purchaseCharges(purchase, await loaders.purchasedByPurchaseId.load(purchase.id));
}
