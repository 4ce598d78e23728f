import { z } from "zod";
import { chargeFields, packageChargeFields } from "../shipping/priced-charges.js";
import { alertList, envelope } from "../words/alerts.js";
import { listOf, maybe, maybeText, needed, presence, readableIfThere, readableOf, text } from "../words/shapes.js";

const timeInTransit = z.object({
  ServiceSummary: maybe(
    z.object({
      EstimatedArrival: maybe(
        z.object({
          Arrival: maybe(z.object({ Date: maybeText, Time: maybeText })),
          BusinessDaysInTransit: maybeText,
        }),
      ),
      GuaranteedIndicator: presence,
      SaturdayDelivery: maybeText,
    }),
  ),
});

const service = { Service: needed(z.object({ Code: text })) };

/** The fields we read of one priced service (Rating.yaml, RatedShipment). */
export const ratedShipment = z.object({
  ...service,
  RatedShipmentAlert: alertList,
  BillingWeight: maybe(z.object({ UnitOfMeasurement: maybe(z.object({ Code: maybeText })), Weight: maybeText })),
  ...chargeFields,
  NegotiatedRateCharges: readableIfThere(z.object(chargeFields)),
  RatedPackage: readableOf(z.object(packageChargeFields)),
  TimeInTransit: maybe(timeInTransit),
  GuaranteedDelivery: maybe(
    z.object({
      BusinessDaysInTransit: maybeText,
      DeliveryByTime: maybeText,
      ScheduledDeliveryDate: maybeText,
    }),
  ),
});

/** As much of it as tells which service has no price. */
export const namedService = z.object(service);

export const rateAnswer = z.object({
  RateResponse: needed(z.object({ Response: envelope, RatedShipment: listOf(z.unknown()) })),
});

export type RatedShipment = z.infer<typeof ratedShipment>;
