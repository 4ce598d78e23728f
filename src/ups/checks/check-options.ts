import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { checkCollection } from "../shipping/collect-on-delivery.js";
import { checkNotifications } from "../shipping/notifications.js";
import type { ServiceRow } from "../words/codes.js";
import { declaredCurrencies } from "../words/currencies.js";
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
