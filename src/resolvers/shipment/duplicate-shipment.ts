import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import { shippers, staffOnly } from "../../entities/values/access.js";
import { duplicateShipment } from "../../shipping/shipment/duplicate-shipment.js";
import { DuplicateShipmentInput } from "./draft-inputs.js";
import { changedDraftPayload, DuplicateShipmentPayload } from "./shipment-payload.js";

@Resolver(() => Shipment)
export class DuplicateShipmentResolver {
  @Directive(shippers)
  @Mutation(() => DuplicateShipmentPayload, {
    nullable: true,
    description:
      "Copies a shipment, whether draft, bought or voided, to a new draft with the given changes; nothing is bought. Use it to correct a shipment whose labels are bought. The rate quote, uploaded documents, clientReference and a ship date that has passed are not copied. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, QUOTE_EXPIRED, QUOTE_MISMATCH, CONFLICT.",
  })
  async duplicateShipment(
    @Arg("input", () => DuplicateShipmentInput, { description: "The shipment to copy and the fields to change." })
    input: DuplicateShipmentInput,
    @Ctx() context: Context,
  ): Promise<DuplicateShipmentPayload> {
    return changedDraftPayload(context, await duplicateShipment(context.deps, context.actor, input));
  }

  @Directive(staffOnly)
  @FieldResolver(() => Shipment, {
    nullable: true,
    description:
      "The shipment that this one is a duplicate of (duplicateShipment); null: not a duplicate, or the original draft is deleted. If that was a duplicate itself and is deleted, this is the shipment that it was copied from.",
  })
  async duplicateOf(@Root() { duplicateOfId }: Shipment, @Ctx() { loaders }: Context): Promise<Shipment | null> {
    return duplicateOfId === null ? null : loaders.shipmentById.load(duplicateOfId);
  }
}
