import type { EntityManager } from "typeorm";
import { findPlaces } from "../place/find-place.js";
import type { RateChoice } from "./rate-choice.js";

/**
 * The choices, each with where it leaves from: the stated place, else its method's, else the tenant's default. Throws a
 * `Refusal` NOT_FOUND or NOT_ALLOWED.
 */
export async function withPlaces(
  manager: EntityManager,
  choices: RateChoice[],
  { shipFromPlaceId }: { shipFromPlaceId?: string | null },
): Promise<RateChoice[]> {
  const methods = choices.map(({ method }) => method);
  const places = await findPlaces(manager, { shipFromPlaceId, methods });
  return choices.map((choice, index) => ({ ...choice, place: places[index]! }));
}
