import { listAt, textAt } from "../../request/json-reading.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";
import type { CustomsFacts, RequestedTaxNumber } from "./customs-facts.js";

const shipmentPath = "ShipmentRequest.Shipment";
const vendorPath = `${shipmentPath}.ShipFrom.VendorInfo`;
const taxPath = `${shipmentPath}.GlobalTaxInformation.AgentTaxIdentificationNumber`;

const partyTypes = ["", "01", "02", "NA"];
/** 0358 is deprecated. */
const vendorTypes = ["0000", "0356", "0357", "0359", "1051", "1052", "1053", "1054"];
const consignee = "30";
const consigneeTypes = ["1002", "1005", "0005"];
const numberTypes = "0000 0001 0002 0005 1001 1002 1003 1004 1005 1006".split(" ");

/**
 * The values that Shipping.yaml lists. What it calls required for imports into the European Union may be missing all the
 * same: nobody has seen UPS refuse for want of it.
 */
export function checkCustomsFacts(shipment: unknown, facts: CustomsFacts): void {
  requireBounds(partyTypes.includes(facts.shipperType), `${shipmentPath}.ShipperType`);
  requireBounds(partyTypes.includes(facts.consigneeType), `${shipmentPath}.ConsigneeType`);
  requireBounds(
    ["", "Y", "N"].includes(facts.deMinimis),
    `${shipmentPath}.ShipmentServiceOptions.EUDeMinimisIndicator`,
  );
  checkVendor(facts.vendor);
  requireBounds(listAt(shipment, "GlobalTaxInformation.AgentTaxIdentificationNumber").length <= 4, taxPath);
  for (const number of facts.taxNumbers) checkTaxNumber(number);
}

function checkVendor(vendor: CustomsFacts["vendor"]): void {
  if (vendor === null) return;
  requireField(vendor.type !== "", `${vendorPath}.VendorCollectIDTypeCode`);
  requireField(vendor.number !== "", `${vendorPath}.VendorCollectIDNumber`);
  requireBounds(vendorTypes.includes(vendor.type), `${vendorPath}.VendorCollectIDTypeCode`);
  requireBounds(vendor.number.length <= 35, `${vendorPath}.VendorCollectIDNumber`);
}

function checkTaxNumber({ agent, role, type, purpose, number }: RequestedTaxNumber): void {
  const path = `${taxPath}.TaxIdentificationNumber`;
  requireBounds(["20", consignee].includes(agent), `${taxPath}.AgentRole`);
  requireField(number !== "", `${path}.IdentificationNumber`);
  requireBounds(["05", "06", "18", "37"].includes(role), `${path}.IDNumberCustomerRole`);
  requireBounds(["00", "01", "02", "99"].includes(purpose), `${path}.IDNumberPurposeCode`);
  const types = agent === consignee ? consigneeTypes : numberTypes;
  requireBounds(types.includes(type), `${path}.IDNumberTypeCode`);
}

/** Identifiers of one product: at most six, and word of it where none is of a standard (GTIN). */
export function checkIdentifiers(product: unknown, path: string): void {
  const identifiers = listAt(product, "ProductIdentifier");
  const types = identifiers.map((identifier) => textAt(identifier, "ProductIDTypeCode"));
  const special = textAt(product, "CommodityFieldSpecialConditionCode");
  requireBounds(identifiers.length <= 6, `${path}.ProductIdentifier`);
  requireBounds(
    types.every((type) => ["0100", "0200", "0300"].includes(type)),
    `${path}.ProductIdentifier.ProductIDTypeCode`,
  );
  for (const identifier of identifiers)
    requireField(textAt(identifier, "ProductID") !== "", `${path}.ProductIdentifier.ProductID`);
  requireBounds(["", "01"].includes(special), `${path}.CommodityFieldSpecialConditionCode`);
  const needsWord = identifiers.length > 0 && !types.includes("0300");
  requireField(!needsWord || special === "01", `${path}.CommodityFieldSpecialConditionCode`);
}
