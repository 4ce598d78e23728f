import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { ReturnService } from "../../carrier/returns.js";

/** False: the carrier voids the whole shipment only. */
export function voidsByPackage({ returns }: CarrierAdapter, returnService: ReturnService | null): boolean {
  return returnService === null || (returns?.isVoidedByPackage ?? false);
}
