import { readInTenant } from "../../database/tenant-transaction.js";
import { postalAddress } from "../../entities/values/postal-address.js";
import { languageOf } from "../availability/reason-text.js";
import type { ShippingDeps } from "../deps.js";
import { fingerprint } from "../fingerprint.js";
import { orderGiven } from "../rate/order-given.js";
import type { DeliveryOptionsAnswer } from "./delivery-answer.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";
import { memoryOf } from "./delivery-memory.js";
import { daysOf } from "./judge-methods.js";
import { readVersion, versionedBy } from "./read-version.js";

/** Equal for requests of one tenant that get the same answer, however they are written. */
export function cartKey(tenantId: string, input: DeliveryOptionsInput): string {
  const { shipTo, items, packages, orderAmount, tags, channel, locale, ...rest } = input;
  return fingerprint({
    tenantId,
    shipTo: postalAddress(shipTo),
    goods: { items, packages },
    order: orderGiven({ orderAmount, tags, channel }),
    language: languageOf(locale ?? null),
    rest,
  });
}

/**
 * What an equal cart was told of late, while nothing that it stands on has changed: what the merchant set, the days on
 * which parcels leave, and its quotes, which can all still be bought. Null: it is to be asked anew.
 */
export async function recallAnswer(
  deps: ShippingDeps,
  tenantId: string,
  key: string,
  input: DeliveryOptionsInput,
): Promise<DeliveryOptionsAnswer | null> {
  const memory = memoryOf(deps);
  const kept = memory.recall(key);
  if (!kept) return null;
  const quoteIds = kept.answer.options.map(({ id }) => id);
  const { version, quotes } = await readInTenant(deps.database, tenantId, (manager) =>
    readVersion(manager, versionedBy(tenantId, input, quoteIds)),
  );
  const isSame = version === kept.version && daysOf(kept.offered, deps.clock.now()) === kept.days;
  if (isSame && quotes === quoteIds.length) return kept.answer;
  memory.forget(key);
  return null;
}
