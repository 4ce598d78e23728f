import { Refusal } from "../answer.js";
import { isUnitedStates } from "../pricing/countries.js";
import { isReturnService } from "../pricing/return-services.js";
import type { RequestedShipment } from "./requested-shipment.js";
import { type RuleCodes, requireBounds } from "./rule-codes.js";

/** UPS's codes of services and packagings that nothing comes back with. */
const servicesWithoutReturn = new Set("13 59 82 83 84 85 86 C6 C7 C8".split(" "));
const packagingsWithoutReturn = new Set(["24", "25"]);

/** What Rate and Ship refuse alike of a return; nothing of what goes out. */
export function checkReturn(shipment: RequestedShipment, codes: RuleCodes): void {
  const { returnService, packages, serviceCode, shipFrom, shipTo, shipper } = shipment;
  if (!returnService) return;
  requireBounds(isReturnService(returnService.code), "ReturnService.Code");
  const most = isUnitedStates(shipFrom.country) ? 1 : 20;
  requireBounds(packages.length <= most, `Package (a return from ${shipFrom.country} has at most ${most})`);
  refuseIf(servicesWithoutReturn.has(serviceCode), codes.returnWithService, "ReturnService with this service");
  refuseIf(
    packages.some((pkg) => packagingsWithoutReturn.has(pkg.packaging)),
    codes.packaging,
    "packaging of a return",
  );
  const countries = new Set([shipper.country, shipFrom.country, shipTo.country]);
  refuseIf(countries.size === 3, codes.serviceOnLane, "a return between three countries");
  checkOptions(shipment, codes);
}

function checkOptions({ options, packages, charges }: RequestedShipment, codes: RuleCodes): void {
  const isSigned = options.deliveryConfirmation !== "" || packages.some((pkg) => pkg.deliveryConfirmation);
  const isCollected = options.collectOnDelivery !== "" || packages.some((pkg) => pkg.collectOnDelivery);
  refuseIf(isSigned, codes.signatureOfReturn, "delivery confirmation with ReturnService");
  refuseIf(isCollected, codes.collectionOfReturn, "COD with ReturnService");
  refuseIf(options.isSaturdayDelivery, codes.saturdayOfReturn, "Saturday delivery with ReturnService");
  const isReceiverBilled = charges.some((charge) => charge.type === "01" && charge.payer === "RECEIVER");
  refuseIf(isReceiverBilled, codes.optionUnavailable, "BillReceiver for the transportation of a return");
}

function refuseIf(isWrong: boolean, code: string, what: string): void {
  if (isWrong) throw new Refusal(code, `Not available: ${what}.`);
}
