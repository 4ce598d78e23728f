import { type AcceptedNames, leaves } from "../../request/accepted-names.js";
import { address, code } from "../../request/payload-names.js";

const value = leaves("MonetaryValue");

/** What `InternationalForms` may say for an invoice. Other forms than 01, 05 and 07 are not simulated. */
export const invoiceNames: AcceptedNames = {
  Contacts: {
    SoldTo: {
      ...leaves("Name AttentionName TaxIdentificationNumber EMailAddress AccountNumber"),
      Phone: leaves("Number Extension"),
      Address: { ...address, ...leaves("Town") },
    },
  },
  Product: {
    ...leaves("Description CommodityCode PartNumber OriginCountryCode"),
    Unit: { ...leaves("Number Value"), UnitOfMeasurement: code },
    ProductWeight: { ...leaves("Weight"), UnitOfMeasurement: code },
  },
  ...leaves("InvoiceNumber InvoiceDate PurchaseOrderNumber TermsOfShipment ReasonForExport"),
  ...leaves("Comments DeclarationStatement CurrencyCode OverridePaperlessIndicator"),
  Discount: value,
  FreightCharges: value,
  InsuranceCharges: value,
  OtherCharges: { ...value, ...leaves("Description") },
};
