import type { Price } from "../../pricing/price.js";
import { zoneOf } from "../../pricing/zones.js";
import type { RequestedPackage, RequestedShipment } from "../../request/requested-shipment.js";
import { amount, billingWeightBlock, itemizedCharges, money, packageCharges, taxBlock } from "../charges-answer.js";

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

/** One `RatedShipment`. Where a negotiated price stands, taxes stand in its block only; the service has no name. */
export function ratedShipment(shipment: RequestedShipment, parts: RatedParts) {
  const { serviceCode, published, negotiated } = parts;
  return {
    Service: { Code: serviceCode, Description: "" },
    Zone: zoneOf(serviceCode, shipment.shipFrom, shipment.shipTo),
    RatedShipmentAlert: [referenceRatesAlert],
    RatingMethod: "01",
    BillableWeightCalculationMethod: "02",
    BillingWeight: billingWeightBlock(shipment),
    TransportationCharges: money(published, published.transportation),
    BaseServiceCharge: money(published, published.base),
    ItemizedCharges: itemizedCharges(published, published.itemized),
    ServiceOptionsCharges: money(published, published.serviceOptions),
    TotalCharges: money(published, published.total),
    ...(!negotiated && taxBlock(published, shipment.wantsTaxes)),
    ...(negotiated && { NegotiatedRateCharges: negotiatedCharges(negotiated, shipment.wantsTaxes) }),
    RatedPackage: shipment.packages.map((pkg, index) => ratedPackage(parts, index, pkg)),
    ...parts.times,
  };
}

/** Singular `TotalCharge`, and a single `BaseServiceCharge` although the spec says list: as on the wire. */
function negotiatedCharges(price: Price, wantsTaxes: boolean) {
  return {
    BaseServiceCharge: money(price, price.base),
    ItemizedCharges: itemizedCharges(price, price.itemized),
    TotalCharge: money(price, price.total),
    ...taxBlock(price, wantsTaxes),
  };
}

/** When shopping UPS says little more than the weight and the options. */
function ratedPackage(
  { published, negotiated, isShopping }: RatedParts,
  index: number,
  { weight, simpleRate }: RequestedPackage,
) {
  const pkg = published.packages[index];
  if (!pkg) return { Weight: weight };
  return {
    ...(!isShopping && { BaseServiceCharge: money(published, pkg.base) }),
    ...(!isShopping && { ServiceOptionsCharges: money(published, pkg.serviceOptions) }),
    ...packageCharges(published, negotiated, index),
    ...(simpleRate !== undefined && { SimpleRate: { Code: simpleRate } }),
    Weight: Number.isFinite(Number(weight)) ? Number(weight).toFixed(1) : amount(0),
  };
}
