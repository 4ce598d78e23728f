import type { CustomsDeclaration, CustomsItem } from "../../src/carrier/customs.js";

export function aCustomsItem(over: Partial<CustomsItem> = {}): CustomsItem {
  return {
    description: "Hardcover novel",
    quantity: 2,
    unitValue: { amount: "12.50", currencyCode: "USD" },
    weight: null,
    sku: "NOVEL-1",
    hsCode: "4901.99",
    originCountryCode: "US",
    manufacturerProductId: null,
    gtin: null,
    ...over,
  };
}

export function aDeclaration(over: Partial<CustomsDeclaration> = {}): CustomsDeclaration {
  return {
    isDerived: false,
    reasonForExport: "SALE",
    incoterm: null,
    invoiceNumber: null,
    invoiceDate: "2026-03-02",
    comments: null,
    declarationStatement: null,
    soldTo: null,
    currencyCode: "USD",
    items: [aCustomsItem()],
    discount: null,
    freightCharges: null,
    insuranceCharges: null,
    otherCharges: null,
    exportFiling: null,
    taxNumbers: [],
    sellerKind: null,
    recipientKind: null,
    isLowValue: null,
    ...over,
  };
}
