import type { OriginCandidate } from "../../carrier/locations.js";
import type { FieldProblem } from "../../carrier/values.js";
import { chooseAskingAccount } from "../account/choose-asking-account.js";
import { loadUsableAccount } from "../account/load-usable-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { discreetErrors } from "../failure-errors.js";
import { requireOffer } from "../require-offer.js";
import { Refusal, type Result, refuse, settle } from "../result.js";
import { problemError } from "../user-error.js";
import { type LocationsInput, originParts, toSearch } from "./location-search-input.js";
import { type LocationFound, storeLocations } from "./store-locations.js";

export interface LocationsAnswer {
  /** Nearest first. */
  results: LocationFound[];
  /** Only where the carrier could not tell which place was meant; nothing is found then. */
  candidates: OriginCandidate[];
}

/**
 * Asks the carrier for its places near an address, a geo point or a city, and stores what it found. Safe to repeat.
 * User errors: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, CARRIER_REJECTED,
 * CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.
 */
export function findLocations(
  deps: ShippingDeps,
  actor: Actor,
  input: LocationsInput,
): Promise<Result<LocationsAnswer>> {
  return settle(async () => {
    const originPart = originOf(input);
    const { adapter, access, account } = input.carrierAccountId
      ? await loadUsableAccount(deps, actor, input.carrierAccountId)
      : await chooseAskingAccount(deps, actor, "LOCATOR", ({ locations }) => locations !== null);
    const places = requireOffer(
      adapter.locations,
      "Locations are not supported by this service with this carrier.",
      accountField,
    );
    const search = toSearch(input, account.address.countryCode);
    const problems = places.checkSearch(search);
    if (problems.length > 0) throw new Refusal(problems.map((problem) => searchError(problem, originPart)));
    if (input.kinds?.length === 0) return { results: [], candidates: [] };
    const outcome = await places.find(access, search, { purchaseId: null });
    if (outcome.kind !== "ANSWERED") throw new Refusal(discreetErrors(outcome, ["input", originPart]));
    const { locations, candidates } = outcome.value;
    return { results: await storeLocations(deps, actor.tenantId, account, locations), candidates };
  });
}

const accountField = ["input", "carrierAccountId"];

function originOf(input: LocationsInput): (typeof originParts)[number] {
  const parts = originParts.filter((part) => input[part] != null);
  const [first, second] = parts;
  if (first === undefined) {
    refuse("REQUIRED", "Give an address, a geo point or a city.", ["input", "address"]);
  }
  if (second !== undefined) {
    refuse("INVALID", "Give one of address, geo point and city.", ["input", second]);
  }
  return first;
}

function searchError(problem: FieldProblem, originPart: string) {
  const path = problem.path.map((step, index) => (index === 0 && step === "origin" ? originPart : step));
  return problemError({ ...problem, path }, ["input"]);
}
