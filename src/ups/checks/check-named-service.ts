import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { simpleRateOf } from "../shipping/named-service.js";
import type { ServiceRow } from "../words/codes.js";
import { largestSimpleRate } from "../words/named-services.js";
import { packageMeasures } from "../words/package-measures.js";
import { type Path, problem, required, when } from "../words/problems.js";

/** What services that are asked for by name want beside the rules of all: how much, how large, and who pays duties. */
export function checkNamedService(details: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  if (!service?.named) return [];
  const { packages } = details;
  const tooMany = problem("NOT_ALLOWED", ["packages"], `${service.name} takes one package a shipment`);
  return [
    ...when(packages.length > 1, tooMany),
    ...packages.flatMap((pkg, index) => checkMeasures(pkg, service, ["packages", index])),
    ...(service.named.isPlain ? checkPlain(details, service) : []),
    ...checkDuties(details, service),
  ];
}

function checkMeasures(pkg: PackageDetails, { named, name }: ServiceRow, path: Path): FieldProblem[] {
  const { weight, lengthAndGirth } = packageMeasures(pkg, "IMPERIAL");
  const { pounds, lengthAndGirth: largest } = named?.limits ?? { pounds: null, lengthAndGirth: null };
  const isHeavy = pounds !== null && weight.greaterThan(pounds);
  const isLarge = largest !== null && lengthAndGirth?.greaterThan(largest) === true;
  return [
    ...when(isHeavy, problem("INVALID", [...path, "weight", "value"], `${name} takes at most ${pounds} LB`)),
    ...when(isLarge, problem("INVALID", [...path, "dimensions"], `${name} takes ${largest} IN of length plus girth`)),
    ...(named?.isSimpleRate ? checkSize(pkg, name, [...path, "dimensions"]) : []),
  ];
}

function checkSize(pkg: PackageDetails, name: string, path: Path): FieldProblem[] {
  if (pkg.dimensions === null) return [required(path, `${name} is priced by size: give the dimensions`)];
  const message = `${name} takes at most ${largestSimpleRate} cubic inches`;
  return when(simpleRateOf(pkg) === null, problem("INVALID", path, message));
}

/** Signature and collection are refused by the table of options. */
function checkPlain({ accessPoint, returnService }: ShipmentDetails, { name }: ServiceRow): FieldProblem[] {
  return [
    ...when(
      accessPoint !== null,
      problem("NOT_ALLOWED", ["accessPoint"], `Delivery to an access point does not go with ${name}`),
    ),
    ...when(returnService !== null, problem("NOT_ALLOWED", ["service"], `Returns do not go with ${name}`)),
  ];
}

/** Nobody chosen is whoever the service says. */
function checkDuties({ options }: ShipmentDetails, { named, name }: ServiceRow): FieldProblem[] {
  const own = named?.dutiesPayer ?? null;
  const message = `With ${name} the ${own?.toLowerCase()} pays duties: choose ${own}, or another service`;
  return when(
    own !== null && (options.dutiesPayer ?? own) !== own,
    problem("OPTION_NOT_ALLOWED", ["options", "dutiesPayer"], message),
  );
}
