import { Field, ID, InputType } from "type-graphql";
import type { LanePlaceInput as Place, ServiceOptionsInput } from "../../shipping/rate/list-service-options.js";

@InputType({ description: "Country, region and postal code of an address: what decides which options are available." })
export class LanePlaceInput implements Place {
  @Field(() => String, { description: "Country code, ISO 3166-1 alpha-2, for example US." })
  countryCode!: string;

  @Field(() => String, { nullable: true, description: "State, province or county code: PR in US is Puerto Rico." })
  region?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Postal code: islands and towns can have services and customs of their own inside a country.",
  })
  postalCode?: string | null;
}

@InputType({ description: "The lane, and optionally the account, service and package type." })
export class CarrierServiceOptionsInput implements ServiceOptionsInput {
  @Field(() => LanePlaceInput, { nullable: true, description: "Origin of the lane. Default: the account's address." })
  shipFrom?: LanePlaceInput | null;

  @Field(() => LanePlaceInput, { description: "Destination of the lane." })
  shipTo!: LanePlaceInput;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the carrier account. Default: the one in shippingSettings, else the only active one.",
  })
  carrierAccountId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Service code, for example UPS_GROUND. Null: options available with at least one service on the lane.",
  })
  service?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Package type code, for example UPS_CUSTOMER_PACKAGE; null: any.",
  })
  packageType?: string | null;
}
