import { Arg, Args, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import { shippers, staffOnly } from "../../entities/values/access.js";
import { ShipmentDirection } from "../../entities/values/enums.js";
import { purchaseReturnLabel } from "../../shipping/purchase/purchase-return-label.js";
import { generatedReturnState } from "../../shipping/shipment/generated-return-state.js";
import { PurchaseReturnLabelPayload, purchasePayload } from "../label/purchase-payload.js";
import { FirstArgs, firstOf } from "../page.js";
import { PurchaseReturnLabelInput } from "./return-inputs.js";
import { GeneratedReturn, ReturnService } from "./return-values.js";

@Resolver(() => Shipment)
export class ReturnResolver {
  @Directive(shippers)
  @Mutation(() => PurchaseReturnLabelPayload, {
    nullable: true,
    description:
      "Buys a return label, for an outbound shipment or without one, under the rules of purchaseLabel. Costs money, once per idempotency key: safe to repeat with the same key and input. Labels that the carrier mails, e-mails or brings have no image. Codes: as purchaseLabel, and ALREADY_VOIDED for a package whose outbound label is voided.",
  })
  async purchaseReturnLabel(
    @Arg("input", () => PurchaseReturnLabelInput, { description: "What is returned, and the return service." })
    input: PurchaseReturnLabelInput,
    @Ctx() context: Context,
  ): Promise<PurchaseReturnLabelPayload> {
    return purchasePayload(context, await purchaseReturnLabel(context.deps, context.actor, input));
  }

  @Directive(staffOnly)
  @FieldResolver(() => [Shipment], {
    nullable: true,
    description:
      "Returns of this shipment, oldest first; the rest: shipments by outboundShipmentId. Null: this token may not read them.",
  })
  async returnShipments(
    @Root() shipment: Shipment,
    @Args(() => FirstArgs) first: FirstArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Shipment[]> {
    return loaders.returnsByOutboundId.load(firstOf(shipment.id, first));
  }

  @Directive(staffOnly)
  @FieldResolver(() => Shipment, {
    nullable: true,
    description: "The outbound shipment that this return belongs to; null: not a return, or a return without one.",
  })
  async outboundShipment(
    @Root() { outboundShipmentId }: Shipment,
    @Ctx() { loaders }: Context,
  ): Promise<Shipment | null> {
    return outboundShipmentId === null ? null : loaders.shipmentById.load(outboundShipmentId);
  }

  @FieldResolver(() => ShipmentDirection, {
    description: "Whether it goes out or comes back: an order's shipments are both.",
  })
  direction(@Root() { returnService }: Shipment): ShipmentDirection {
    return returnService === null ? "OUTBOUND" : "RETURN";
  }

  @Directive(staffOnly)
  @FieldResolver(() => ReturnService, {
    nullable: true,
    description: "The return service; null: this is an outbound shipment.",
  })
  returnService(@Root() { returnService }: Shipment): ReturnService | null {
    return returnService;
  }

  @Directive(staffOnly)
  @FieldResolver(() => GeneratedReturn, {
    nullable: true,
    description:
      "The return label bought together with the labels when options.generateReturnLabel is set; null: none, or the labels are not bought yet. Voiding the labels leaves it in force.",
  })
  async generatedReturn(@Root() { id }: Shipment, @Ctx() { loaders }: Context): Promise<GeneratedReturn | null> {
    const [row] = await loaders.generatedReturnsByOutboundId.load(id);
    if (row === undefined) return null;
    const { returnShipmentId } = row;
    if (returnShipmentId === null) return { ...generatedReturnState(row, null), shipment: null };
    const [shipment, purchases] = await Promise.all([
      loaders.shipmentById.load(returnShipmentId),
      loaders.purchasesByShipmentId.load(returnShipmentId),
    ]);
    return { ...generatedReturnState(row, purchases[0] ?? null), shipment };
  }
}
