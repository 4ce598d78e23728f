import type { RequestedPackage, RequestedShipment } from "../request/requested-shipment.js";

const cubicInchesPerPound = 139;
const cubicCmPerKilogram = 5000;
const poundsPerKilogram = 2.20462;
const ouncesPerPound = 16;

/** Billable weight of one package in its own unit: the greater of actual and dimensional, up to the next half. */
export function billableWeight(pkg: RequestedPackage): number {
  const actual = Number(pkg.weight) || 0;
  return Math.ceil(Math.max(actual, dimensionalWeight(pkg)) * 2) / 2;
}

function dimensionalWeight({ dimensions, packaging, weightUnit }: RequestedPackage): number {
  const isLetter = packaging === "01";
  if (!dimensions || isLetter) return 0;
  const volume = Number(dimensions.length) * Number(dimensions.width) * Number(dimensions.height);
  if (dimensions.unit === "CM") return volume / cubicCmPerKilogram;
  return (volume / cubicInchesPerPound) * (weightUnit === "OZS" ? ouncesPerPound : 1);
}

/** Sum over the packages, with the unit of the first. */
export function billingWeight({ packages }: RequestedShipment): { weight: string; unit: string } {
  const sum = packages.reduce((total, pkg) => total + billableWeight(pkg), 0);
  return { weight: sum.toFixed(1), unit: packages[0]?.weightUnit ?? "LBS" };
}

export function toPounds(weight: number, unit: string): number {
  if (unit === "OZS") return weight / ouncesPerPound;
  return unit === "KGS" ? weight * poundsPerKilogram : weight;
}
