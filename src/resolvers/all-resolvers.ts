import type { NonEmptyArray } from "type-graphql";
import { CarrierResolver } from "./carrier/carrier.js";
import { RateQuoteResolver } from "./rate/rate-quote.js";
import { ShippingRatesResolver } from "./rate/shipping-rates.js";

/** Every resolver class: the API's table of contents. */
export const allResolvers: NonEmptyArray<new () => object> = [
  CarrierResolver,
  ShippingRatesResolver,
  RateQuoteResolver,
];
