import type { CustomsDeclaration } from "../../carrier/customs.js";
import type { ShipRequest } from "../../carrier/shipping.js";
import type { Address, Money } from "../../carrier/values.js";
import { attentionOf, nameOf, serialiseAddress } from "../words/address.js";
import { upsCurrency } from "../words/currencies.js";
import { upsDate } from "../words/dates.js";
import { laneOf } from "../words/lanes.js";
import { amountToSend } from "../words/money.js";
import { serialisePhone } from "../words/phone.js";
import { systemOf } from "../words/unit-system.js";
import { declarationToSend } from "./declaration.js";
import { isEuImport } from "./eu-import.js";
import { invoiceComments } from "./invoice-comments.js";
import { serialiseIdentifiers } from "./product-identifiers.js";
import { serialiseProduct } from "./product-lines.js";
import {
  exportForm,
  serialiseExportedProduct,
  serialiseExportFiling,
  serialiseExportForm,
  serialiseUltimateConsignee,
} from "./serialise-export-filing.js";

/** UPS's form types: goods that come back have a partial invoice, and never both. */
const invoice = "01";
const partialInvoice = "05";

/** The reasons UPS knows; anything else is printed as written. */
const reasons = ["SALE", "GIFT", "SAMPLE", "RETURN", "REPAIR", "INTERCOMPANYDATA"];

/** `InternationalForms` of Ship v2409, from which UPS makes the invoice; null where none is to be made. */
export function serialiseInvoice(request: ShipRequest) {
  const { details } = request;
  const declaration = declarationToSend(details);
  if (declaration === null) return null;
  const system = systemOf(details, request.weightUnit);
  const isReturn = details.returnService !== null;
  const filing = declaration.exportFiling?.carrierFiling;
  const comments = invoiceComments(declaration);
  return {
    FormType: [isReturn ? partialInvoice : invoice, ...(filing ? [exportForm] : [])],
    ...serialiseExportFiling(declaration),
    // Read for the invoice only.
    ...(!isReturn && {
      Contacts: {
        ...serialiseUltimateConsignee(request, declaration),
        SoldTo: serialiseSoldTo(declaration.soldTo ?? details.shipTo),
      },
    }),
    Product: declaration.items.map((item) => ({
      ...serialiseProduct(item, system),
      ...(isEuImport(laneOf(details)) && serialiseIdentifiers(item)),
      ...serialiseExportedProduct(item, filing),
    })),
    ...serialiseExportForm(request, declaration),
    InvoiceNumber: declaration.invoiceNumber?.trim() || details.reference?.trim() || request.carrierReference,
    ...(declaration.invoiceDate !== null && { InvoiceDate: upsDate(declaration.invoiceDate) }),
    ...(declaration.incoterm !== null && { TermsOfShipment: declaration.incoterm }),
    ReasonForExport: reasonOf(declaration),
    ...(comments && { Comments: comments }),
    ...(declaration.declarationStatement?.trim() && { DeclarationStatement: declaration.declarationStatement.trim() }),
    ...serialiseAmounts(declaration),
    CurrencyCode: upsCurrency(declaration.currencyCode),
  };
}

function reasonOf({ reasonForExport }: CustomsDeclaration): string {
  const text = reasonForExport.trim();
  return reasons.find((reason) => reason === text.toUpperCase()) ?? text;
}

function serialiseAmounts({ discount, freightCharges, insuranceCharges, otherCharges }: CustomsDeclaration) {
  const value = (money: Money) => ({ MonetaryValue: amountToSend(money) });
  return {
    ...(discount && { Discount: value(discount) }),
    ...(freightCharges && { FreightCharges: value(freightCharges) }),
    ...(insuranceCharges && { InsuranceCharges: value(insuranceCharges) }),
    ...(otherCharges && {
      OtherCharges: { ...value(otherCharges.amount), Description: otherCharges.description.trim() },
    }),
  };
}

function serialiseSoldTo(buyer: Address) {
  return {
    Name: nameOf(buyer),
    AttentionName: attentionOf(buyer),
    ...(buyer.taxId?.trim() && { TaxIdentificationNumber: buyer.taxId.trim() }),
    ...serialisePhone(buyer),
    ...(buyer.email?.trim() && { EMailAddress: buyer.email.trim() }),
    Address: serialiseAddress(buyer),
  };
}
