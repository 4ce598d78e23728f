import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import { administrators, readers } from "../../entities/values/access.js";
import { archiveShipFromPlace } from "../../shipping/place/archive-ship-from-place.js";
import { createShipFromPlace } from "../../shipping/place/create-ship-from-place.js";
import { listShipFromPlaces } from "../../shipping/place/list-ship-from-places.js";
import { updateShipFromPlace } from "../../shipping/place/update-ship-from-place.js";
import { type ConnectionOf, connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";
import {
  ArchiveShipFromPlaceInput,
  CreateShipFromPlaceInput,
  ShipFromPlaceFilter,
  UpdateShipFromPlaceInput,
} from "./place-inputs.js";
import {
  ArchiveShipFromPlacePayload,
  CreateShipFromPlacePayload,
  placePayload,
  UpdateShipFromPlacePayload,
  updatePlacePayload,
} from "./place-payload.js";

const ShipFromPlaceConnection = connectionType("ShipFromPlace", ShipFromPlace);

@Resolver(() => ShipFromPlace)
export class ShipFromPlaceResolver {
  @FieldResolver(() => CarrierAccount, {
    nullable: true,
    description:
      "The carrier account that is used from here where none is named; an archived one does not count. Null: none.",
  })
  async defaultCarrierAccount(
    @Root() { defaultCarrierAccountId: id }: ShipFromPlace,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierAccount | null> {
    return id === null ? null : loaders.accountById.load(id);
  }

  @FieldResolver(() => CarrierShippingMethod, {
    nullable: true,
    description:
      "The shipping method of new shipments from here where none is named; an archived one does not count. Null: none.",
  })
  async defaultShippingMethod(
    @Root() { defaultShippingMethodId: id }: ShipFromPlace,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierShippingMethod | null> {
    return id === null ? null : loaders.methodById.load(id);
  }

  @Directive(readers)
  @Query(() => ShipFromPlace, { nullable: true, description: "A ship-from place by its id; null: not found." })
  shipFromPlace(
    @Arg("id", () => ID, { description: "Id of the ship-from place, archived or not." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<ShipFromPlace | null> {
    return loaders.placeById.load(id);
  }

  @Directive(readers)
  @Query(() => ShipFromPlaceConnection, {
    nullable: true,
    description: "Ship-from places, newest first; archived ones only when requested.",
  })
  async shipFromPlaces(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ShipFromPlaceFilter, {
      nullable: true,
      description: "Conditions the places must meet; null: all that are not archived.",
    })
    filter: ShipFromPlaceFilter | null,
    @Ctx() { deps, actor }: Context,
  ): Promise<ConnectionOf<ShipFromPlace>> {
    return connectionOf(await listShipFromPlaces(deps, actor, pageRequest(page), filter ?? {}));
  }

  @Directive(administrators)
  @Mutation(() => CreateShipFromPlacePayload, {
    nullable: true,
    description:
      "Creates a place to ship from. It is used where an input or a shipping method names it, or the settings make it the default. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED.",
  })
  createShipFromPlace(
    @Arg("input", () => CreateShipFromPlaceInput, { description: "The new ship-from place." })
    input: CreateShipFromPlaceInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CreateShipFromPlacePayload> {
    return placePayload(createShipFromPlace(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => UpdateShipFromPlacePayload, {
    nullable: true,
    description:
      "Changes a ship-from place; existing shipments and quotes keep their address. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED.",
  })
  updateShipFromPlace(
    @Arg("input", () => UpdateShipFromPlaceInput, { description: "The place and the fields to change." })
    input: UpdateShipFromPlaceInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<UpdateShipFromPlacePayload> {
    return updatePlacePayload(updateShipFromPlace(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => ArchiveShipFromPlacePayload, {
    nullable: true,
    description:
      "Archives a ship-from place: methods and settings that name it are as without a place. Existing shipments keep their address. Safe to repeat. Codes: NOT_FOUND.",
  })
  archiveShipFromPlace(
    @Arg("input", () => ArchiveShipFromPlaceInput, { description: "The ship-from place to archive." })
    input: ArchiveShipFromPlaceInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<ArchiveShipFromPlacePayload> {
    return placePayload(archiveShipFromPlace(deps, actor, input));
  }
}
