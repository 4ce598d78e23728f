import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import { ShippingSettings } from "../../entities/shipping-settings.js";
import { administrators, readers } from "../../entities/values/access.js";
import { AddressCheckPolicy } from "../../entities/values/address-enums.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { readSettings } from "../../shipping/settings/read-settings.js";
import { type UpdateSettingsInput, updateSettings } from "../../shipping/settings/update-settings.js";
import { clearedFieldsText, nullRule } from "../cleared-fields.js";

@InputType({
  description: `Changes to the settings. ${nullRule("defaultCarrierAccountId and defaultShipFromPlaceId")}`,
})
class UpdateShippingSettingsInput implements UpdateSettingsInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "The carrier account that is used wherever an input names none. Null clears it: then only a single active account needs no name.",
  })
  defaultCarrierAccountId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The ship-from place that is used wherever neither an input nor the shipping method names one. Null clears it: then packages leave from the account's address.",
  })
  defaultShipFromPlaceId?: string | null;

  @Field(() => AddressCheckPolicy, {
    nullable: true,
    description: "What happens when labels are bought for an address that validateAddress could not confirm.",
  })
  addressCheckPolicy?: AddressCheckPolicy | null;
}

@ObjectType({ description: "The settings in force, or the errors that prevented the change." })
class UpdateShippingSettingsPayload {
  @Field(() => ShippingSettings, {
    nullable: true,
    description: "The settings after the change; null: see userErrors.",
  })
  shippingSettings!: ShippingSettings | null;

  @Field(() => [String], { description: clearedFieldsText })
  clearedFields!: string[];

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@Resolver(() => ShippingSettings)
export class ShippingSettingsResolver {
  @Directive(readers)
  @Query(() => ShippingSettings, {
    nullable: true,
    description:
      "Settings for all shipments: the default carrier account, the default ship-from place, and how addresses are checked.",
  })
  shippingSettings(@Ctx() { deps, actor }: Context): Promise<ShippingSettings> {
    return readSettings(deps, actor);
  }

  @Directive(administrators)
  @Mutation(() => UpdateShippingSettingsPayload, {
    nullable: true,
    description:
      "Changes the settings for all shipments; saved drafts keep their account. Safe to repeat. Codes: INVALID, NOT_FOUND, NOT_ALLOWED.",
  })
  async updateShippingSettings(
    @Arg("input", () => UpdateShippingSettingsInput, { description: "The settings to change." })
    input: UpdateShippingSettingsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<UpdateShippingSettingsPayload> {
    const { value, userErrors } = await updateSettings(deps, actor, input);
    return { shippingSettings: value?.row ?? null, clearedFields: value?.clearedFields ?? [], userErrors };
  }

  @FieldResolver(() => CarrierAccount, {
    nullable: true,
    description:
      "The carrier account that is used wherever an input names none; an archived one does not count. Null: none is set, and the only active account is used.",
  })
  async defaultCarrierAccount(
    @Root() { defaultCarrierAccountId }: ShippingSettings,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierAccount | null> {
    return defaultCarrierAccountId === null ? null : loaders.accountById.load(defaultCarrierAccountId);
  }

  @FieldResolver(() => ShipFromPlace, {
    nullable: true,
    description:
      "The ship-from place that is used wherever neither an input nor the shipping method names one; an archived one does not count. Null: none is set, and packages leave from the account's address.",
  })
  async defaultShipFromPlace(
    @Root() { defaultShipFromPlaceId }: ShippingSettings,
    @Ctx() { loaders }: Context,
  ): Promise<ShipFromPlace | null> {
    return defaultShipFromPlaceId === null ? null : loaders.placeById.load(defaultShipFromPlaceId);
  }
}
