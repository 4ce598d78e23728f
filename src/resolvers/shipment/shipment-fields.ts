import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { Tracker } from "../../entities/tracker.js";
import { staffOnly } from "../../entities/values/access.js";
import { CarrierEnvironment } from "../../entities/values/account-enums.js";
import { LabelFormat } from "../../entities/values/enums.js";
import { PostalAddress } from "../../entities/values/postal-address.js";
import { canJoin } from "../../shipping/label/labels-document.js";
import { chargesOf } from "../../shipping/shipment/charges.js";
import { CarrierService } from "../carrier/carrier.js";
import { labelsInForce } from "../label/labels-in-force.js";
import { SignedFile } from "../label/signed-file.js";
import { ShipmentCharges } from "./shipment-charges.js";
import { ShipmentOptions, shownOptions } from "./shipment-options.js";

@Resolver(() => Shipment)
export class ShipmentFieldResolver {
  @Directive(staffOnly)
  @FieldResolver(() => String, { nullable: true, description: "Your text, printed on the label; null: none." })
  reference(@Root() shipment: Shipment): string | null {
    return shipment.reference;
  }

  @Directive(staffOnly)
  @FieldResolver(() => PostalAddress, { nullable: true, description: "Where it starts; null: not yours to see." })
  shipFrom(@Root() shipment: Shipment): PostalAddress {
    return shipment.shipFrom;
  }

  @Directive(staffOnly)
  @FieldResolver(() => PostalAddress, { nullable: true, description: "Where it goes; null: not yours to see." })
  shipTo(@Root() shipment: Shipment): PostalAddress {
    return shipment.shipTo;
  }

  @Directive(staffOnly)
  @FieldResolver(() => CarrierShippingMethod, {
    nullable: true,
    description: "The shipping method it was made with; null: none.",
  })
  async shippingMethod(
    @Root() { shippingMethodId }: Shipment,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierShippingMethod | null> {
    return shippingMethodId === null ? null : loaders.methodById.load(shippingMethodId);
  }

  @FieldResolver(() => CarrierService, { nullable: true, description: "The delivery service; null: not chosen yet." })
  async service(@Root() shipment: Shipment, @Ctx() { loaders, deps }: Context): Promise<CarrierService | null> {
    if (shipment.serviceCode === null || shipment.accountId === null) return null;
    const account = await loaders.accountById.load(shipment.accountId);
    const catalogue = account && deps.carriers.get(account.carrierCode)?.catalogue;
    return catalogue?.findService(shipment.serviceCode, shipment.shipFrom.countryCode) ?? null;
  }

  @Directive(staffOnly)
  @FieldResolver(() => CarrierAccount, { nullable: true, description: "The carrier account; null: not chosen yet." })
  async carrierAccount(@Root() { accountId }: Shipment, @Ctx() { loaders }: Context): Promise<CarrierAccount | null> {
    return accountId === null ? null : loaders.accountById.load(accountId);
  }

  @Directive(staffOnly)
  @FieldResolver(() => CarrierEnvironment, {
    nullable: true,
    description: "Which world its account belongs to; null: no account yet.",
  })
  environment(@Root() shipment: Shipment): CarrierEnvironment | null {
    return shipment.environment;
  }

  @FieldResolver(() => [ShipmentPackage], { description: "Its boxes, in order." })
  packages(@Root() shipment: Shipment, @Ctx() { loaders }: Context): Promise<ShipmentPackage[]> {
    return loaders.packagesByShipmentId.load(shipment.id);
  }

  @FieldResolver(() => Tracker, {
    nullable: true,
    description: "Where its first package is, as last heard: the carrier is not asked. Null: not bought.",
  })
  async tracker(@Root() shipment: Shipment, @Ctx() { loaders }: Context): Promise<Tracker | null> {
    const [lead] = await loaders.packagesByShipmentId.load(shipment.id);
    const [bought] = lead ? await loaders.purchasedByPackageId.load(lead.id) : [];
    return bought ? loaders.trackerByPurchasedPackageId.load(bought.id) : null;
  }

  @Directive(staffOnly)
  @FieldResolver(() => ShipmentOptions, {
    nullable: true,
    description: "Extra services and who pays; null: not yours to see.",
  })
  options(@Root() { options }: Shipment): ShipmentOptions {
    return shownOptions(options);
  }

  @Directive(staffOnly)
  @FieldResolver(() => [LabelPurchase], {
    nullable: true,
    description: "Every try to buy its labels, newest first; null: not yours to see.",
  })
  purchases(@Root() shipment: Shipment, @Ctx() { loaders }: Context): Promise<LabelPurchase[]> {
    return loaders.purchasesByShipmentId.load(shipment.id);
  }

  @Directive(staffOnly)
  @FieldResolver(() => ShipmentCharges, { nullable: true, description: "What it costs; null: not yours to see." })
  async charges(@Root() shipment: Shipment, @Ctx() { loaders }: Context): Promise<ShipmentCharges> {
    const [purchases, quote, method] = await Promise.all([
      loaders.purchasesByShipmentId.load(shipment.id),
      shipment.rateQuoteId === null ? null : loaders.quoteById.load(shipment.rateQuoteId),
      shipment.shippingMethodId === null ? null : loaders.methodById.load(shipment.shippingMethodId),
    ]);
    return chargesOf(purchases, quote, method?.invoicingPolicy ?? "ACTUAL");
  }

  @Directive(staffOnly)
  @FieldResolver(() => SignedFile, {
    nullable: true,
    description:
      "All labels in force as one file: one PDF, or one print job. Null: none, or a format that cannot be joined.",
  })
  async labelsDocument(
    @Root() shipment: Shipment,
    @Arg("format", () => LabelFormat, {
      nullable: true,
      description: "Only when the labels are in this format; null: whatever they are in.",
    })
    format: LabelFormat | null,
    @Ctx() { loaders, signLink, actor }: Context,
  ): Promise<SignedFile | null> {
    const labels = await labelsInForce(loaders, shipment.id);
    const [first] = labels;
    if (first === undefined || !canJoin(labels.map((label) => label.format))) return null;
    if (format != null && format !== first.format) return null;
    const { contentType } = first;
    const fileName = `${shipment.number}.${first.format.toLowerCase()}`;
    return {
      ...signLink({ tenantId: actor.tenantId, kind: "documents", fileId: shipment.id, contentType, fileName }),
      contentType,
      byteLength: null,
    };
  }
}
