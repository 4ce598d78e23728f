import { isPresent, listAt, textAt, valueAt } from "../../request/json-reading.js";

/** What a Ship request tells customs beside its forms, as sent; empty where it says nothing. */
export interface CustomsFacts {
  /** 01 business, 02 consumer, NA. */
  shipperType: string;
  consigneeType: string;
  /** Y: at most 150 EUR; N: more. */
  deMinimis: string;
  /** The registration by which the seller has collected the tax; null: none. */
  vendor: { type: string; number: string } | null;
  taxNumbers: RequestedTaxNumber[];
}

export interface RequestedTaxNumber {
  /** 20 ship from, 30 consignee. */
  agent: string;
  role: string;
  type: string;
  purpose: string;
  number: string;
  issuer: string;
}

const agents = "GlobalTaxInformation.AgentTaxIdentificationNumber";
const vendorInfo = "ShipFrom.VendorInfo";

export function readCustomsFacts(shipment: unknown): CustomsFacts {
  const vendor = valueAt(shipment, vendorInfo);
  return {
    shipperType: textAt(shipment, "ShipperType"),
    consigneeType: textAt(shipment, "ConsigneeType"),
    deMinimis: textAt(shipment, "ShipmentServiceOptions.EUDeMinimisIndicator"),
    vendor: isPresent(shipment, vendorInfo)
      ? { type: textAt(vendor, "VendorCollectIDTypeCode"), number: textAt(vendor, "VendorCollectIDNumber") }
      : null,
    taxNumbers: listAt(shipment, agents).flatMap((agent) =>
      listAt(agent, "TaxIdentificationNumber").map((entry) => readTaxNumber(entry, textAt(agent, "AgentRole"))),
    ),
  };
}

function readTaxNumber(entry: unknown, agent: string): RequestedTaxNumber {
  return {
    agent,
    role: textAt(entry, "IDNumberCustomerRole"),
    type: textAt(entry, "IDNumberTypeCode"),
    purpose: textAt(entry, "IDNumberPurposeCode"),
    number: textAt(entry, "IdentificationNumber"),
    issuer: textAt(entry, "IDNumberIssuingCntryCd"),
  };
}
