import type { RequestedShipment } from "../request/requested-shipment.js";
import { currencyOf } from "./countries.js";
import { returnSurcharges } from "./return-services.js";
import { serviceTerms } from "./services.js";
import { simpleRatePrice } from "./simple-rates.js";
import { deliverySurcharges, packageSurcharges, type Surcharge, shipmentSurcharges } from "./surcharges.js";
import { taxOf } from "./taxes.js";
import { billableWeight, toPounds } from "./weights.js";
import { distanceStep } from "./zones.js";

const fuelPercent = 18.5;
export const fuelCode = "375";
const stepIncrease = 0.11;
/** What a merchant with a contract pays of the published base price. */
const negotiatedShare = 0.72;

export interface PriceTerms {
  serviceCode: string;
  isSaturday: boolean;
  isNegotiated: boolean;
  /** The simulator's price factor: 1 unless a test raised prices. */
  factor: number;
}

/** A price in cents of the origin's currency. `total` is without taxes. */
export interface Price {
  currency: string;
  base: number;
  /** Fuel and delivery surcharges first, then the options of the shipment. */
  itemized: Surcharge[];
  transportation: number;
  serviceOptions: number;
  total: number;
  tax: { type: string; cents: number } | null;
  packages: PackagePrice[];
}

export interface PackagePrice {
  base: number;
  /** Its share of the shipment's fuel charge. */
  fuel: number;
  itemized: Surcharge[];
  serviceOptions: number;
}

/** The price of a shipment: the same for Rate and Ship, a pure function of what is asked. */
export function priceOf(shipment: RequestedShipment, terms: PriceTerms): Price {
  const { code: currency, perDollar } = currencyOf(shipment.shipFrom.country);
  const local = (surcharge: Surcharge) => ({ ...surcharge, cents: Math.round(surcharge.cents * perDollar) });
  const packages = shipment.packages.map((pkg) => {
    const itemized = packageSurcharges(pkg).map(local);
    const base = packageBase(shipment, pkg, terms, perDollar);
    const fuel = Math.round((base * fuelPercent) / 100);
    return { base, fuel, itemized, serviceOptions: sum(itemized) };
  });
  const base = packages.reduce((total, pkg) => total + pkg.base, 0);
  const delivery = [{ code: fuelCode, cents: packages.reduce((total, pkg) => total + pkg.fuel, 0) }];
  delivery.push(...deliverySurcharges(shipment).map(local));
  const options = [...shipmentSurcharges(shipment, terms.isSaturday), ...returnSurcharges(shipment)].map(local);
  const transportation = base + sum(delivery);
  const serviceOptions = sum(options) + packages.reduce((total, pkg) => total + pkg.serviceOptions, 0);
  const total = transportation + serviceOptions;
  const itemized = [...delivery, ...options];
  return { currency, base, itemized, transportation, serviceOptions, total, tax: taxOn(shipment, total), packages };
}

function packageBase(
  shipment: RequestedShipment,
  pkg: RequestedShipment["packages"][number],
  terms: PriceTerms,
  perDollar: number,
): number {
  const service = serviceTerms[terms.serviceCode];
  if (!service) throw new Error(`no terms for service ${terms.serviceCode}`);
  const pounds = toPounds(billableWeight(pkg), pkg.weightUnit);
  const steps = distanceStep(shipment.shipFrom, shipment.shipTo) - 2;
  const byWeight = (service.firstPound + service.perPound * Math.max(0, pounds - 1)) * (1 + stepIncrease * steps);
  const dollars = simpleRatePrice(terms.serviceCode, pkg.simpleRate ?? "") ?? byWeight;
  const share = terms.isNegotiated ? negotiatedShare : 1;
  return Math.round(dollars * perDollar * share * terms.factor * 100);
}

function taxOn(shipment: RequestedShipment, total: number): Price["tax"] {
  const tax = taxOf(shipment);
  return tax && { type: tax.type, cents: Math.round((total * tax.percent) / 100) };
}

function sum(surcharges: Surcharge[]): number {
  return surcharges.reduce((total, surcharge) => total + surcharge.cents, 0);
}
