import type { EntityManager } from "typeorm";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import { accountsOf } from "../account/accounts-of.js";
import { findPlaces } from "../place/find-place.js";
import { placeFor } from "../place/place-for.js";
import type { RateChoice } from "./rate-choice.js";

/**
 * The choices, each with where it leaves from: the stated place, else its method's, else the tenant's default, unless that
 * is in another country than the account's. Throws a `Refusal` NOT_FOUND or NOT_ALLOWED.
 */
export async function withPlaces(
  manager: EntityManager,
  choices: RateChoice[],
  { shipFromPlaceId }: { shipFromPlaceId?: string | null },
): Promise<RateChoice[]> {
  const methods = choices.map(({ method }) => method);
  const places = await findPlaces(manager, { shipFromPlaceId, methods });
  const accounts = places.some((place) => place !== null)
    ? await accountsOf(manager, choices)
    : new Map<string, CarrierAccount>();
  return choices.map((choice, index) => {
    const account = accounts.get(choice.accountId ?? "") ?? null;
    return { ...choice, place: placeFor(places[index]!, account, { shipFromPlaceId, method: choice.method }) };
  });
}
