import { isUnitedStates } from "../../pricing/countries.js";
import { fuelCode, type Price } from "../../pricing/price.js";
import { zoneOf } from "../../pricing/zones.js";
import type { RequestedPackage, RequestedShipment } from "../../request/requested-shipment.js";
import {
  amount,
  billingWeightBlock,
  itemizedCharges,
  money,
  packageCharges,
  taxBlock,
  wholePackageCharges,
} from "../charges-answer.js";

export interface RatedParts {
  serviceCode: string;
  published: Price;
  negotiated: Price | null;
  isShopping: boolean;
  /** `GuaranteedDelivery` and `TimeInTransit` where they apply. */
  times: object;
}

export const referenceRatesAlert = {
  Code: "110971",
  Description: "Your invoice may vary from the displayed reference rates",
};

/**
 * One `RatedShipment`. Where a negotiated price stands, taxes stand in its block only; the service has no name. Inside
 * the United States base and fuel stand with the packages and the shipment's base is 0.00 (recorded answers of 2024).
 */
export function ratedShipment(shipment: RequestedShipment, parts: RatedParts) {
  const { serviceCode, published, negotiated } = parts;
  const isByPackage = isUnitedStates(shipment.shipFrom.country) && isUnitedStates(shipment.shipTo.country);
  return {
    Service: { Code: serviceCode, Description: "" },
    Zone: zoneOf(serviceCode, shipment.shipFrom, shipment.shipTo),
    RatedShipmentAlert: [referenceRatesAlert],
    RatingMethod: "01",
    BillableWeightCalculationMethod: "02",
    BillingWeight: billingWeightBlock(shipment),
    TransportationCharges: money(published, published.transportation),
    ...ofTheShipment(published, isByPackage),
    ServiceOptionsCharges: money(published, published.serviceOptions),
    TotalCharges: money(published, published.total),
    ...(!negotiated && taxBlock(published, shipment.wantsTaxes)),
    ...(negotiated && { NegotiatedRateCharges: negotiatedCharges(negotiated, isByPackage, shipment.wantsTaxes) }),
    RatedPackage: shipment.packages.map((pkg, index) => ratedPackage(parts, index, isByPackage, pkg)),
    ...parts.times,
  };
}

/** Singular `TotalCharge`, and a single `BaseServiceCharge` although the spec says list: as on the wire. */
function negotiatedCharges(price: Price, isByPackage: boolean, wantsTaxes: boolean) {
  return {
    ...ofTheShipment(price, isByPackage),
    TotalCharge: money(price, price.total),
    ...taxBlock(price, wantsTaxes),
  };
}

function ofTheShipment(price: Price, isByPackage: boolean) {
  const itemized = price.itemized.filter(({ code }) => !isByPackage || code !== fuelCode);
  return {
    BaseServiceCharge: money(price, isByPackage ? 0 : price.base),
    ItemizedCharges: itemizedCharges(price, itemized),
  };
}

/** When shopping UPS says little more than the weight and the options. */
function ratedPackage(
  { published, negotiated, isShopping }: RatedParts,
  index: number,
  isByPackage: boolean,
  { weight, simpleRate }: RequestedPackage,
) {
  const pkg = published.packages[index];
  if (!pkg) return { Weight: weight };
  return {
    ...(!isShopping && { ServiceOptionsCharges: money(published, pkg.serviceOptions) }),
    ...(isByPackage
      ? wholePackageCharges(published, negotiated, index)
      : {
          ...(!isShopping && { BaseServiceCharge: money(published, pkg.base) }),
          ...packageCharges(published, negotiated, index),
        }),
    ...(simpleRate !== undefined && { SimpleRate: { Code: simpleRate } }),
    Weight: Number.isFinite(Number(weight)) ? Number(weight).toFixed(1) : amount(0),
  };
}
