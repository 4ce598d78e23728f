import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CustomsRole, TaxNumber } from "../../carrier/tax-numbers.js";
import { type Lane, laneOf } from "../words/lanes.js";
import { collectedNumber, collectedTax } from "./collected-taxes.js";
import { declarationToSend } from "./declaration.js";
import { serialiseVendorKind } from "./eu-import.js";
import { countryOfNumber, normalNumber } from "./vat-numbers.js";

/** AgentRole: ship from, consignee. */
const agents = { sender: "20", recipient: "30" } as const;
/** IDNumberCustomerRole: exporter, consignee, importer. */
const roles: Record<CustomsRole, string> = { SELLER: "06", BUYER: "18", IMPORTER: "05" };

/** `VendorInfo` of ShipFrom: the registration under which the tax is collected already; UPS prints it on the invoice. */
export function serialiseVendor(details: ShipmentDetails) {
  const declaration = declarationToSend(details);
  const collected = declaration?.taxNumbers.find((number) => collectedTax(number) !== null);
  if (!declaration || !collected) return {};
  return {
    VendorInfo: {
      VendorCollectIDTypeCode: collectedTax(collected)?.ups ?? "",
      VendorCollectIDNumber: collectedNumber(collected),
      ...serialiseVendorKind(declaration),
    },
  };
}

/** `GlobalTaxInformation`, which replaces `TaxIdentificationNumber` of the parties (Shipping.yaml, July 2026). */
export function serialiseTaxNumbers(details: ShipmentDetails) {
  const lane = laneOf(details);
  const numbers = (declarationToSend(details)?.taxNumbers ?? []).filter((number) => collectedTax(number) === null);
  const ofSeller = numbers.filter(({ role }) => role === "SELLER");
  const ofOthers = numbers.filter(({ role }) => role !== "SELLER");
  const agentNumbers = [
    ...agent(agents.sender, ofSeller, lane.from, lane),
    ...agent(agents.recipient, ofOthers, lane.to, lane),
  ];
  return agentNumbers.length > 0 ? { GlobalTaxInformation: { AgentTaxIdentificationNumber: agentNumbers } } : {};
}

function agent(AgentRole: string, numbers: TaxNumber[], wanting: string, lane: Lane) {
  if (numbers.length === 0) return [];
  return [{ AgentRole, TaxIdentificationNumber: numbers.map((number) => serialiseNumber(number, wanting, lane)) }];
}

/** Unencrypted, included in the brokerage documents. */
function serialiseNumber(taxNumber: TaxNumber, wanting: string, lane: Lane) {
  const { role, kind, number, countryCode } = taxNumber;
  const home = role === "SELLER" ? lane.from : lane.to;
  return {
    IdentificationNumber: normalNumber(number),
    IDNumberCustomerRole: roles[role],
    IDNumberEncryptionIndicator: "0",
    IDNumberIssuingCntryCd: countryCode?.toUpperCase() ?? countryOfNumber(number) ?? home,
    IDNumberPurposeCode: kind === "EORI" ? "02" : "01",
    IDNumberRequestingCntryCd: wanting,
    IDNumberTypeCode: typeOf(taxNumber),
    IncludeIDNumberOnShippingBrokerageDocs: "01",
  };
}

/** Of the consignee's side UPS takes 1002, 1005 and 0005 only, so that an EORI is told by its purpose alone. */
function typeOf({ role, kind }: TaxNumber): string {
  if (kind === "PERSONAL_TAX_ID") return "0005";
  if (role !== "SELLER" || kind === "BUSINESS_TAX_ID") return "1002";
  return kind === "EORI" ? "0002" : "0001";
}
