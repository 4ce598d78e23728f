import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { staffOnly } from "../../entities/values/access.js";
import { CarrierEnvironment } from "../../entities/values/account-enums.js";
import { PostalAddress } from "../../entities/values/postal-address.js";
import { DateScalar } from "../../entities/values/scalars.js";
import { chargesOf } from "../../shipping/shipment/charges.js";
import { CarrierService } from "../carrier/carrier.js";
import { serviceOf } from "../carrier/service-of.js";
import { FirstArgs, firstOf } from "../page.js";
import { ShipmentCharges } from "./shipment-charges.js";
import { ShipmentOptions, shownOptions } from "./shipment-options.js";

@Resolver(() => Shipment)
export class ShipmentFieldResolver {
  @Directive(staffOnly)
  @FieldResolver(() => String, { nullable: true, description: "Your reference, printed on the label; null: none." })
  reference(@Root() shipment: Shipment): string | null {
    return shipment.reference;
  }

  @Directive(staffOnly)
  @FieldResolver(() => [String], {
    nullable: true,
    description: "The merchant's tags for finding the shipment; null: this token may not read them.",
  })
  tags(@Root() shipment: Shipment): string[] {
    return shipment.tags;
  }

  @Directive(staffOnly)
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "Ship date, the day the carrier gets the packages: as chosen, or the day in UTC on which the labels were bought, whichever is later. Null: none chosen and not bought.",
  })
  shipDate(@Root() { shipDate, boughtOn }: Shipment): string | null {
    if (shipDate === null || boughtOn === null) return shipDate ?? boughtOn;
    return shipDate > boughtOn ? shipDate : boughtOn;
  }

  @Directive(staffOnly)
  @FieldResolver(() => PostalAddress, {
    nullable: true,
    description: "Ship-from address; null: this token may not read it.",
  })
  shipFrom(@Root() shipment: Shipment): PostalAddress {
    return shipment.shipFrom;
  }

  @Directive(staffOnly)
  @FieldResolver(() => PostalAddress, {
    nullable: true,
    description: "Ship-to address; null: this token may not read it.",
  })
  shipTo(@Root() shipment: Shipment): PostalAddress {
    return shipment.shipTo;
  }

  @Directive(staffOnly)
  @FieldResolver(() => CarrierShippingMethod, {
    nullable: true,
    description: "The shipping method the shipment was made with; null: none.",
  })
  async shippingMethod(
    @Root() { shippingMethodId }: Shipment,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierShippingMethod | null> {
    return shippingMethodId === null ? null : loaders.methodById.load(shippingMethodId);
  }

  @FieldResolver(() => CarrierService, {
    nullable: true,
    description: "The carrier's delivery service; null: not chosen yet.",
  })
  async service(
    @Root() { accountId, serviceCode, shipFrom }: Shipment,
    @Ctx() context: Context,
  ): Promise<CarrierService | null> {
    if (serviceCode === null || accountId === null) return null;
    return serviceOf({ accountId, serviceCode }, shipFrom.countryCode, context);
  }

  @Directive(staffOnly)
  @FieldResolver(() => CarrierAccount, {
    nullable: true,
    description: "The carrier account that buys the labels; null: not chosen yet.",
  })
  async carrierAccount(@Root() { accountId }: Shipment, @Ctx() { loaders }: Context): Promise<CarrierAccount | null> {
    return accountId === null ? null : loaders.accountById.load(accountId);
  }

  @Directive(staffOnly)
  @FieldResolver(() => CarrierEnvironment, {
    nullable: true,
    description: "Environment of the carrier account; null: no account yet.",
  })
  environment(@Root() shipment: Shipment): CarrierEnvironment | null {
    return shipment.environment;
  }

  @FieldResolver(() => [ShipmentPackage], {
    description: "The packages of the shipment, at most 200, in order; for buyers without those whose label is voided.",
  })
  packages(@Root() shipment: Shipment, @Ctx() { loaders }: Context): Promise<ShipmentPackage[]> {
    return loaders.packagesByShipmentId.load(shipment.id);
  }

  @Directive(staffOnly)
  @FieldResolver(() => ShipmentOptions, {
    nullable: true,
    description: "Extra services, and who pays freight and duties; null: this token may not read them.",
  })
  options(@Root() { options }: Shipment): ShipmentOptions {
    return shownOptions(options);
  }

  @Directive(staffOnly)
  @FieldResolver(() => [LabelPurchase], {
    nullable: true,
    description:
      "Its newest label purchases, failed ones included, newest first; the rest: labelPurchases by shipmentId. Null: this token may not read them.",
  })
  async purchases(
    @Root() shipment: Shipment,
    @Args(() => FirstArgs) first: FirstArgs,
    @Ctx() { loaders }: Context,
  ): Promise<LabelPurchase[]> {
    return loaders.firstPurchasesByShipmentId.load(firstOf(shipment.id, first));
  }

  @Directive(staffOnly)
  @FieldResolver(() => ShipmentCharges, {
    nullable: true,
    description: "Charges of the shipment; null: this token may not read them.",
  })
  async charges(@Root() shipment: Shipment, @Ctx() { loaders }: Context): Promise<ShipmentCharges> {
    const purchases = await loaders.purchasesByShipmentId.load(shipment.id);
    const [packages, [offer], method] = await Promise.all([
      Promise.all(purchases.map(({ id }) => loaders.purchasedByPurchaseId.load(id))),
      loaders.offersByShipmentId.load(shipment.id),
      shipment.shippingMethodId === null ? null : loaders.methodById.load(shipment.shippingMethodId),
    ]);
    const accepted = offer && !shipment.isOfferOutdated ? offer : null;
    return chargesOf(purchases, packages, accepted, method?.invoicingPolicy ?? "ACTUAL");
  }
}
