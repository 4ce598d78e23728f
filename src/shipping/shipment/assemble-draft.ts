import type { EntityManager } from "typeorm";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { adapterOf } from "../account/load-account.js";
import { findCustomersPayer } from "../customer/customers-payer.js";
import { databaseNow } from "../database-now.js";
import type { ShippingDeps } from "../deps.js";
import { templatesOf } from "../packing/find-templates.js";
import { Refusal, refuse, refuseAny } from "../result.js";
import { unknownService } from "../unknown-words.js";
import { userError } from "../user-error.js";
import { buildDetails } from "./build-details.js";
import { longestForeignKey } from "./build-goods.js";
import { checkQuote } from "./check-quote.js";
import { chooseSources, type Sources } from "./choose-sources.js";
import { onDayOf } from "./delivery-day.js";
import { classifyDestination, findChosenLocation } from "./destination.js";
import type { DraftInput } from "./draft-input.js";
import { withoutNulls } from "./draft-nulls.js";
import { checkPast } from "./ship-date.js";
import { checkTags } from "./tags.js";

/** A shipment that is complete and passes every check that needs no carrier call. */
export interface Draft extends Sources {
  adapter: CarrierAdapter;
  details: StoredShipmentDetails;
}

/**
 * `base`: what is stored already, under the input. `isOfferAccepted`: the quote is the one that the shipment was made with,
 * however old it is. Throws a `Refusal` with paths under `at`.
 */
export async function assembleDraft(
  deps: ShippingDeps,
  manager: EntityManager,
  draftInput: DraftInput,
  base: StoredShipmentDetails | null,
  at: string[],
  isOfferAccepted = false,
): Promise<Draft> {
  const input = base === null ? withoutNulls(draftInput) : draftInput;
  const chosen = await chooseSources(deps, manager, input, at, base !== null);
  const adapter = adapterOf(deps, chosen.account);
  const service = chosen.serviceCode === null ? null : adapter.catalogue.findService(chosen.serviceCode, null);
  if (chosen.serviceCode !== null && service === null) {
    const origin = (input.shipFrom ?? chosen.place?.address ?? base?.shipFrom ?? chosen.account.address).countryCode;
    refuse("INVALID", unknownService(chosen.serviceCode, adapter.catalogue, origin), [...at, "service"]);
  }
  const sources = { ...chosen, serviceCode: service?.code ?? null };
  const errors = [...tooLong(adapter, input, at), ...checkTags(input.tags, [...at, "tags"])];
  const location = await findChosenLocation(manager, input.carrierLocationId, [...at, "carrierLocationId"]);
  const templates = await templatesOf(manager, input.packages, [...at, "packages"]);
  const payerField = [...at, "options", "customerCarrierAccountId"];
  const customersPayer = await findCustomersPayer(deps, manager, input.options?.customerCarrierAccountId, payerField);
  const { account, method, place } = sources;
  const reference = errors.length > 0 ? null : input.reference?.trim() || null;
  const stored = { base: withQuotedDay(base, sources), reference };
  const defaults = { adapter, account, method, place, location, templates, customersPayer, ...stored };
  const { details: built, userErrors } = buildDetails(input, defaults, sources.serviceCode, at);
  const shipDate = built ? built.shipDate : (input.shipDate ?? defaults.base?.shipDate);
  errors.push(...withPastDay(userErrors, shipDate, deps.clock.now(), at));
  if (built === null || errors.length > 0) throw new Refusal(errors);
  const details = await classifyDestination(manager, built, sources);
  if (sources.quote && !isOfferAccepted) await refuseStaleQuote(manager, sources, details, at);
  return { ...sources, adapter, details };
}

/** What is stored, else the quoted parts; whoever chooses a quote chooses its day of delivery. */
function withQuotedDay(base: StoredShipmentDetails | null, { quote }: Sources): StoredShipmentDetails | null {
  if (quote === null) return base;
  return onDayOf(base ?? quote.details, quote);
}

/** A day that has passed is told once, in one way, whether or not the carrier takes such days. */
function withPastDay(
  errors: ShippingUserError[],
  shipDate: string | null | undefined,
  now: Date,
  at: string[],
): ShippingUserError[] {
  const past = checkPast(shipDate ?? null, now, [...at, "shipDate"]);
  if (past.length === 0) return errors;
  return [...errors.filter(({ field }) => field?.at(-1) !== "shipDate"), ...past];
}

async function refuseStaleQuote(
  manager: EntityManager,
  sources: Sources,
  details: StoredShipmentDetails,
  at: string[],
): Promise<void> {
  const against = { details, accountId: sources.account.id, serviceCode: sources.serviceCode };
  const errors = checkQuote(sources.quote, against, await databaseNow(manager), [...at, "rateQuoteId"]);
  refuseAny(errors);
}

/** Nothing is cut silently. */
function tooLong({ limits: { reference } }: CarrierAdapter, input: DraftInput, at: string[]): ShippingUserError[] {
  const limits = { reference, orderId: longestForeignKey, clientReference: longestForeignKey };
  return Object.entries(limits)
    .filter(([part, limit]) => (input[part as keyof typeof limits]?.trim().length ?? 0) > limit)
    .map(([part, limit]) => userError("TOO_LONG", `It has at most ${limit} characters.`, [...at, part]));
}
