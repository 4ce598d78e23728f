import { Arg, Args, Ctx, Directive, Field, ID, InputType, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import { buyersAndReaders, readers, shippers } from "../../entities/values/access.js";
import { ShipmentDirection, ShipmentStatus } from "../../entities/values/enums.js";
import { ShipmentSortField } from "../../entities/values/sort-enums.js";
import { createShipment } from "../../shipping/shipment/create-shipment.js";
import { deleteShipment } from "../../shipping/shipment/delete-shipment.js";
import { type ShipmentFilter as Filter, listShipments } from "../../shipping/shipment/list-shipments.js";
import { updateShipment } from "../../shipping/shipment/update-shipment.js";
import type { OrderBy } from "../../shipping/sort.js";
import { voidShipment } from "../../shipping/void/void-shipment.js";
import { DeskFilterInput } from "../desk-filter-input.js";
import { VoidShipmentInput } from "../label/purchase-inputs.js";
import { connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";
import { sortInput } from "../sort-input.js";
import { CreateShipmentInput, DeleteShipmentInput, UpdateShipmentInput } from "./draft-inputs.js";
import {
  CreateShipmentPayload,
  changedDraftPayload,
  DeleteShipmentPayload,
  draftPayload,
  UpdateShipmentPayload,
  VoidShipmentPayload,
} from "./shipment-payload.js";

const ShipmentConnection = connectionType("Shipment", Shipment);
const ShipmentSort = sortInput("ShipmentSort", ShipmentSortField);

@InputType({
  description: "Conditions on shipments; all given conditions must hold. Null is the same as absent: no condition.",
})
class ShipmentFilter extends DeskFilterInput implements Filter {
  @Field(() => [ShipmentStatus], {
    nullable: true,
    description: "Only shipments with one of these statuses; an empty list matches none. Null: all.",
  })
  status?: ShipmentStatus[] | null;

  @Field(() => ShipmentDirection, {
    nullable: true,
    description: "Only outbound shipments, or only returns. Null: both.",
  })
  direction?: ShipmentDirection | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "False: only shipments with a label in the print queue. True: only those with labels in force, all of them printed.",
  })
  isPrinted?: boolean | null;

  @Field(() => ID, { nullable: true, description: "Only shipments of this order." })
  orderId?: string | null;

  @Field(() => String, { nullable: true, description: "Only shipments with exactly this reference." })
  reference?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only the shipment with this display number, in upper or lower case.",
  })
  number?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only shipments with a package that has, or had, this tracking number. Spaces are ignored, and upper and lower case.",
  })
  trackingNumber?: string | null;

  @Field(() => ID, { nullable: true, description: "Only the returns of this shipment." })
  outboundShipmentId?: string | null;
}

const draftCodes =
  "Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, QUOTE_EXPIRED, QUOTE_MISMATCH";

@Resolver(() => Shipment)
export class ShipmentResolver {
  @Directive(buyersAndReaders)
  @Query(() => Shipment, {
    nullable: true,
    description:
      "A shipment by its id; null: not found, or for a buyer not under way: a draft, voided, or with a purchase that has no outcome yet.",
  })
  shipment(
    @Arg("id", () => ID, { description: "Id of the shipment, prefix `shp_`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Shipment | null> {
    return loaders.shipmentById.load(id);
  }

  @Directive(readers)
  @Query(() => ShipmentConnection, {
    nullable: true,
    description: "Shipments of the tenant, drafts and returns among them.",
  })
  async shipments(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ShipmentFilter, {
      nullable: true,
      description: "Conditions the shipments must meet; null: all shipments.",
    })
    filter: ShipmentFilter | null,
    @Arg("orderBy", () => ShipmentSort, { nullable: true, description: "Sort order; null: newest first." })
    orderBy: OrderBy | null,
    @Ctx() { deps, actor }: Context,
  ) {
    return connectionOf(await listShipments(deps, actor, pageRequest(page, orderBy), filter ?? {}));
  }

  @Directive(shippers)
  @Mutation(() => CreateShipmentPayload, {
    nullable: true,
    description: `Creates a shipment as a draft; nothing is bought. ${draftCodes}, CONFLICT.`,
  })
  async createShipment(
    @Arg("input", () => CreateShipmentInput, { description: "The new shipment." }) input: CreateShipmentInput,
    @Ctx() context: Context,
  ): Promise<CreateShipmentPayload> {
    return draftPayload(context, await createShipment(context.deps, context.actor, input));
  }

  @Directive(shippers)
  @Mutation(() => UpdateShipmentPayload, { nullable: true, description: `Changes a draft. ${draftCodes}.` })
  async updateShipment(
    @Arg("input", () => UpdateShipmentInput, { description: "The draft and the fields to change." })
    input: UpdateShipmentInput,
    @Ctx() context: Context,
  ): Promise<UpdateShipmentPayload> {
    return changedDraftPayload(context, await updateShipment(context.deps, context.actor, input));
  }

  @Directive(shippers)
  @Mutation(() => DeleteShipmentPayload, {
    nullable: true,
    description: "Deletes a draft. Codes: NOT_FOUND, NOT_ALLOWED.",
  })
  async deleteShipment(
    @Arg("input", () => DeleteShipmentInput, { description: "The draft to delete." }) input: DeleteShipmentInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<DeleteShipmentPayload> {
    const { value, userErrors } = await deleteShipment(deps, actor, input);
    return { deletedShipmentId: value, userErrors };
  }

  @Directive(shippers)
  @Mutation(() => VoidShipmentPayload, {
    nullable: true,
    description:
      "Voids a shipment's labels, or those of chosen packages. Safe to repeat: labels voided before stay voided, without an error. Returns are voided as a whole, and stay in force when the outbound shipment is voided. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED, CONFLICT, VOID_WINDOW_CLOSED, SPEND_LIMIT_EXCEEDED (asked again too often; the first void of a label always goes), CARRIER_REJECTED, CARRIER_UNAVAILABLE (retried automatically), ACCOUNT_NOT_READY.",
  })
  voidShipment(
    @Arg("input", () => VoidShipmentInput, { description: "The shipment or packages whose labels to void." })
    input: VoidShipmentInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<VoidShipmentPayload> {
    return voidShipment(deps, actor, input);
  }
}
