import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import { shippers, staffOnly } from "../../entities/values/access.js";
import { purchaseReturnLabel } from "../../shipping/purchase/purchase-return-label.js";
import { generatedReturnState } from "../../shipping/shipment/generated-return-state.js";
import { PurchaseLabelPayload, purchasePayload } from "../label/purchase-payload.js";
import { PurchaseReturnLabelInput } from "./return-inputs.js";
import { GeneratedReturn, ReturnService } from "./return-values.js";

@Resolver(() => Shipment)
export class ReturnResolver {
  @Directive(shippers)
  @Mutation(() => PurchaseLabelPayload, {
    nullable: true,
    description:
      "Buys a return, of what went out or alone, under the rules of purchaseLabel. Safe to repeat with the same key and input. Labels that the carrier mails, sends or brings have no image. Codes: as purchaseLabel, and ALREADY_VOIDED for a package that did not go out.",
  })
  async purchaseReturnLabel(
    @Arg("input", () => PurchaseReturnLabelInput, { description: "What comes back, and how." })
    input: PurchaseReturnLabelInput,
    @Ctx() context: Context,
  ): Promise<PurchaseLabelPayload> {
    return purchasePayload(context, await purchaseReturnLabel(context.deps, context.actor, input));
  }

  @Directive(staffOnly)
  @FieldResolver(() => [Shipment], { nullable: true, description: "What comes back of it, oldest first." })
  returnShipments(@Root() shipment: Shipment, @Ctx() { loaders }: Context): Promise<Shipment[]> {
    return loaders.returnsByOutboundId.load(shipment.id);
  }

  @Directive(staffOnly)
  @FieldResolver(() => Shipment, {
    nullable: true,
    description: "What went out and comes back with it; null: it goes out itself, or comes back alone.",
  })
  async outboundShipment(
    @Root() { outboundShipmentId }: Shipment,
    @Ctx() { loaders }: Context,
  ): Promise<Shipment | null> {
    return outboundShipmentId === null ? null : loaders.shipmentById.load(outboundShipmentId);
  }

  @Directive(staffOnly)
  @FieldResolver(() => ReturnService, { nullable: true, description: "How its goods come back; null: they go out." })
  returnService(@Root() { returnService }: Shipment): ReturnService | null {
    return returnService;
  }

  @Directive(staffOnly)
  @FieldResolver(() => GeneratedReturn, {
    nullable: true,
    description:
      "The return label that its purchase brings with it, where options.generateReturnLabel says so; null: none, or the labels are not bought yet. Voiding the labels leaves it in force.",
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
