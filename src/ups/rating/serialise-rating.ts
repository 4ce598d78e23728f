import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { RateRequest } from "../../carrier/rating.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Address } from "../../carrier/values.js";
import { totalForTransitTimes } from "../customs/invoice-total.js";
import { serialiseRatedAccessPoint } from "../shipping/access-point.js";
import { serialiseShipmentCollection } from "../shipping/collect-on-delivery.js";
import { ratedDangerousGoods } from "../shipping/dangerous-goods.js";
import { upsNumber, withServiceDuties } from "../shipping/named-service.js";
import { serialiseCharges, serialiseRatingOptions } from "../shipping/payment.js";
import { serialiseReturnService } from "../shipping/return-services.js";
import {
  serialisePackageOptions,
  serialiseShipmentSignature,
  serialiseSize,
  serialiseTotalWeight,
} from "../shipping/shipment-parts.js";
import { bodyOf, queryOf } from "../wire/declared-names.js";
import { attentionOf, nameOf, serialiseAddress, serialiseDestination } from "../words/address.js";
import { findServiceRow } from "../words/codes.js";
import { upsDate } from "../words/dates.js";
import { isCrossBorder, laneOf } from "../words/lanes.js";
import { findPackageType, letter } from "../words/package-types.js";
import { countryOf } from "../words/places/place.js";
import { systemOf } from "../words/unit-system.js";
import type { UnitSystem } from "../words/units.js";

/** All services in one call, or one; transit times come with either (Rating.yaml, v2409), where UPS knows them. */
export function ratingPath(request: RateRequest): string {
  const path = `/api/rating/v2409/${requestOption(request)}`;
  return hasTransitTimes(request) ? `${path}?${queryOf("RATE", { additionalinfo: "timeintransit" })}` : path;
}

/** Of services that the carrier prices by name, those that are another price for a service of the timetable. */
function hasTransitTimes({ serviceCode }: RateRequest): boolean {
  return serviceCode === null || !findServiceRow(serviceCode)?.named?.isPlain;
}

/** The body of Rating v2409. Negotiated prices and taxes are always asked for. */
export function serialiseRating(account: CarrierAccountAccess, request: RateRequest) {
  const { details } = request;
  const system = systemOf(details, request.weightUnit);
  const service = request.serviceCode === null ? null : findServiceRow(request.serviceCode);
  return bodyOf("RATE", {
    RateRequest: {
      // The schema requires RequestOption although it no longer declares it.
      Request: { RequestOption: requestOption(request), SubVersion: "2409" },
      PickupType: { Code: "01" },
      // Prices of the shipper number; only read for shippers in the United States.
      ...(countryOf(account.shipper) === "US" && { CustomerClassification: { Code: "00" } }),
      Shipment: {
        Shipper: {
          ...party(account.shipper),
          ShipperNumber: account.accountNumber,
          Address: serialiseAddress(account.shipper),
        },
        ShipTo: { ...party(details.shipTo), Address: serialiseDestination(details.shipTo) },
        ShipFrom: { ...party(details.shipFrom), Address: serialiseAddress(details.shipFrom) },
        ...serialiseRatedAccessPoint(details),
        PaymentDetails: {
          ShipmentCharge: serialiseCharges(withServiceDuties(details, request.serviceCode), account.accountNumber),
        },
        ...(request.serviceCode !== null && { Service: { Code: upsNumber(service, details) } }),
        Package: details.packages.map((pkg, index) => ({
          PackagingType: { Code: findPackageType(pkg.packageType)?.ups ?? "" },
          ...serialiseSize(pkg, system, service),
          ...serialisePackageOptions(pkg, index, details, ratedDangerousGoods(pkg, index, details, system)),
        })),
        ...serialiseServiceOptions(request),
        ShipmentRatingOptions: serialiseRatingOptions(details),
        TaxInformationIndicator: "",
        ...(hasTransitTimes(request) && serialiseTransitTime(details, system)),
      },
    },
  });
}

function requestOption({ serviceCode }: RateRequest): "Rate" | "Shop" {
  return serviceCode === null ? "Shop" : "Rate";
}

function party(address: Address) {
  const Name = nameOf(address);
  const AttentionName = attentionOf(address);
  return { ...(Name && { Name }), ...(AttentionName && { AttentionName }) };
}

/** Shopping for Saturday brings the weekday services too (option 1), each kept apart in the answer. */
function serialiseServiceOptions({ details, serviceCode }: RateRequest) {
  const { isSaturdayDelivery } = details.options;
  const options = {
    ...(isSaturdayDelivery && serviceCode === null && { AvailableServicesOption: "1" }),
    ...(isSaturdayDelivery && serviceCode !== null && { SaturdayDeliveryIndicator: "" }),
    ...serialiseShipmentSignature(details, laneOf(details)),
    ...serialiseShipmentCollection(details),
    ...serialiseReturnService(details.returnService),
  };
  return Object.keys(options).length > 0 ? { ShipmentServiceOptions: options } : {};
}

/** Without a date UPS counts from its own today. Across borders it wants weight and value as well. */
function serialiseTransitTime(details: ShipmentDetails, system: UnitSystem) {
  const isDocument = details.packages.every((pkg) => pkg.packageType === letter);
  return {
    DeliveryTimeInformation: {
      PackageBillType: isDocument ? "02" : "03",
      ...(details.shipDate !== null && { Pickup: { Date: upsDate(details.shipDate) } }),
    },
    ...(isCrossBorder(laneOf(details)) && {
      ShipmentTotalWeight: serialiseTotalWeight(details.packages, system),
      InvoiceLineTotal: totalForTransitTimes(details),
    }),
  };
}
