import { Refusal } from "../answer.js";
import { contractService } from "../pricing/contract-services.js";
import { isServiceFromOrigin, laneOf, servicesBetween } from "../pricing/lanes.js";
import { serviceTerms } from "../pricing/services.js";
import { mayUseAccount } from "../scenarios.js";
import { checkCollection } from "./collection-rules.js";
import { checkContractService } from "./contract-rules.js";
import { checkDangerousGoods } from "./hazmat-rules.js";
import { checkNotifications } from "./notification-rules.js";
import type { RequestedShipment } from "./requested-shipment.js";
import type { RuleCodes } from "./rule-codes.js";
import { checkSimpleRate } from "./simple-rate-rules.js";

/** Six signs, and one of the caller's own accounts. */
export function checkShipperNumber(shipperNumber: string, clientId: string, codes: RuleCodes): void {
  if (/^[0-9A-Za-z]{6}$/.test(shipperNumber) && mayUseAccount(clientId, shipperNumber)) return;
  throw new Refusal(codes.shipperNumber, "Missing or invalid shipper number");
}

/** The service leaves the origin and reaches the destination. */
export function checkService(shipment: RequestedShipment, codes: RuleCodes): void {
  checkSimpleRate(shipment, codes);
  const byContract = contractService(shipment.serviceCode);
  if (byContract) checkContractService(byContract, shipment, codes);
  else checkLane(shipment, codes);
}

function checkLane({ serviceCode, shipFrom, shipTo }: RequestedShipment, codes: RuleCodes): void {
  if (!isServiceFromOrigin(serviceCode, shipFrom.country)) {
    throw new Refusal(codes.serviceFromOrigin, "The requested service is invalid from the selected origin.");
  }
  if (!servicesBetween(shipFrom, shipTo).includes(serviceCode)) {
    throw new Refusal(codes.serviceOnLane, "The requested service is unavailable between the selected locations.");
  }
}

/** Saturday, signatures, collect on delivery and notifications: where they exist, at which level, and what excludes what. */
export function checkOptions(shipment: RequestedShipment, codes: RuleCodes): void {
  const refuseIf = (isWrong: boolean, what: string, code = codes.optionUnavailable) => {
    if (isWrong) throw new Refusal(code, `The requested accessory option is unavailable: ${what}.`);
  };
  const { options, packages, serviceCode } = shipment;
  const signatures = packages.map((pkg) => pkg.deliveryConfirmation).filter(Boolean);
  const isSaturdayService = serviceCode === "" || serviceTerms[serviceCode]?.hasSaturday === true;
  refuseIf(
    options.isSaturdayDelivery && !isSaturdayService,
    "Saturday delivery with this service",
    codes.saturdayWithService,
  );
  const isOfPackage = signatures.length > 0 && !isPackageSignatureLane(shipment);
  refuseIf(isOfPackage, "delivery confirmation of a package", codes.packageSignatureOnLane);
  refuseIf(
    options.deliveryConfirmation !== "" && isPackageSignatureLane(shipment),
    "delivery confirmation of a shipment",
  );
  const areTypes = signatures.every((type) => type === "2" || type === "3");
  refuseIf(!areTypes, "DCISType of a package is 2 or 3", codes.packageSignatureType);
  refuseIf(!["", "1", "2"].includes(options.deliveryConfirmation), "DCISType of a shipment is 1 or 2");
  checkCollection(shipment, codes);
  checkNotifications(shipment, codes);
  checkDangerousGoods(shipment, codes);
}

/** Inside the United States and Puerto Rico, and inside Canada; everywhere else the shipment is confirmed. */
function isPackageSignatureLane({ shipFrom, shipTo }: RequestedShipment): boolean {
  return ["US_DOMESTIC", "US_TO_PR", "PR_DOMESTIC", "CA_DOMESTIC"].includes(laneOf(shipFrom.country, shipTo.country));
}
