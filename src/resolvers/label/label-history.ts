import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import type { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import { VoidState } from "../../entities/values/enums.js";
import { DateTimeScalar } from "../../entities/values/scalars.js";
import { packageThatDecides } from "../../shipping/label/label-void.js";

@Resolver(() => ShippingLabel)
export class LabelHistoryResolver {
  @FieldResolver(() => Shipment, {
    nullable: true,
    description: "The shipment whose package the label is for; null: it could not be read.",
  })
  shipment(@Root() { shipmentId }: ShippingLabel, @Ctx() { loaders }: Context): Promise<Shipment | null> {
    return loaders.shipmentById.load(shipmentId);
  }

  @FieldResolver(() => LabelPurchase, {
    nullable: true,
    description: "The purchase that the label was bought with; null: it could not be read.",
  })
  async purchase(@Root() label: ShippingLabel, @Ctx() { loaders }: Context): Promise<LabelPurchase | null> {
    const bought = await loaders.purchasedById.load(label.purchasedPackageId);
    return bought && loaders.purchaseById.load(bought.purchaseId);
  }

  @FieldResolver(() => VoidState, {
    description:
      "Whether this label is cancelled at the carrier, whatever was bought after it. A file of all packages is voided with the first of them.",
  })
  async voidState(@Root() label: ShippingLabel, @Ctx() context: Context): Promise<VoidState> {
    return (await deciding(label, context))?.voidState ?? "NOT_VOIDED";
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When the carrier voided the label; null: not voided.",
  })
  async voidedAt(@Root() label: ShippingLabel, @Ctx() context: Context): Promise<string | null> {
    return (await deciding(label, context))?.voidedAt ?? null;
  }
}

async function deciding(label: ShippingLabel, { loaders }: Context): Promise<PurchasedPackage | null> {
  const own = await loaders.purchasedById.load(label.purchasedPackageId);
  if (own === null) return null;
  return packageThatDecides(
    label,
    label.isForAllPackages ? await loaders.purchasedByPurchaseId.load(own.purchaseId) : [own],
  );
}
