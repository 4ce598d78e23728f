import type { ReturnService } from "../../carrier/returns.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Address, FieldProblem } from "../../carrier/values.js";
import {
  noReturnPackagings,
  noReturnServices,
  returnBoxes,
  returnPackages,
  returnServiceRow,
} from "../shipping/return-services.js";
import type { ServiceRow } from "../words/codes.js";
import { checkEmail } from "../words/email.js";
import { laneOf } from "../words/lanes.js";
import { findPackageType } from "../words/package-types.js";
import { countryOf } from "../words/places/place.js";
import { type Path, problem, required, when } from "../words/problems.js";

/** UPS's limits of what comes back; none for what goes out. `shipper` null: who pays is not known yet. */
export function checkReturn(
  details: ShipmentDetails,
  service: ServiceRow | null,
  shipper: Address | null,
): FieldProblem[] {
  const { returnService } = details;
  if (returnService === null) return [];
  return [
    ...checkReturnService(returnService, service !== null),
    ...checkDeliveryService(returnService, service),
    ...checkReturnPackages(details),
    ...checkCountries(details, shipper),
    ...checkReturnOptions(details),
  ];
}

const at = (part: string) => ["returnService", part];

/** For a price nobody needs to get the label yet. */
function checkReturnService({ kind, email, boxNumber }: ReturnService, isPurchase: boolean): FieldProblem[] {
  return [
    ...checkLabelAddress(email?.trim() ?? "", kind === "ELECTRONIC_RETURN_LABEL", isPurchase),
    ...checkBox(boxNumber, returnServiceRow({ kind }).hasBoxes),
  ];
}

function checkLabelAddress(address: string, isSent: boolean, isPurchase: boolean): FieldProblem[] {
  const path = at("email");
  if (address === "") return when(isSent && isPurchase, required(path, "UPS sends the label to an e-mail address"));
  if (!isSent) return [problem("INVALID", path, "UPS sends only electronic return labels by e-mail")];
  return checkEmail(address, path);
}

function checkBox(boxNumber: number | null, hasBoxes: boolean): FieldProblem[] {
  const path = at("boxNumber");
  if (boxNumber === null) return when(hasBoxes, required(path, "Give the number of the box the driver brings"));
  const isBox = Number.isInteger(boxNumber) && boxNumber >= 1 && boxNumber <= returnBoxes;
  const message = `Boxes 1 to ${returnBoxes} come with Pack & Collect only`;
  return when(!(hasBoxes && isBox), problem("INVALID", path, message));
}

function checkDeliveryService(returnService: ReturnService, service: ServiceRow | null): FieldProblem[] {
  if (service === null) return [];
  if (noReturnServices.has(service.ups)) {
    return [problem("NOT_ALLOWED", ["service"], `Returns do not go with ${service.name}`)];
  }
  const isUnfit = returnServiceRow(returnService).notWith.includes(service.ups);
  return when(isUnfit, problem("NOT_ALLOWED", at("kind"), `This return service does not go with ${service.name}`));
}

function checkReturnPackages(details: ShipmentDetails): FieldProblem[] {
  const { from } = laneOf(details);
  const most = from === "US" || from === "PR" ? returnPackages.fromUnitedStates : returnPackages.elsewhere;
  const tooMany = `UPS takes back at most ${most} package${most === 1 ? "" : "s"} at once from ${from}`;
  return [
    ...when(details.packages.length > most, problem("NOT_ALLOWED", ["packages"], tooMany)),
    ...details.packages.flatMap((pkg, index) => checkPackaging(pkg.packageType, ["packages", index, "packageType"])),
  ];
}

function checkPackaging(packageType: string, path: Path): FieldProblem[] {
  const type = findPackageType(packageType);
  if (!type || !noReturnPackagings.has(type.ups)) return [];
  return [problem("NOT_ALLOWED", path, `A ${type.name} cannot be used for returns`)];
}

/** Of the payer's, the returner's and the receiver's country two are the same. */
function checkCountries(details: ShipmentDetails, shipper: Address | null): FieldProblem[] {
  const { from, to } = laneOf(details);
  if (shipper === null || from === to || [from, to].includes(countryOf(shipper))) return [];
  const message = `A return from ${from} to ${to} is not possible for an account in ${countryOf(shipper)}`;
  return [problem("NOT_ALLOWED", ["shipTo", "countryCode"], message)];
}

function checkReturnOptions({ options, accessPoint }: ShipmentDetails): FieldProblem[] {
  const refusal = (part: string, what: string) =>
    problem("OPTION_NOT_ALLOWED", ["options", part], `${what} does not go with a return`);
  return [
    ...when(options.payer === "RECIPIENT", refusal("payer", "Billing the recipient")),
    ...when(Boolean(options.collectOnDelivery), refusal("collectOnDelivery", "Collect on Delivery")),
    ...when(options.signature !== "NONE", refusal("signature", "A signature")),
    ...when(options.isSaturdayDelivery, refusal("isSaturdayDelivery", "Saturday delivery")),
    ...when(
      accessPoint !== null,
      problem("NOT_ALLOWED", ["accessPoint"], "Delivery to an access point does not go with a return"),
    ),
  ];
}
