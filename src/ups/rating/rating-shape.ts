import { z } from "zod";
import { alertList, envelope } from "../words/alerts.js";
import { itemisedCharges, optionalMoney, taxCharges } from "../words/charges.js";
import { upsMoney } from "../words/money.js";
import { listOf, maybe, presence, text } from "../words/shapes.js";

/** Both spellings of the negotiated total are met. */
const negotiatedCharges = z.object({
  BaseServiceCharge: optionalMoney,
  ItemizedCharges: itemisedCharges,
  TaxCharges: taxCharges,
  TotalCharge: optionalMoney,
  TotalCharges: optionalMoney,
  TotalChargesWithTaxes: optionalMoney,
});

const ratedPackage = z.object({
  ItemizedCharges: itemisedCharges,
  NegotiatedCharges: maybe(z.object({ ItemizedCharges: itemisedCharges })),
});

const timeInTransit = z.object({
  ServiceSummary: maybe(
    z.object({
      EstimatedArrival: maybe(
        z.object({
          Arrival: maybe(z.object({ Date: text.optional(), Time: text.optional() })),
          BusinessDaysInTransit: text.optional(),
        }),
      ),
      GuaranteedIndicator: presence,
      SaturdayDelivery: text.optional(),
    }),
  ),
});

/** The fields we read of one priced service (Rating.yaml, RatedShipment). */
const ratedShipment = z.object({
  Service: z.object({ Code: text }),
  RatedShipmentAlert: alertList,
  BillingWeight: maybe(z.object({ UnitOfMeasurement: z.object({ Code: text }), Weight: text })),
  BaseServiceCharge: optionalMoney,
  ItemizedCharges: itemisedCharges,
  TaxCharges: taxCharges,
  TotalCharges: upsMoney,
  TotalChargesWithTaxes: optionalMoney,
  NegotiatedRateCharges: maybe(negotiatedCharges),
  RatedPackage: listOf(ratedPackage),
  TimeInTransit: maybe(timeInTransit),
  GuaranteedDelivery: maybe(z.object({ BusinessDaysInTransit: text.optional(), DeliveryByTime: text.optional() })),
});

export const rateAnswer = z.object({
  RateResponse: z.object({ Response: envelope, RatedShipment: listOf(ratedShipment) }),
});

export type RatedShipment = z.infer<typeof ratedShipment>;
