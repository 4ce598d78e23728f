import type { ReturnServiceKind } from "../../entities/values/enums.js";

export interface ReturnServiceInput {
  kind: ReturnServiceKind;
  email?: string | null;
  boxNumber?: number | null;
}

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
