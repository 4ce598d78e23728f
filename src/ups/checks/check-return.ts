import type { ReturnService } from "../../carrier/returns.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Address, FieldProblem } from "../../carrier/values.js";
import {
  NO_RETURN_PACKAGINGS,
  NO_RETURN_SERVICES,
  RETURN_BOXES,
  RETURN_PACKAGES,
  returnServiceRow,
} from "../shipping/return-services.js";
import type { ServiceRow } from "../words/codes.js";
import { checkEmail } from "../words/email.js";
import { countryOf, laneOf } from "../words/lanes.js";
import { findPackageType } from "../words/package-types.js";
import { problem, required } from "../words/problems.js";

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
  const isSent = kind === "ELECTRONIC_RETURN_LABEL";
  const { hasBoxes } = returnServiceRow({ kind });
  const address = email?.trim() ?? "";
  const isBox = boxNumber !== null && Number.isInteger(boxNumber) && boxNumber >= 1 && boxNumber <= RETURN_BOXES;
  return [
    ...(isSent && isPurchase && address === ""
      ? [required(at("email"), "UPS sends the label to an e-mail address")]
      : []),
    ...(isSent && address !== "" ? checkEmail(address, at("email")) : []),
    ...(!isSent && address !== ""
      ? [problem("INVALID", at("email"), "UPS sends only electronic return labels by e-mail")]
      : []),
    ...(hasBoxes && boxNumber === null ? [required(at("boxNumber"), "Say which box the driver brings")] : []),
    ...(boxNumber !== null && !(hasBoxes && isBox)
      ? [problem("INVALID", at("boxNumber"), `Boxes 1 to ${RETURN_BOXES} come with Pack & Collect only`)]
      : []),
  ];
}

function checkDeliveryService(returnService: ReturnService, service: ServiceRow | null): FieldProblem[] {
  if (service === null) return [];
  if (NO_RETURN_SERVICES.has(service.ups))
    return [problem("NOT_ALLOWED", ["service"], `${service.name} brings nothing back`)];
  return returnServiceRow(returnService).notWith.includes(service.ups)
    ? [problem("NOT_ALLOWED", at("kind"), `This return service does not go with ${service.name}`)]
    : [];
}

function checkReturnPackages(details: ShipmentDetails): FieldProblem[] {
  const { from } = laneOf(details);
  const most = from === "US" || from === "PR" ? RETURN_PACKAGES.fromUnitedStates : RETURN_PACKAGES.elsewhere;
  const tooMany = `UPS takes back at most ${most} package${most === 1 ? "" : "s"} at once from ${from}`;
  return [
    ...(details.packages.length > most ? [problem("NOT_ALLOWED", ["packages"], tooMany)] : []),
    ...details.packages.flatMap((pkg, index) => {
      const type = findPackageType(pkg.packageType);
      return type && NO_RETURN_PACKAGINGS.has(type.ups)
        ? [problem("NOT_ALLOWED", ["packages", index, "packageType"], `Nothing comes back in a ${type.name}`)]
        : [];
    }),
  ];
}

/** Of the payer's, the returner's and the receiver's country two are the same. */
function checkCountries(details: ShipmentDetails, shipper: Address | null): FieldProblem[] {
  const { from, to } = laneOf(details);
  if (shipper === null || from === to || [from, to].includes(countryOf(shipper))) return [];
  const message = `UPS brings nothing back from ${from} to ${to} for an account in ${countryOf(shipper)}`;
  return [problem("NOT_ALLOWED", ["shipTo", "countryCode"], message)];
}

function checkReturnOptions({ options, accessPoint }: ShipmentDetails): FieldProblem[] {
  const refuse = (isWrong: boolean, part: string, what: string) =>
    isWrong ? [problem("OPTION_NOT_ALLOWED", ["options", part], `UPS has no ${what} for returns`)] : [];
  return [
    ...refuse(options.payer === "RECIPIENT", "payer", "billing of the recipient"),
    ...refuse(Boolean(options.collectOnDelivery), "collectOnDelivery", "collect on delivery"),
    ...refuse(options.signature !== "NONE", "signature", "signature"),
    ...refuse(options.isSaturdayDelivery, "isSaturdayDelivery", "Saturday delivery"),
    ...(accessPoint === null
      ? []
      : [problem("NOT_ALLOWED", ["accessPoint"], "UPS brings nothing back to an access point")]),
  ];
}
