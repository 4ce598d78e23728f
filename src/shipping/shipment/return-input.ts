import type { StoredReturnService } from "../../entities/values/stored-shipment-details.js";
import type { InputOf } from "../input-of.js";

export type ReturnServiceInput = InputOf<StoredReturnService, "kind">;

/** That goods come back, and how: what went out with `outboundShipmentId`, else what the purchase's shipment says. */
export interface ReturnInput {
  service: ReturnServiceInput;
  outboundShipmentId?: string | null;
  /** Of the outbound's packages those that come back; absent: all whose labels are in force. */
  packageIds?: string[] | null;
  /** The merchant's own text; absent: the outbound's. */
  reference?: string | null;
  /** Bought by itself, because the outbound was bought with that option. */
  isGenerated?: boolean;
}
