import { type Alert, type Answer, Refusal, successEnvelope } from "../../answer.js";
import type { Operation, UpsCall } from "../../operation.js";
import { contractService } from "../../pricing/contract-services.js";
import { packagingAlerts } from "../../pricing/flat-packaging.js";
import { servicesBetween } from "../../pricing/lanes.js";
import { priceOf } from "../../pricing/price.js";
import { serviceTerms } from "../../pricing/services.js";
import { refuseUnknownNames } from "../../request/accepted-names.js";
import { checkIndication } from "../../request/access-point-rules.js";
import { textAt, valueAt } from "../../request/json-reading.js";
import { readShipment } from "../../request/read-shipment.js";
import type { RequestedShipment } from "../../request/requested-shipment.js";
import { refuseShipmentByScenario, scenarioAlerts, shopsByContract } from "../../scenarios.js";
import type { Simulator } from "../../simulator.js";
import { isNegotiated, negotiatedRateAlerts } from "../negotiated-rates.js";
import { rateNames } from "./rate-names.js";
import { checkRateRequest, checkTimeInTransit } from "./rate-rules.js";
import { ratedShipment, referenceRatesAlert } from "./rated-shipment.js";
import { guaranteedDelivery, timeInTransit } from "./time-in-transit.js";

/** Rating v2409: one service or all of the lane, with time in transit by path or by query. */
export const rate: Operation = {
  name: "RATE",
  method: "POST",
  path: /^\/api\/rating\/v2409\/(?<option>rate|shop|ratetimeintransit|shoptimeintransit)$/i,
  handle: answerRate,
};

/** As met by integrators whose accounts have contracts: Shop lists them whether or not they suit what is sent. */
const listedByContract = ["93", "70", "17", "75", "9Z"];

interface RateOption {
  isShopping: boolean;
  wantsTimes: boolean;
}

interface Variant {
  serviceCode: string;
  isSaturday: boolean;
}

function answerRate(call: UpsCall, simulator: Simulator): Answer {
  refuseUnknownNames(call.body, rateNames);
  const option = readOption(call);
  const shipment = readRated(call.body, option);
  refuseShipmentByScenario(shipment, "RATE");
  checkIndication(valueAt(call.body, "RateRequest.Shipment"));
  checkRateRequest(shipment, call.clientId, option.isShopping);
  const pickupDay = option.wantsTimes ? checkTimeInTransit(call.body, shipment, call.at) : call.at;
  const rated = variants(shipment, option, call.clientId).map((variant) =>
    rateVariant(call, shipment, variant, option, pickupDay, simulator.prices.factor),
  );
  if (rated.length === 0) {
    throw new Refusal("111210", "The requested service is unavailable between the selected locations.");
  }
  const context = textAt(call.body, "RateRequest.Request.TransactionReference.CustomerContext");
  return {
    status: 200,
    body: { RateResponse: { Response: successEnvelope(context, alertsFor(shipment)), RatedShipment: rated } },
  };
}

/** Shopping reads over the service that is named (Rating.yaml, Shipment.Service). */
function readRated(body: unknown, { isShopping }: RateOption): RequestedShipment {
  const shipment = readShipment(valueAt(body, "RateRequest.Shipment"));
  return isShopping ? { ...shipment, serviceCode: "" } : shipment;
}

function readOption({ params, query }: UpsCall): RateOption {
  const option = (params.option ?? "").toLowerCase();
  const isByQuery = query.get("additionalinfo")?.toLowerCase() === "timeintransit";
  return { isShopping: option.startsWith("shop"), wantsTimes: option.endsWith("timeintransit") || isByQuery };
}

/** What is priced: the asked service, or every service of the lane, some of them a second time for Saturday. */
function variants(
  { serviceCode, options, shipFrom, shipTo }: RequestedShipment,
  { isShopping }: RateOption,
  clientId: string,
): Variant[] {
  if (!isShopping) return [{ serviceCode, isSaturday: options.isSaturdayDelivery }];
  const byContract = shopsByContract(clientId) ? listedByContract : [];
  const services = [...servicesBetween(shipFrom, shipTo), ...byContract];
  const saturday = services.filter((code) => serviceTerms[code]?.hasSaturday);
  if (options.isSaturdayDelivery) return saturday.map((code) => ({ serviceCode: code, isSaturday: true }));
  const wantsBoth = options.availableServices === "1" || options.availableServices === "3";
  return services.flatMap((code) => [
    { serviceCode: code, isSaturday: false },
    ...(wantsBoth && saturday.includes(code) ? [{ serviceCode: code, isSaturday: true }] : []),
  ]);
}

function rateVariant(
  call: UpsCall,
  shipment: RequestedShipment,
  { serviceCode, isSaturday }: Variant,
  { isShopping, wantsTimes }: RateOption,
  pickupDay: Date,
  factor: number,
) {
  const price = (isNegotiated: boolean) => priceOf(shipment, { serviceCode, isSaturday, isNegotiated, factor });
  const billType = textAt(call.body, "RateRequest.Shipment.DeliveryTimeInformation.PackageBillType");
  const times = {
    ...guaranteedDelivery(shipment, serviceCode, pickupDay),
    ...(wantsTimes &&
      contractService(serviceCode) === null && {
        TimeInTransit: timeInTransit(shipment, serviceCode, isSaturday, pickupDay, billType),
      }),
  };
  const negotiated = isNegotiated(shipment) ? price(true) : null;
  return ratedShipment(shipment, { serviceCode, published: price(false), negotiated, isShopping, times });
}

function alertsFor(shipment: RequestedShipment): Alert[] {
  return [
    referenceRatesAlert,
    ...negotiatedRateAlerts(shipment),
    ...packagingAlerts(shipment, "11"),
    ...scenarioAlerts(shipment),
  ];
}
