import { type EntityManager, In } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";
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
  const accounts = places.some((place) => place !== null) ? await accountsOf(manager, choices) : new Map();
  return choices.map((choice, index) => {
    const account = accounts.get(choice.accountId ?? "") ?? null;
    return { ...choice, place: placeFor(places[index]!, account, { shipFromPlaceId, method: choice.method }) };
  });
}

async function accountsOf(manager: EntityManager, choices: RateChoice[]): Promise<Map<string, CarrierAccount>> {
  const ids = [...new Set(choices.flatMap(({ accountId }) => accountId ?? []))];
  const accounts = ids.length === 0 ? [] : await manager.findBy(CarrierAccount, { id: In(ids) });
  return new Map(accounts.map((account) => [account.id, account]));
}
