import type { ShipmentDetails } from "../carrier/shipment-details.js";
import type { FieldProblem } from "../carrier/values.js";
import type { ServiceRow } from "./codes.js";
import { isAccountNumber, isPostalCodeFormat, needsPostalCode, SATURDAY_SERVICES, SHIP_DATE_WINDOW } from "./limits.js";
import { problem, required } from "./problems.js";

/** Who pays, and which options go with the service. */
export function checkOptions({ options }: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  const isSaturdayWrong = options.isSaturdayDelivery && service !== null && !SATURDAY_SERVICES.has(service.ups);
  return [
    ...checkPayer(options),
    ...(isSaturdayWrong
      ? [problem("OPTION_NOT_ALLOWED", ["options", "isSaturdayDelivery"], `${service.name} has no Saturday delivery`)]
      : []),
  ];
}

function checkPayer(options: ShipmentDetails["options"]): FieldProblem[] {
  if (options.payer === "SENDER") return [];
  const number = options.payerAccountNumber?.trim();
  const postalCode = options.payerPostalCode?.replace(/[\s-]/g, "").toUpperCase();
  const country = options.payerCountryCode?.toUpperCase();
  return [
    ...(number ? [] : [required(["options", "payerAccountNumber"], "UPS bills this payer by account number")]),
    ...(number && !isAccountNumber(number)
      ? [problem("INVALID", ["options", "payerAccountNumber"], "A UPS account number is six letters or digits")]
      : []),
    ...(options.payer === "THIRD_PARTY" && !country
      ? [required(["options", "payerCountryCode"], "UPS needs the country of a third party")]
      : []),
    ...(!postalCode && (options.payer === "THIRD_PARTY" || (country && needsPostalCode(country)))
      ? [required(["options", "payerPostalCode"], "UPS needs the postal code of this payer's account")]
      : []),
    ...(postalCode && country && !isPostalCodeFormat(country, postalCode)
      ? [problem("INVALID", ["options", "payerPostalCode"], `This is not a postal code of ${country}`)]
      : []),
  ];
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
