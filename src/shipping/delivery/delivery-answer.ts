import type { AddressAnswer } from "../address/validate-address.js";
import type { PackingPlan } from "../packing/packing-plan.js";
import type { DeliveryOption } from "./delivery-option.js";
import type { UndeliverableMethod } from "./tell-buyers.js";

export interface DeliveryOptionsAnswer {
  /** Cheapest first, then earliest. */
  options: DeliveryOption[];
  unavailable: UndeliverableMethod[];
  /** Every carrier gave a usable answer in time. */
  isComplete: boolean;
  /** Null: nobody was asked about the address. */
  address: AddressAnswer | null;
  /** How the items were packed; null: packages were given. */
  packing: PackingPlan | null;
}
