import type { Answer } from "../../answer.js";
import type { Operation, UpsCall } from "../../operation.js";
import { servicesBetween } from "../../pricing/lanes.js";
import { transitOf } from "../../pricing/transit.js";
import { checkTrackingHeaders } from "../tracking/track-answer.js";
import { readTransitRequest, type TransitRequest } from "./read-transit-request.js";
import { serviceLevel } from "./service-level.js";

/** Time in Transit v1: how long each service of a lane takes. The days are those that Rating tells. */
export const transitTimes: Operation = {
  name: "TRANSIT_TIMES",
  method: "POST",
  path: /^\/api\/shipments\/v1\/transittimes$/,
  handle: answerTransitTimes,
};

function answerTransitTimes(call: UpsCall): Answer {
  checkTrackingHeaders(call);
  const request = readTransitRequest(call);
  const { shipFrom, shipTo } = request;
  const services = servicesBetween(shipFrom, shipTo).flatMap((code) => transitService(request, code));
  return {
    status: 200,
    body: {
      validationList: null,
      originPickList: null,
      destinationPickList: null,
      emsResponse: {
        shipDate: request.shipDate,
        shipTime: request.shipTime,
        serviceLevel: "A",
        billType: request.billType,
        originCountryCode: shipFrom.country,
        originPostalCode: shipFrom.postalCode,
        destinationCountryCode: shipTo.country,
        destinationPostalCode: shipTo.postalCode,
        guaranteeSuspended: false,
        numberOfServices: services.length,
        services,
      },
    },
  };
}

function transitService(request: TransitRequest, serviceCode: string) {
  const level = serviceLevel(serviceCode, request.shipFrom.country, request.shipTo.country);
  if (level === null) return [];
  const transit = transitOf(request, serviceCode, false, new Date(`${request.shipDate}T00:00:00Z`));
  const isoDay = (day: Date) => day.toISOString().slice(0, 10);
  const isoTime = transit.commitTime.replace(/(..)(..)(..)/, "$1:$2:$3");
  return [
    {
      serviceLevel: level.code,
      serviceLevelDescription: level.name,
      shipDate: isoDay(transit.pickup),
      deliveryDate: isoDay(transit.arrival),
      commitTime: isoTime,
      deliveryTime: isoTime,
      deliveryDayOfWeek: transit.arrival
        .toLocaleDateString("en-US", { weekday: "short", timeZone: "UTC" })
        .toUpperCase(),
      nextDayPickupIndicator: "0",
      saturdayPickupIndicator: "0",
      guaranteeIndicator: transit.isGuaranteed ? "1" : "0",
      totalTransitDays: transit.totalDays,
      businessTransitDays: transit.businessDays,
      restDaysCount: transit.totalDays - transit.businessDays,
      holidayCount: 0,
      delayCount: 0,
      pickupDate: isoDay(transit.pickup),
      pickupTime: "18:00:00",
      cstccutoffTime: "17:00:00",
    },
  ];
}
