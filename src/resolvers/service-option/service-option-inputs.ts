import { Field, ID, InputType } from "type-graphql";
import type { LanePlaceInput as Place, ServiceOptionsInput } from "../../shipping/rate/list-service-options.js";

@InputType({ description: "As much of an address as decides on options." })
export class LanePlaceInput implements Place {
  @Field(() => String, { description: "Country, ISO 3166-1 alpha-2, for example US." })
  countryCode!: string;

  @Field(() => String, { nullable: true, description: "State, province or county code: PR in US is Puerto Rico." })
  region?: string | null;
}

@InputType({ description: "Which lane, with what." })
export class CarrierServiceOptionsInput implements ServiceOptionsInput {
  @Field(() => LanePlaceInput, { nullable: true, description: "Where it starts. Default: the account's address." })
  shipFrom?: LanePlaceInput | null;

  @Field(() => LanePlaceInput, { description: "Where it goes." })
  shipTo!: LanePlaceInput;

  @Field(() => ID, { nullable: true, description: "The carrier account. Default: the only one there is." })
  carrierAccountId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Our service code, for example UPS_GROUND. Null: what goes with at least one service of the lane.",
  })
  service?: string | null;

  @Field(() => String, { nullable: true, description: "Our package type code; null: any." })
  packageType?: string | null;
}
