import type { CustomsDeclaration } from "../../carrier/customs.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { laneOf } from "../words/lanes.js";
import { letter } from "../words/package-types.js";
import { problem } from "../words/problems.js";
import { checkDeclaration } from "./check-declaration.js";

/** Customs want papers: goods leave the area in which they move freely. Letters are documents. */
export function isForCustoms(details: ShipmentDetails): boolean {
  return laneOf(details).customs === "REQUIRED" && details.packages.some((pkg) => pkg.packageType !== letter);
}

/**
 * What UPS is told for the invoice. A declaration that was given always; one made of what is packed where goods meet
 * customs and nothing is missing; else null, and the papers are the shipper's own.
 */
export function declarationToSend(details: ShipmentDetails): CustomsDeclaration | null {
  const { customs } = details;
  if (customs === null || laneOf(details).customs === "NONE") return null;
  if (!customs.isDerived) return customs;
  return isForCustoms(details) && checkDeclaration(details, customs).length === 0 ? customs : null;
}

/** A declaration that was given has no place where there are no customs; checked for prices too. */
export function checkDeclaredLane(details: ShipmentDetails): FieldProblem[] {
  const lane = laneOf(details);
  if (!isDeclared(details) || lane.customs !== "NONE") return [];
  const message = `There is no customs border from ${lane.from} to ${lane.to}: nothing is declared`;
  return [problem("OPTION_NOT_ALLOWED", ["customs"], message)];
}

/** A declaration that was given is checked; one made of what is packed asks for nothing. */
export function checkDeclared(details: ShipmentDetails): FieldProblem[] {
  const isForCarrier = isDeclared(details) && laneOf(details).customs !== "NONE";
  return details.customs && isForCarrier ? checkDeclaration(details, details.customs) : [];
}

function isDeclared({ customs }: ShipmentDetails): boolean {
  return customs !== null && !customs.isDerived;
}
