import type { LanePlace, ServiceOption, ServiceOptionsQuery } from "../../../carrier/service-options.js";
import type { ShipmentDetails } from "../../../carrier/shipment-details.js";
import type { FieldProblem } from "../../../carrier/values.js";
import { servesNoMilitary, servesNot } from "../../addresses/check-served.js";
import { findServiceRow, type ServiceRow } from "../../words/codes.js";
import { laneBetween, laneOf } from "../../words/lanes.js";
import { placeOf } from "../../words/places/place.js";
import { problem } from "../../words/problems.js";
import { deliveryRules } from "./delivery-rules.js";
import { isRefusal, type OptionRule, type OptionTerms, type Verdict } from "./option-rule.js";
import { paymentRules } from "./payment-rules.js";
import { returnRules } from "./return-rules.js";
import { unsupportedReason } from "./supported-service.js";

/** Every option that we know of UPS, once. */
export const optionRules: readonly OptionRule[] = [...deliveryRules, ...paymentRules, ...returnRules];

/** Every option, with the reason where UPS does not have it on the lane, for the service or for the packaging. */
export function serviceOptions({ from, to, serviceCode, packageType }: ServiceOptionsQuery): ServiceOption[] {
  const lane = laneBetween(from, to);
  const service = serviceCode === null ? null : findServiceRow(serviceCode);
  const terms = { lane, service, packageTypes: packageType === null ? [] : [packageType] };
  const unserved = unservedPlace([from, to]) ?? unservedReason(serviceCode, terms);
  return optionRules.map((rule) => toOption(rule, unserved ?? rule.judge(terms)));
}

function unservedPlace(places: LanePlace[]): { reason: string } | null {
  const suspended = places.map((place) => placeOf(place).suspended).find((found) => found !== null);
  if (suspended) return { reason: servesNot(suspended) };
  return places.some((place) => placeOf(place).isMilitary) ? { reason: servesNoMilitary } : null;
}

function unservedReason(code: string | null, { service, lane }: OptionTerms): { reason: string } | null {
  if (code === null) return null;
  if (service === null) return { reason: `${code} is not supported by this service` };
  const reason = unsupportedReason(service, lane);
  return reason === null ? null : { reason };
}

const noLimits = { level: null, minimum: null, maximum: null, currencyCodes: [], funds: [], note: null };

function toOption({ code }: OptionRule, verdict: Verdict): ServiceOption {
  return isRefusal(verdict)
    ? { ...noLimits, code, isAvailable: false, reason: `${verdict.reason}.` }
    : { ...noLimits, code, isAvailable: true, reason: null, ...verdict };
}

/** What a shipment asks for although UPS does not have it, by the same table, at the place where it is asked for. */
export function checkServiceOptions(details: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  const terms = { lane: laneOf(details), service, packageTypes: details.packages.map((pkg) => pkg.packageType) };
  return optionRules.flatMap((rule) => {
    const path = rule.askedAt?.(details) ?? null;
    if (path === null) return [];
    const verdict = rule.judge(terms);
    return isRefusal(verdict) ? [problem("OPTION_NOT_ALLOWED", path, verdict.reason)] : [];
  });
}
