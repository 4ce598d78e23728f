import { Field, ID, InputType } from "type-graphql";
import { PlaceOpeningHoursInput } from "../../entities/values/place-opening-hours.js";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import type { PlaceChanges, PlaceChangesInput, PlaceFilter } from "../../shipping/place/place-input.js";
import { nullIsAbsent, nullRule } from "../cleared-fields.js";

const text = {
  name: "Display name, at most 255 characters.",
  address: "Address that packages leave from: complete, with a phone number.",
  timeZone: "Time zone by its IANA name, for example America/New_York. INVALID if there is none of the name.",
  openingHours:
    "Opening hours, at most 2 per weekday; they do not overlap, and each closes on the day on which it opens. An empty list: not stated.",
  account:
    "Id of the carrier account that is used for what leaves from here where none is named: one that is not archived.",
  method:
    "Id of the shipping method that new shipments from here have where neither method, account nor service is named: one that ships, is not archived, and uses defaultCarrierAccountId if that is given.",
};

@InputType()
abstract class PlaceFields {
  @Field(() => [PlaceOpeningHoursInput], { nullable: true, description: text.openingHours })
  openingHours?: PlaceOpeningHoursInput[] | null;

  @Field(() => ID, { nullable: true, description: text.account })
  defaultCarrierAccountId?: string | null;

  @Field(() => ID, { nullable: true, description: text.method })
  defaultShippingMethodId?: string | null;
}

@InputType({ description: `A new ship-from place. ${nullIsAbsent}` })
export class CreateShipFromPlaceInput extends PlaceFields implements PlaceChanges {
  @Field(() => String, { description: text.name })
  name!: string;

  @Field(() => PostalAddressInput, { description: text.address })
  address!: PostalAddressInput;

  @Field(() => String, { description: text.timeZone })
  timeZone!: string;
}

@InputType({
  description: `Changes to a ship-from place. ${nullRule("openingHours, defaultCarrierAccountId and defaultShippingMethodId")}`,
})
export class UpdateShipFromPlaceInput extends PlaceFields implements PlaceChangesInput {
  @Field(() => ID, { description: "Id of the place: one that is not archived." })
  shipFromPlaceId!: string;

  @Field(() => String, { nullable: true, description: text.name })
  name?: string | null;

  @Field(() => PostalAddressInput, { nullable: true, description: text.address })
  address?: PostalAddressInput | null;

  @Field(() => String, { nullable: true, description: text.timeZone })
  timeZone?: string | null;
}

@InputType({ description: "The ship-from place to archive." })
export class ArchiveShipFromPlaceInput {
  @Field(() => ID, { description: "Id of the place." })
  shipFromPlaceId!: string;
}

@InputType({ description: "Conditions on ship-from places. Null is the same as absent: no condition." })
export class ShipFromPlaceFilter implements PlaceFilter {
  @Field(() => Boolean, { nullable: true, description: "Whether to include archived places. Default: false." })
  includeArchived?: boolean | null;
}
