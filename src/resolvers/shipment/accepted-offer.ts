import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { AcceptedOffer } from "../../entities/accepted-offer.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import { staffOnly } from "../../entities/values/access.js";
import { PriceChange } from "../../entities/values/price-change.js";
import { priceChangeIfAny } from "../../shipping/price-change.js";
import { CarrierService } from "../carrier/carrier.js";
import { serviceOf } from "../carrier/service-of.js";

@Resolver(() => AcceptedOffer)
export class AcceptedOfferResolver {
  @FieldResolver(() => CarrierService, {
    nullable: true,
    description: "Service that was offered; null: it is no longer supported.",
  })
  async service(@Root() offer: AcceptedOffer, @Ctx() context: Context): Promise<CarrierService | null> {
    const shipment = await context.loaders.shipmentById.load(offer.shipmentId);
    return serviceOf(offer, shipment?.shipFrom.countryCode ?? null, context);
  }
}

@Resolver(() => Shipment)
export class ShipmentOfferResolver {
  @FieldResolver(() => AcceptedOffer, {
    nullable: true,
    description:
      "The last offer accepted for this shipment, kept as long as the shipment; null: none was accepted. A purchase at this offer is refused if the carrier charges more, unless the purchase allows it.",
  })
  async acceptedOffer(@Root() { id }: Shipment, @Ctx() { loaders }: Context): Promise<AcceptedOffer | null> {
    return (await loaders.offersByShipmentId.load(id))[0] ?? null;
  }

  @Directive(staffOnly)
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether the draft was changed since its offer was accepted, so that the offer no longer fits and charges.estimated is null. False without an offer; null: this token may not read it.",
  })
  isAcceptedOfferOutdated(@Root() { isOfferOutdated }: Shipment): boolean {
    return isOfferOutdated;
  }
}

@Resolver(() => LabelPurchase)
export class PurchaseOfferResolver {
  @FieldResolver(() => AcceptedOffer, {
    nullable: true,
    description: "The offer it was bought at; null: it was bought without one.",
  })
  async acceptedOffer(
    @Root() { acceptedOfferId }: LabelPurchase,
    @Ctx() { loaders }: Context,
  ): Promise<AcceptedOffer | null> {
    return acceptedOfferId === null ? null : loaders.offerById.load(acceptedOfferId);
  }

  @FieldResolver(() => PriceChange, {
    nullable: true,
    description:
      "How much more or less than the accepted offer the carrier charged, or asks until the labels are bought; null: bought without an offer, at its price, or at one that is the shipping method's own.",
  })
  async priceChange(@Root() purchase: LabelPurchase, @Ctx() context: Context): Promise<PriceChange | null> {
    const offer = await this.acceptedOffer(purchase, context);
    const now = purchase.purchasedCharges ?? purchase.checkedPrice;
    const was = offer?.carrierTotal ?? null;
    return was && now && priceChangeIfAny(was, now);
  }
}
