import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { checkCollection } from "../shipping/collect-on-delivery.js";
import { checkNotifications } from "../shipping/notifications.js";
import type { ServiceRow } from "../words/codes.js";
import { declaredCurrencies } from "../words/currencies.js";
import { shipDateWindow } from "../words/limits.js";
import { countryOf } from "../words/places/place.js";
import { problem, when } from "../words/problems.js";
import { checkDutiesPayer } from "./check-duties-payer.js";
import { checkPayer } from "./check-payer.js";
import { checkServiceOptions } from "./options/service-options.js";

/** Who pays, which options go with lane and service and with each other, and what they say. */
export function checkOptions(details: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  return [
    ...checkPayer(details),
    ...checkDutiesPayer(details),
    ...checkServiceOptions(details, service),
    ...checkTogether(details),
    ...checkCollection(details),
    ...checkDeclaredCurrencies(details),
    ...checkNotifications(details),
  ];
}

/** What does not go together: for UPS, or here, since UPS collects at access points by an option of its own. */
function checkTogether({ options, accessPoint }: ShipmentDetails): FieldProblem[] {
  if (options.collectOnDelivery === null) return [];
  const refusal = (what: string) =>
    problem("OPTION_NOT_ALLOWED", ["options", "collectOnDelivery"], `Collect on Delivery ${what}`);
  return [
    ...when(options.signature !== "NONE", refusal("does not go with a signature")),
    ...when(accessPoint !== null, refusal("at an access point is not supported by this service")),
  ];
}

function checkDeclaredCurrencies({ packages, shipFrom }: ShipmentDetails): FieldProblem[] {
  const country = countryOf(shipFrom);
  const taken = declaredCurrencies(country);
  if (taken.length === 0) return [];
  const message = `From ${country} UPS takes values declared in ${taken.join(" or ")}`;
  return packages.flatMap(({ declaredValue }, index) => {
    const code = declaredValue?.currencyCode ?? "";
    const isWrong = /^[A-Z]{3}$/.test(code) && !taken.includes(code);
    return when(isWrong, problem("INVALID", ["packages", index, "declaredValue", "currencyCode"], message));
  });
}

const dayMs = 86_400_000;

/** The ship date in UPS's window; a day is granted on either side, since the date is one of the sender's time zone. */
export function checkShipDate(shipDate: string | null, isPurchase: boolean, now: Date): FieldProblem[] {
  if (shipDate === null) return [];
  const path = ["shipDate"];
  const at = /^\d{4}-\d{2}-\d{2}$/.test(shipDate) ? Date.parse(`${shipDate}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== shipDate) {
    return [problem("INVALID", path, "A date is written YYYY-MM-DD")];
  }
  const today = Math.floor(now.getTime() / dayMs);
  const days = at / dayMs - today;
  const first = (isPurchase ? 0 : shipDateWindow.rateFrom) - 1;
  const last = (isPurchase ? shipDateWindow.shipTo : shipDateWindow.rateTo) + 1;
  const message = `UPS takes dates from ${first + 1} to ${last - 1} days from today`;
  return when(days < first || days > last, problem("INVALID", path, message));
}
