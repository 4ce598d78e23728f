import { collectionLevel, fundsAt } from "../../shipping/collect-on-delivery.js";
import { offeredCodes } from "../../words/catalogue.js";
import type { ServiceRow } from "../../words/codes.js";
import { knownCurrencyOf } from "../../words/currencies.js";
import { hasPackageSignature, isCrossBorder, isUnitedStates } from "../../words/lanes.js";
import { accessPointLimits, collectLimitsUsd, notificationLimits, saturdayServices } from "../../words/limits.js";
import { letter } from "../../words/package-types.js";
import { available, laneInWords, type OptionRule, type OptionTerms, type Verdict } from "./option-rule.js";

const notWithCollection = "Not with Collect on Delivery.";

/** Services that carry and deliver, and no more. */
const plainly = ({ name }: ServiceRow, what: string) => ({ reason: `${what} does not go with ${name}` });

const { kilograms, centimetres, lengthAndGirthCm, valueUsd } = accessPointLimits;
const accessPointNote = [
  notWithCollection,
  `In most countries for packages of up to ${kilograms} kg, ${centimetres} cm for the longest side,`,
  `${lengthAndGirthCm} cm of length and girth, and ${valueUsd} USD.`,
].join(" ");

function judgeSignature({ lane, service }: OptionTerms): Verdict {
  if (service?.named?.isPlain) return plainly(service, "A signature");
  return { level: hasPackageSignature(lane) ? "PACKAGE" : "SHIPMENT", note: notWithCollection };
}

function judgeSaturday({ lane, service }: OptionTerms): Verdict {
  const candidates = service ? [service.ups] : [...offeredCodes(lane.from, lane.to)];
  if (candidates.some((code) => saturdayServices.has(code))) return { level: "SHIPMENT" };
  return {
    reason: service
      ? `Saturday delivery cannot be requested with ${service.name}`
      : "No supported service can be requested for Saturday on this lane",
  };
}

function judgeCollection({ lane, service, packageTypes }: OptionTerms): Verdict {
  if (service?.named?.isPlain) return plainly(service, "Collect on Delivery");
  const level = collectionLevel(lane);
  if (level === null) return { reason: `Collect on Delivery is not supported by this service ${laneInWords(lane)}` };
  const isCanadaToStates = lane.from === "CA" && lane.to === "US";
  if (isCanadaToStates && packageTypes.includes(letter)) {
    return { reason: "Collect on Delivery does not go with a UPS Letter from CA to US" };
  }
  const currency = knownCurrencyOf(lane.to);
  const limit = (amount: string) => (currency === "USD" ? { amount, currencyCode: "USD" } : null);
  return {
    level,
    minimum: limit(collectLimitsUsd.least),
    maximum: limit(collectLimitsUsd.most),
    currencyCodes: currency === null ? [] : [currency],
    funds: fundsAt(level),
    note: [
      "Not with a signature or to an access point.",
      ...(isCanadaToStates ? ["Not for UPS Letters."] : []),
      ...(level === "SHIPMENT" ? ["For accounts with Daily Pickup or Drop Shipping only."] : []),
    ].join(" "),
  };
}

/** UPS's wording allows it across borders, and inside the United States and Puerto Rico (Shipping.yaml, Notification). */
function judgeNotification({ lane }: OptionTerms): Verdict {
  if (!isCrossBorder(lane) && !isUnitedStates(lane.from)) {
    return { reason: `E-mail notifications are not supported by this service ${laneInWords(lane)}` };
  }
  const { events, emails } = notificationLimits;
  return { level: "SHIPMENT", note: `At most ${events} events, each to at most ${emails} e-mail addresses.` };
}

function judgeAccessPoint({ service }: OptionTerms): Verdict {
  if (service?.named?.isPlain) return plainly(service, "Delivery to an access point");
  return { level: "SHIPMENT", note: accessPointNote };
}

/** What happens on the way and at the door. */
export const deliveryRules: readonly OptionRule[] = [
  {
    code: "SIGNATURE",
    judge: judgeSignature,
    askedAt: ({ options }) => (options.signature === "SIGNATURE" ? ["options", "signature"] : null),
  },
  {
    code: "ADULT_SIGNATURE",
    judge: judgeSignature,
    askedAt: ({ options }) => (options.signature === "ADULT_SIGNATURE" ? ["options", "signature"] : null),
  },
  {
    code: "SATURDAY_DELIVERY",
    judge: judgeSaturday,
    askedAt: ({ options }) => (options.isSaturdayDelivery ? ["options", "isSaturdayDelivery"] : null),
  },
  {
    code: "COLLECT_ON_DELIVERY",
    judge: judgeCollection,
    askedAt: ({ options }) => (options.collectOnDelivery ? ["options", "collectOnDelivery"] : null),
  },
  {
    code: "EMAIL_NOTIFICATION",
    judge: judgeNotification,
    askedAt: ({ options }) => (options.notifications.length > 0 ? ["options", "notifications"] : null),
  },
  { code: "ACCESS_POINT_DELIVERY", judge: judgeAccessPoint },
  { code: "VOID_CHOSEN_PACKAGES", judge: () => ({ ...available, note: "Not for returns." }) },
];
