import { z } from "zod";
import { chargeFields } from "../shipping/priced-charges.js";
import { alertList, envelope } from "../words/alerts.js";
import { itemisedCharges, negotiatedItems } from "../words/charges.js";
import { upsMoney } from "../words/money.js";
import { listOf, maybe, presence, text } from "../words/shapes.js";

const ratedPackage = z.object({
  ItemizedCharges: itemisedCharges,
  NegotiatedCharges: negotiatedItems,
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
  ...chargeFields,
  TotalCharges: upsMoney,
  NegotiatedRateCharges: maybe(z.object(chargeFields)),
  RatedPackage: listOf(ratedPackage),
  TimeInTransit: maybe(timeInTransit),
  GuaranteedDelivery: maybe(z.object({ BusinessDaysInTransit: text.optional(), DeliveryByTime: text.optional() })),
});

export const rateAnswer = z.object({
  RateResponse: z.object({ Response: envelope, RatedShipment: listOf(ratedShipment) }),
});

export type RatedShipment = z.infer<typeof ratedShipment>;
