import { Decimal } from "decimal.js";
import type { DeliveryDay } from "../../carrier/shipment-options.js";
import type { RateQuote } from "../../entities/rate-quote.js";
import { isOnSaturday } from "../shipment/delivery-day.js";

type Sortable = Pick<RateQuote, "priceAmount" | "priceCurrency" | "transitDays" | "serviceCode" | "id"> & DeliveryDay;

/** Cheapest first, then fastest (unknown last), then by service. Amounts of different currencies are not compared. */
export function compareQuotes(a: Sortable, b: Sortable): number {
  return (
    compareText(a.priceCurrency, b.priceCurrency) ||
    new Decimal(a.priceAmount).comparedTo(b.priceAmount) ||
    (a.transitDays ?? slowest) - (b.transitDays ?? slowest) ||
    compareText(a.serviceCode ?? "", b.serviceCode ?? "") ||
    Number(isOnSaturday(a)) - Number(isOnSaturday(b)) ||
    compareText(a.id, b.id)
  );
}

const slowest = Number.MAX_SAFE_INTEGER;

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
