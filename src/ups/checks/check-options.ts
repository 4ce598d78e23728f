import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { checkCollection } from "../shipping/collect-on-delivery.js";
import { checkNotifications } from "../shipping/notifications.js";
import type { ServiceRow } from "../words/codes.js";
import { declaredCurrencies } from "../words/currencies.js";
import { countryOf } from "../words/lanes.js";
import { SHIP_DATE_WINDOW } from "../words/limits.js";
import { problem } from "../words/problems.js";
import { checkPayer } from "./check-payer.js";
import { checkServiceOptions } from "./options/service-options.js";

/** Who pays, which options go with lane and service and with each other, and what they say. */
export function checkOptions(details: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  return [
    ...checkPayer(details),
    ...checkServiceOptions(details, service),
    ...checkTogether(details),
    ...checkCollection(details),
    ...checkDeclaredCurrencies(details),
    ...checkNotifications(details),
  ];
}

/** What UPS has, but not at once. */
function checkTogether({ options, accessPoint }: ShipmentDetails): FieldProblem[] {
  if (options.collectOnDelivery === null) return [];
  const refuse = (isWrong: boolean, what: string) =>
    isWrong
      ? [problem("OPTION_NOT_ALLOWED", ["options", "collectOnDelivery"], `UPS does not collect on delivery ${what}`)]
      : [];
  return [
    ...refuse(options.signature !== "NONE", "together with a signature"),
    ...refuse(accessPoint !== null, "at an access point"),
  ];
}

function checkDeclaredCurrencies({ packages, shipFrom }: ShipmentDetails): FieldProblem[] {
  const taken = declaredCurrencies(countryOf(shipFrom));
  const isWrong = (code: string | undefined) => /^[A-Z]{3}$/.test(code ?? "") && !taken.includes(code ?? "");
  if (taken.length === 0) return [];
  return packages.flatMap(({ declaredValue }, index) =>
    isWrong(declaredValue?.currencyCode)
      ? [
          problem(
            "INVALID",
            ["packages", index, "declaredValue", "currencyCode"],
            `From ${countryOf(shipFrom)} UPS takes values declared in ${taken.join(" or ")}`,
          ),
        ]
      : [],
  );
}

const DAY_MS = 86_400_000;

/** The ship date in UPS's window; a day is granted on either side, since the date is one of the sender's time zone. */
export function checkShipDate(shipDate: string | null, isPurchase: boolean, now: Date): FieldProblem[] {
  if (shipDate === null) return [];
  const path = ["shipDate"];
  const at = /^\d{4}-\d{2}-\d{2}$/.test(shipDate) ? Date.parse(`${shipDate}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== shipDate) {
    return [problem("INVALID", path, "A date is written YYYY-MM-DD")];
  }
  const today = Math.floor(now.getTime() / DAY_MS);
  const days = at / DAY_MS - today;
  const first = (isPurchase ? 0 : SHIP_DATE_WINDOW.rateFrom) - 1;
  const last = (isPurchase ? SHIP_DATE_WINDOW.shipTo : SHIP_DATE_WINDOW.rateTo) + 1;
  return days >= first && days <= last
    ? []
    : [problem("INVALID", path, `UPS takes dates from ${first + 1} to ${last - 1} days from today`)];
}
