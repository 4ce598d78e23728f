import type { CustomsDeclaration } from "../../carrier/customs.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { isQualifiedDomestic, laneOf } from "../words/lanes.js";
import { letter } from "../words/package-types.js";
import { problem } from "../words/problems.js";
import { checkDeclaration } from "./check-declaration.js";

/** Customs look at it: goods cross a border inside which duties are not settled. Letters are documents. */
export function isForCustoms(details: ShipmentDetails): boolean {
  return !isQualifiedDomestic(laneOf(details)) && details.packages.some((pkg) => pkg.packageType !== letter);
}

/**
 * What UPS is told for the invoice. A declaration that was given always; one made of what is packed where goods meet
 * customs and nothing is missing; else null, and the papers are the shipper's own.
 */
export function declarationToSend(details: ShipmentDetails): CustomsDeclaration | null {
  const { customs } = details;
  if (customs === null || isQualifiedDomestic(laneOf(details))) return null;
  if (!customs.isDerived) return customs;
  return isForCustoms(details) && checkDeclaration(details, customs).length === 0 ? customs : null;
}

/** A declaration that was given has no place where there are no customs; checked for prices too. */
export function checkDeclaredLane(details: ShipmentDetails): FieldProblem[] {
  const lane = laneOf(details);
  if (!isDeclared(details) || !isQualifiedDomestic(lane)) return [];
  const message = `There is no customs border from ${lane.from} to ${lane.to}: nothing is declared`;
  return [problem("OPTION_NOT_ALLOWED", ["customs"], message)];
}

/** A declaration that was given is checked; one made of what is packed asks for nothing. */
export function checkDeclared(details: ShipmentDetails): FieldProblem[] {
  const isForCarrier = isDeclared(details) && !isQualifiedDomestic(laneOf(details));
  return details.customs && isForCarrier ? checkDeclaration(details, details.customs) : [];
}

function isDeclared({ customs }: ShipmentDetails): boolean {
  return customs !== null && !customs.isDerived;
}
