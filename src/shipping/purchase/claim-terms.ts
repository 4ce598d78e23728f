import type { EntityManager } from "typeorm";
import type { StoredAccessPoint } from "../../entities/values/stored-shipment-details.js";
import { readDoubt } from "../booking/read-doubt.js";
import type { ClaimRequest } from "../claim/claim-once.js";
import type { ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import { needsPrice } from "./accepted-price.js";
import type { FoundBooking, UnknownKey } from "./ask-first.js";
import { type PurchasePlan, planFingerprint } from "./assemble-purchase.js";
import type { CheckedPrice } from "./check-price.js";
import type { PurchaseInput } from "./purchase-input.js";

/** An access point that the carrier is to be asked about before anything is bought for it. */
export interface UncheckedLocation {
  accountId: string;
  accessPoint: StoredAccessPoint;
  field: string[];
}

/**
 * Nothing was claimed: first the carrier is to be asked, outside the transaction, what the purchase costs, because an
 * offer was accepted or amounts are limited, whether the access point that it goes to takes packages, or what the key has
 * bought before.
 */
export type Need =
  | { kind: "PRICE_NEEDED" }
  | { kind: "LOCATION_NEEDED"; location: UncheckedLocation }
  | { kind: "LOOK_UP_NEEDED"; key: UnknownKey };

/** What the claim is made under. */
export interface ClaimTerms {
  request: ClaimRequest;
  /** Null: no price was asked for. */
  priced: PricedPlan | null;
  /** Our id of the access point that the carrier was asked about; null: it was asked about none. */
  checkedLocationId: string | null;
  /** What the carrier said that the key has bought before; null: it was not asked. */
  lookedUp: { found: FoundBooking | null } | null;
}

/** The price that was checked, and the fingerprint of the plan that it is of. */
export interface PricedPlan extends CheckedPrice {
  plan: string;
}

/** What the carrier is to be asked before the plan is bought; null: nothing. Throws a `Refusal` CONFLICT. */
export async function needOf(
  deps: ShippingDeps,
  manager: EntityManager,
  input: PurchaseInput,
  plan: PurchasePlan,
  terms: ClaimTerms,
  references: UnknownKey["references"],
): Promise<Need | null> {
  // First: what was bought is not bought again, whatever it would cost today.
  const doubt = terms.lookedUp === null ? await readDoubt(manager, deps.ledger) : null;
  const { account, labelFormat } = plan;
  if (doubt !== null) return { kind: "LOOK_UP_NEEDED", key: { accountId: account.id, labelFormat, references, doubt } };
  if (terms.priced !== null && terms.priced.plan !== planFingerprint(plan))
    refuse("CONFLICT", "The shipment was changed while its price was checked.", plan.field);
  const location = uncheckedLocation(plan, terms.checkedLocationId);
  if (location !== null) return { kind: "LOCATION_NEEDED", location };
  const isPriceNeeded = plan.quote !== null || needsPrice(input);
  return isPriceNeeded && terms.priced === null ? { kind: "PRICE_NEEDED" } : null;
}

/** The access point that the plan goes to, unless it is the one that was looked at. Null: there is nothing to look at. */
function uncheckedLocation(
  { details, account, shipment }: PurchasePlan,
  checkedId: string | null,
): UncheckedLocation | null {
  const { accessPoint } = details;
  if (accessPoint === null || accessPoint.locationId === checkedId) return null;
  const field = shipment ? ["input", "shipmentId"] : ["input", "shipment", "carrierLocationId"];
  return { accountId: account.id, accessPoint, field };
}
