import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import type { CarrierLocation } from "../../entities/carrier-location.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShipFromPlace } from "../../entities/ship-from-place.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { CustomersPayer } from "../customer/customers-payer.js";
import type { NamedTemplates } from "../packing/find-templates.js";

/** Where what the caller left out comes from. */
export interface DetailsDefaults {
  adapter: CarrierAdapter;
  account: CarrierAccount;
  method: CarrierShippingMethod | null;
  /** Where it leaves from, before what was rated or saved; absent or null: as that, else the account's address. */
  place?: Pick<ShipFromPlace, "address"> | null;
  /** What `options.customerCarrierAccountId` names; absent or null: nothing. */
  customersPayer?: CustomersPayer | null;
  /** What was rated or saved before; the input goes over it. */
  base: StoredShipmentDetails | null;
  /** What `carrierLocationId` names; null: to the door; absent: as in `base`. */
  location?: CarrierLocation | null;
  /** What packages name by `packageTemplateId`; absent: none. */
  templates?: NamedTemplates;
  /** The merchant's own text on the whole shipment, no longer than the carrier takes; absent: none. */
  reference?: string | null;
}
