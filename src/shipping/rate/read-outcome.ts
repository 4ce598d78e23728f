import { Decimal } from "decimal.js";
import type { CatalogueService } from "../../carrier/catalogue.js";
import type { Answered, Outcome } from "../../carrier/outcome.js";
import type { RatedService } from "../../carrier/rating.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import { onDayOf } from "../shipment/delivery-day.js";
import { type Ask, optionOf, shownService } from "./ask-carrier.js";
import type { Offer } from "./price-offer.js";
import {
  methodRequired,
  noPrice,
  type UnavailableOption,
  unreadPrice,
  type Why,
  whyFailed,
} from "./unavailable-option.js";
import { whyNotBuyable } from "./why-not-buyable.js";

interface Read {
  offers: Offer[];
  unavailable: UnavailableOption[];
}

/**
 * What one choice got out of the carrier's answer: its service, with and without Saturday, or all; else why nothing.
 * What could not be bought is no offer.
 */
export function readOutcome(ask: Ask, outcome: Outcome<RatedService[]>): Read {
  const { choice, loaded } = ask;
  const wanted = choice.method?.serviceCode ?? null;
  const unavailable = (why: Why) => ({ offers: [], unavailable: [optionOf(ask, wanted, why)] });
  if (outcome.kind !== "ANSWERED")
    return unavailable(whyFailed(outcome, (messages) => loaded.adapter.rateRefusalReason(messages)));
  const priced = outcome.value.filter(({ serviceCode }) => wanted === null || serviceCode === wanted);
  const unread = unreadServices(outcome, wanted).map(([code, why]) => optionOf(ask, code, why));
  const read = judged(ask, priced);
  if (priced.length + unread.length > 0) return { ...read, unavailable: [...read.unavailable, ...unread] };
  return unavailable({ reason: "LANE_NOT_SERVED", message: "The carrier gave no price for it for this shipment." });
}

/** Services, the wanted one or all, that the carrier priced in no way that can be read. */
function unreadServices({ value, messages }: Answered<RatedService[]>, wanted: string | null): [string, Why][] {
  const told = messages.flatMap(({ serviceCode }) => serviceCode ?? []);
  const without = [...new Set(told)].filter((code) => !value.some((rated) => rated.serviceCode === code));
  return without.flatMap((code): [string, Why][] => {
    const why = wanted === null || wanted === code ? unreadPrice(messages, code) : null;
    return why === null ? [] : [[code, why]];
  });
}

function judged(ask: Ask, priced: RatedService[]): Read {
  const read: Read = { offers: [], unavailable: [] };
  for (const rated of priced) {
    const why = whyNoOffer(ask, rated);
    const { choice, details } = ask;
    if (why === null) read.offers.push({ choice, details, service: shownService(ask, rated.serviceCode), rated });
    else read.unavailable.push(optionOf(ask, rated.serviceCode, why));
  }
  return read;
}

function whyNoOffer(ask: Ask, rated: RatedService): Why | null {
  const unasked = ratedByNameOnly(ask, rated);
  if (unasked !== null) return methodRequired(unasked);
  if (hasNoPrice(rated, ask.details)) return noPrice(rated.total);
  return whyNotBuyable(ask, onDayOf(ask.details, rated), rated.serviceCode);
}

/** Priced among others, on terms that are not its own: a purchase would ask for it by name, and pay another price. */
function ratedByNameOnly({ choice, loaded, details }: Ask, { serviceCode }: RatedService): CatalogueService | null {
  if (choice.method?.serviceCode) return null;
  const service = loaded.adapter.catalogue.findService(serviceCode, details.shipFrom.countryCode);
  return service?.isRatedByName ? service : null;
}

/** Whom somebody else pays for may well see a zero, though nobody pays less than that. */
export function hasNoPrice({ total }: RatedService, { options }: Pick<StoredShipmentDetails, "options">): boolean {
  const amount = new Decimal(total.amount);
  return amount.lessThan(0) || (options.payer === "SENDER" && amount.isZero());
}
