import { Refusal } from "../answer.js";
import { dollarsOf } from "../pricing/countries.js";
import type { RequestedPackage } from "./requested-shipment.js";
import type { RuleCodes } from "./rule-codes.js";

/** Of one package (UPS's public table of codes, 121025; Rating.yaml, DeclaredValue). */
const mostDollars = 50_000;

/** In other currencies UPS converts by rates that it does not publish: the simulator by its own, where it has one. */
export function checkDeclaredValue({ declaredValue, declaredCurrency }: RequestedPackage, codes: RuleCodes): void {
  if (declaredValue === "") return;
  const dollars = dollarsOf(Number(declaredValue), declaredCurrency || "USD");
  if (dollars === null || dollars <= mostDollars) return;
  throw new Refusal(codes.declaredValue, `The declared value of a package cannot exceed ${mostDollars} USD.`);
}
