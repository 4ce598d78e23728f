import type { EntityManager } from "typeorm";
import { ShippingSettings } from "../../entities/shipping-settings.js";

/** The tenant's settings; the defaults where nobody has set any. */
export async function loadSettings(manager: EntityManager, tenantId: string): Promise<ShippingSettings> {
  const stored = await manager.findOneBy(ShippingSettings, { tenantId });
  return stored ?? Object.assign(new ShippingSettings(), { ...unset, tenantId });
}

const unset = { defaultCarrierAccountId: null, defaultShipFromPlaceId: null, addressCheckPolicy: "TELL" as const };
