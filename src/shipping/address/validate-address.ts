import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { AddressCandidate, AddressValidation as FoundValidation } from "../../carrier/addresses.js";
import type { Outcome } from "../../carrier/outcome.js";
import type { ResidentialStatus } from "../../entities/values/address-enums.js";
import { type PostalAddress, type PostalAddressInput, postalAddress } from "../../entities/values/postal-address.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { chooseAskingAccount } from "../account/choose-asking-account.js";
import type { LoadedAccount } from "../account/load-account.js";
import { loadUsableAccount } from "../account/load-usable-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { discreetErrors } from "../failure-errors.js";
import { requireOffer } from "../require-offer.js";
import { Refusal } from "../result.js";
import { problemError } from "../user-error.js";
import { checkCountry, checkFormat } from "./check-format.js";
import { keepClassifications } from "./keep-classifications.js";

export interface ValidateAddressInput {
  address: PostalAddressInput;
  carrierAccountId?: string | null;
}

export interface AddressAnswer {
  status: FoundValidation["status"] | "UNSUPPORTED_COUNTRY" | "UNAVAILABLE";
  residentialStatus: ResidentialStatus;
  candidates: (Omit<AddressCandidate, "address"> & { address: PostalAddress })[];
}

/**
 * Both at once where no carrier knows the country, and what is wrong with the address all the same; and where the address is
 * known, and the carrier delivers nothing there.
 */
export interface AddressCheck {
  answer: AddressAnswer | null;
  userErrors: ShippingUserError[];
}

/** Somebody waits at a checkout, and can go on without an answer. */
const timeoutMs = 6_000;

const at = ["input", "address"];
const without = (status: AddressAnswer["status"]): AddressAnswer => ({
  ...{ status, residentialStatus: "UNKNOWN", candidates: [] },
});

/**
 * Asks the carrier whether an address exists, how it is written and whether it is a home, and keeps the last for rates.
 * Countries that no carrier knows are not asked about: their addresses are checked for form. A carrier that gives no
 * answer is UNAVAILABLE. Codes: INVALID, REQUIRED, TOO_LONG, NOT_FOUND, NOT_ALLOWED, ACCOUNT_NOT_READY,
 * CARRIER_REJECTED.
 */
export async function validateAddress(
  deps: ShippingDeps,
  actor: Actor,
  input: ValidateAddressInput,
): Promise<AddressCheck> {
  const address = postalAddress(input.address);
  const faults = checkCountry(address, at);
  if (faults.length > 0) return { answer: null, userErrors: faults };
  try {
    return await askSuitable(deps, actor, address, input.carrierAccountId ?? null);
  } catch (error) {
    if (error instanceof Refusal) return { answer: null, userErrors: error.userErrors };
    throw error;
  }
}

async function askSuitable(
  deps: ShippingDeps,
  actor: Actor,
  address: PostalAddress,
  accountId: string | null,
): Promise<AddressCheck> {
  const named = accountId === null ? null : await loadUsableAccount(deps, actor, accountId);
  const isAble = ({ addressValidation }: CarrierAdapter) => addressValidation?.isKnownPlace(address) ?? false;
  const adapters = named ? [named.adapter] : [...deps.carriers.values()];
  if (!adapters.some(isAble)) {
    return { answer: without("UNSUPPORTED_COUNTRY"), userErrors: checkFormat(address, at) };
  }
  const loaded = named ?? (await chooseAskingAccount(deps, actor, "ADDRESS_VALIDATION", isAble));
  const validation = requireOffer(
    loaded.adapter.addressValidation,
    "Address validation is not supported by this service with this carrier.",
    at,
  );
  const problems = validation.checkAddress(address);
  if (problems.length > 0) throw new Refusal(problems.map((problem) => problemError(problem, at)));
  const outcome = await validation.validate(loaded.access, address, { purchaseId: null, timeoutMs });
  return readOutcome(deps, loaded, address, outcome);
}

async function readOutcome(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  address: PostalAddress,
  outcome: Outcome<FoundValidation>,
): Promise<AddressCheck> {
  if (outcome.kind === "UNAVAILABLE") return { answer: without("UNAVAILABLE"), userErrors: [] };
  if (outcome.kind !== "ANSWERED") return { answer: null, userErrors: discreetErrors(outcome, at) };
  const { status, residentialStatus, candidates } = outcome.value;
  const checkedAt = await keepClassifications(deps, loaded, address, outcome.value);
  const answer = {
    status,
    residentialStatus,
    candidates: candidates.map((candidate) => dated(candidate, address, checkedAt)),
  };
  const undeliverable = loaded.adapter.addressValidation?.checkDeliverable?.(address) ?? [];
  return { answer, userErrors: undeliverable.map((problem) => problemError(problem, at)) };
}

function dated({ address, ...rest }: AddressCandidate, asked: PostalAddress, checkedAt: string | null) {
  const isCarriers = asked.residentialStatus === "UNKNOWN" && rest.residentialStatus !== "UNKNOWN";
  return { ...rest, address: { ...address, ...(isCarriers && { residentialStatusCheckedAt: checkedAt }) } };
}
