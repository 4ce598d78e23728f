import { Refusal } from "../answer.js";
import { isKnownState, isMilitaryZip, strayTerritory } from "../pricing/territories.js";
import type { Party } from "./requested-shipment.js";

/** Numbers of Rate and Ship for the same faults. */
export interface PlaceCodes {
  state: string;
  postalOfState: string;
  postalOfCountry: string;
}

/** 111285 is in a recorded answer, 111286 in public reports; 118400 stands in for 128400 of Ship, reported of Ceuta. */
export const ratePlaceCodes: PlaceCodes = { state: "111286", postalOfState: "111285", postalOfCountry: "118400" };

/** State and postal code belong to the country, as UPS draws its borders. */
export function checkPlace({ country, state, postalCode }: Party, codes: PlaceCodes): void {
  if (!isKnownState(country, state)) {
    throw new Refusal(codes.state, `${state} is not a valid state of ${country}.`);
  }
  const isOfAnotherState = isMilitaryZip(country, postalCode);
  const stray = strayTerritory(country, postalCode);
  if (isOfAnotherState || (stray && country === "US")) {
    throw new Refusal(codes.postalOfState, `The postal code ${postalCode} is invalid for ${state} ${country}.`);
  }
  if (stray) throw new Refusal(codes.postalOfCountry, `${postalCode} is not a valid ${country} postal code.`);
}

const postOfficeBox =
  /^\W*(P\W*O\W*BOX|POST OFFICE BOX|POSTFACH|PACKSTATION|POSTBUS|APARTADO|CASELLA POSTALE|BP)\W*\d/i;

/** Nobody of UPS's opens it; another line may name a house. A belief: UPS's terms exclude it, its number is not seen. */
export function isPostOfficeBoxOnly(lines: string[]): boolean {
  const isBox = (line: string) => postOfficeBox.test(line);
  return lines.some(isBox) && !lines.some((line) => !isBox(line) && /\d/.test(line));
}
