import { Directive, Field, ObjectType } from "type-graphql";
import { Check, Column, Entity, PrimaryColumn, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import type { ShipFromPlace } from "./ship-from-place.js";
import { BelongsTo } from "./tenant-row.js";
import { readersAndAdministrators } from "./values/access.js";
import { AddressCheckPolicy } from "./values/address-enums.js";

@Entity()
@Check("shipping_settings_policy_known", "address_check_policy in ('IGNORE', 'TELL', 'REFUSE')")
@Directive(readersAndAdministrators)
@ObjectType({ description: "Settings for all shipments of a tenant. Change them with updateShippingSettings." })
export class ShippingSettings {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @Column({ type: "text", nullable: true })
  defaultCarrierAccountId!: string | null;

  @BelongsTo("CarrierAccount", "default_carrier_account_id")
  defaultCarrierAccountRow?: Relation<CarrierAccount>;

  @Column({ type: "text", nullable: true })
  defaultShipFromPlaceId!: string | null;

  @BelongsTo("ShipFromPlace", "default_ship_from_place_id")
  defaultShipFromPlaceRow?: Relation<ShipFromPlace>;

  @Column({ type: "text", default: "TELL" })
  @Field(() => AddressCheckPolicy, {
    description:
      "What happens when labels are bought for an address that validateAddress could not confirm. TELL unless set.",
  })
  addressCheckPolicy!: AddressCheckPolicy;
}
