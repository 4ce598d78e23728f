import type { EntityManager } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { RateQuote } from "../../entities/rate-quote.js";
import type { ShipFromPlace } from "../../entities/ship-from-place.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { ShippingDeps } from "../deps.js";
import { shipsWithCarrier } from "../method/method-provider.js";
import { accountOfPlace } from "../place/account-of-place.js";
import { findPlace } from "../place/find-place.js";
import { placeFor } from "../place/place-for.js";
import { refuse, refuseAny } from "../result.js";
import { requireUnnamedAccount } from "../settings/default-account.js";
import { userError } from "../user-error.js";

export interface SourcesInput {
  rateQuoteId?: string | null;
  shippingMethodId?: string | null;
  carrierAccountId?: string | null;
  service?: string | null;
  shipFromPlaceId?: string | null;
}

/** Where the parts of a shipment come from: a place, a quote, a method, an account, a service. */
export interface Sources {
  /** Null: none is named, and what is quoted or stored holds, or there is no default. */
  place: ShipFromPlace | null;
  quote: RateQuote | null;
  method: CarrierShippingMethod | null;
  account: CarrierAccount;
  serviceCode: string | null;
}

/**
 * Finds and reconciles them; throws a `Refusal` with the path of what is missing, unknown or contradictory. `isStored`:
 * there is a shipment already, which leaves from where it does unless a place is stated.
 */
export async function chooseSources(
  deps: Pick<ShippingDeps, "carriers">,
  manager: EntityManager,
  input: SourcesInput,
  at: string[],
  isStored: boolean,
): Promise<Sources> {
  const quote = await findQuote(manager, input.rateQuoteId, [...at, "rateQuoteId"]);
  if (quote?.accountId === null) refuse("NOT_ALLOWED", ratedOnly, [...at, "rateQuoteId"]);
  const methodId = input.shippingMethodId ?? quote?.shippingMethodId;
  const stated = await findMethod(manager, methodId, [...at, "shippingMethodId"]);
  if (stated) refuseUnusable(deps, stated, [...at, "shippingMethodId"]);
  const found = await choosePlace(manager, input, { quote, method: stated, isStored }, at);
  const method = stated ?? (quote === null ? await methodOfPlace(deps, manager, found, input) : null);
  const accountId = input.carrierAccountId ?? quote?.accountId ?? method?.accountId;
  const account = await chooseAccount(manager, accountId ?? (await accountOfPlace(manager, found)), at);
  const place = placeFor(found, account, { shipFromPlaceId: input.shipFromPlaceId, method });
  const serviceCode = (input.service?.trim() || null) ?? quote?.serviceCode ?? method?.serviceCode ?? null;
  refuseContradictions({ quote, method, account, serviceCode }, at);
  return { place, quote, method, account, serviceCode };
}

/** What is quoted or stored has its address: only a stated place is another. */
async function choosePlace(
  manager: EntityManager,
  { shipFromPlaceId }: SourcesInput,
  { quote, method, isStored }: Pick<Sources, "quote" | "method"> & { isStored: boolean },
  at: string[],
): Promise<ShipFromPlace | null> {
  if (shipFromPlaceId == null && (quote !== null || isStored)) return null;
  return findPlace(manager, { shipFromPlaceId, method }, at);
}

/** The place's own method, where nobody has said what it is to be; one that cannot be used any more does not count. */
async function methodOfPlace(
  deps: Pick<ShippingDeps, "carriers">,
  manager: EntityManager,
  place: ShipFromPlace | null,
  { carrierAccountId, service }: SourcesInput,
): Promise<CarrierShippingMethod | null> {
  if (place?.defaultShippingMethodId == null || carrierAccountId != null || service?.trim()) return null;
  const method = await manager.findOneBy(CarrierShippingMethod, { id: place.defaultShippingMethodId });
  return method !== null && method.archivedAt === null && shipsWithCarrier(deps, method) ? method : null;
}

const ratedOnly = "The rate quote is of a shipping method that ships with no carrier: it is for rates only.";

/** It stays until the transaction ends: whoever erases it waits, and finds the shipment that stands on it by then. */
async function findQuote(
  manager: EntityManager,
  id: string | null | undefined,
  field: string[],
): Promise<RateQuote | null> {
  if (id == null) return null;
  const quote = await manager.findOne(RateQuote, { where: { id }, lock: { mode: "for_key_share" } });
  return quote ?? refuse("NOT_FOUND", "Nothing has this id.", field);
}

async function findMethod(
  manager: EntityManager,
  id: string | null | undefined,
  field: string[],
): Promise<CarrierShippingMethod | null> {
  if (id == null) return null;
  const method = await manager.findOneBy(CarrierShippingMethod, { id });
  return method ?? refuse("NOT_FOUND", "Nothing has this id.", field);
}

function refuseUnusable(deps: Pick<ShippingDeps, "carriers">, method: CarrierShippingMethod, field: string[]): void {
  if (method.archivedAt !== null) refuse("NOT_ALLOWED", "The shipping method is archived.", field);
  if (!shipsWithCarrier(deps, method)) {
    refuse("NOT_ALLOWED", `A ${method.provider} method does not ship.`, field);
  }
}

/** The account named, else the tenant's default, else the only active one; while none is active, the only one entered. */
export async function chooseAccount(
  manager: EntityManager,
  id: string | null | undefined,
  at: string[],
): Promise<CarrierAccount> {
  const field = [...at, "carrierAccountId"];
  if (!id) return requireUnnamedAccount(manager, field);
  const account = await manager.findOneBy(CarrierAccount, { id });
  if (account === null) refuse("NOT_FOUND", "Nothing has this id.", field);
  if (account.status === "ARCHIVED") refuse("NOT_ALLOWED", "The carrier account is archived.", field);
  return account;
}

function refuseContradictions({ quote, method, account, serviceCode }: Omit<Sources, "place">, at: string[]): void {
  const errors: ShippingUserError[] = [];
  if (quote && quote.accountId !== account.id) {
    errors.push(
      userError("QUOTE_MISMATCH", "The rate quote was made for another carrier account.", [...at, "rateQuoteId"]),
    );
  }
  if (quote && quote.serviceCode !== serviceCode) {
    errors.push(userError("QUOTE_MISMATCH", "The rate quote was made for another service.", [...at, "service"]));
  }
  if (method?.accountId && method.accountId !== account.id) {
    errors.push(userError("INVALID", "The shipping method uses another carrier account.", [...at, "carrierAccountId"]));
  }
  if (method?.serviceCode && method.serviceCode !== serviceCode) {
    errors.push(userError("INVALID", `The shipping method uses ${method.serviceCode}.`, [...at, "service"]));
  }
  refuseAny(errors);
}
