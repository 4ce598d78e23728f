import { isCountryCode } from "../../carrier/address-parts.js";
import type { CustomsDeclaration } from "../../carrier/customs.js";
import type { TaxNumber } from "../../carrier/tax-numbers.js";
import type { FieldProblem } from "../../carrier/values.js";
import type { Lane } from "../words/lanes.js";
import { unionArea } from "../words/places/customs-areas.js";
import { type Path, problem, required, when } from "../words/problems.js";
import { collectedTax } from "./collected-taxes.js";
import { judgeValue, lowValueEur } from "./low-value.js";
import { countryOfNumber, isEori, isVatNumber, normalNumber } from "./vat-numbers.js";

/** Of sender and of recipient each (Shipping.yaml, AgentTaxIdentificationNumber). */
export const mostTaxNumbers = 8;
export const longestTaxNumber = 35;

/** That each number has the form of its kind, and holds where the goods go. */
export function checkTaxNumbers(customs: CustomsDeclaration, lane: Lane): FieldProblem[] {
  const { taxNumbers } = customs;
  const path = ["customs", "taxNumbers"];
  const collected = taxNumbers.filter((number) => collectedTax(number) !== null);
  const agents = [taxNumbers.filter(isOfSeller), taxNumbers.filter((number) => !isOfSeller(number))];
  const isTooMany = agents.some((numbers) => numbers.length > mostTaxNumbers);
  return [
    ...when(isTooMany, problem("TOO_LONG", path, `UPS takes at most ${mostTaxNumbers} of sender and of recipient`)),
    ...when(collected.length > 1, problem("INVALID", path, "UPS takes one registration of collected tax")),
    ...checkIossValue(customs),
    ...checkLowValue(customs, lane),
    ...taxNumbers.flatMap((number, index) => checkNumber(number, lane, [...path, index])),
  ];
}

/** The scheme ends at 150 EUR (Directive 2006/112/EC, article 369l). */
function checkIossValue(customs: CustomsDeclaration): FieldProblem[] {
  const index = customs.taxNumbers.findIndex(({ kind }) => kind === "IOSS");
  const message = `IOSS is for goods of at most ${lowValueEur} EUR`;
  const path = ["customs", "taxNumbers", index, "kind"];
  const isOver = judgeValue(customs) === false || customs.isLowValue === false;
  return when(index >= 0 && isOver, problem("OPTION_NOT_ALLOWED", path, message));
}

/** Customs are not told of a low value what is worth more for certain. */
function checkLowValue(customs: CustomsDeclaration, { areas }: Lane): FieldProblem[] {
  const isUntrue = customs.isLowValue === true && areas.to === unionArea && judgeValue(customs) === false;
  const message = `The goods are worth more than ${lowValueEur} EUR`;
  return when(isUntrue, problem("INVALID", ["customs", "isLowValue"], message));
}

function isOfSeller({ role }: TaxNumber): boolean {
  return role === "SELLER";
}

function checkNumber(taxNumber: TaxNumber, lane: Lane, path: Path): FieldProblem[] {
  const { kind, number, countryCode } = taxNumber;
  if (countryCode !== null && !isCountryCode(countryCode.toUpperCase()))
    return [problem("INVALID", [...path, "countryCode"], "This is no country code of ISO 3166-1 alpha-2")];
  if (normalNumber(number) === "") return [required([...path, "number"], "The number is missing")];
  if (normalNumber(number).length > longestTaxNumber)
    return [problem("TOO_LONG", [...path, "number"], `UPS takes at most ${longestTaxNumber} characters`)];
  if (collectedTax(taxNumber) !== null) return checkCollected(taxNumber, lane, path);
  if (kind === "EORI") {
    const message = "An EORI number is EU country, GB or XI, and up to 15 letters and digits";
    return when(!isEori(number), problem("INVALID", [...path, "number"], message));
  }
  return kind === "VAT" ? checkVat(taxNumber, path) : [];
}

function checkCollected(taxNumber: TaxNumber, { to, areas }: Lane, path: Path): FieldProblem[] {
  const row = collectedTax(taxNumber);
  if (row === null) return [];
  const { kind, role, number } = taxNumber;
  const isElsewhere = row.destinations !== null && !row.destinations.includes(areas.to);
  return [
    ...when(role !== "SELLER", problem("INVALID", [...path, "role"], `${kind} is a registration of the seller`)),
    ...when(
      isElsewhere,
      problem(
        "OPTION_NOT_ALLOWED",
        [...path, "kind"],
        `${kind} does not hold in ${areas.to === to ? to : `that part of ${to}`}`,
      ),
    ),
    ...when(
      !row.isNumber(normalNumber(number)),
      problem("INVALID", [...path, "number"], `The number of ${kind} is ${row.form}`),
    ),
  ];
}

function checkVat({ number, countryCode }: TaxNumber, path: Path): FieldProblem[] {
  const country = countryCode?.toUpperCase() ?? countryOfNumber(number);
  if (country === null) return [required([...path, "countryCode"], "Say which country gave the VAT number")];
  const message = `This is no VAT number of ${country}`;
  return when(!isVatNumber(number, country), problem("INVALID", [...path, "number"], message));
}
