import { type AcceptedNames, leaves } from "../../request/accepted-names.js";
import { ADDRESS, CODE } from "../../request/payload-names.js";

const VALUE = leaves("MonetaryValue");

/** What `InternationalForms` may say for an invoice. Other forms than 01, 05 and 07 are not simulated. */
export const INVOICE_NAMES: AcceptedNames = {
  Contacts: {
    SoldTo: {
      ...leaves("Name AttentionName TaxIdentificationNumber EMailAddress AccountNumber"),
      Phone: leaves("Number Extension"),
      Address: { ...ADDRESS, ...leaves("Town") },
    },
  },
  Product: {
    ...leaves("Description CommodityCode PartNumber OriginCountryCode"),
    Unit: { ...leaves("Number Value"), UnitOfMeasurement: CODE },
    ProductWeight: { ...leaves("Weight"), UnitOfMeasurement: CODE },
  },
  ...leaves("InvoiceNumber InvoiceDate PurchaseOrderNumber TermsOfShipment ReasonForExport"),
  ...leaves("Comments DeclarationStatement CurrencyCode OverridePaperlessIndicator"),
  Discount: VALUE,
  FreightCharges: VALUE,
  InsuranceCharges: VALUE,
  OtherCharges: { ...VALUE, ...leaves("Description") },
};
