import type { Incoterm as CarrierIncoterm, CustomsPartyKind as CarrierPartyKind } from "../../carrier/customs.js";
import type {
  UltimateConsigneeKind as CarrierConsigneeKind,
  PowerOfAttorney as CarrierPowerOfAttorney,
} from "../../carrier/export-filing.js";
import type {
  CustomsRole as CarrierCustomsRole,
  TaxNumberKind as CarrierTaxNumberKind,
} from "../../carrier/tax-numbers.js";
import { describedEnum } from "./described-enum.js";

export const Incoterm = describedEnum(
  "Incoterm",
  "Incoterms rule: who bears cost and risk up to where. Carriers accept some of them, of several editions.",
  {
    EXW: "Ex Works.",
    FCA: "Free Carrier.",
    FAS: "Free Alongside Ship.",
    FOB: "Free On Board.",
    CFR: "Cost and Freight.",
    CIF: "Cost, Insurance and Freight.",
    CPT: "Carriage Paid To.",
    CIP: "Carriage and Insurance Paid To.",
    DAF: "Delivered At Frontier (older edition).",
    DES: "Delivered Ex Ship (older edition).",
    DEQ: "Delivered Ex Quay (older edition).",
    DAT: "Delivered At Terminal (older edition).",
    DAP: "Delivered At Place: the recipient pays duties.",
    DPU: "Delivered at Place Unloaded.",
    DDP: "Delivered Duty Paid: the shipper pays duties.",
  } satisfies Record<CarrierIncoterm, string>,
);
export type Incoterm = keyof typeof Incoterm;

export const ExportPowerOfAttorney = describedEnum(
  "ExportPowerOfAttorney",
  "Which power of attorney lets the carrier file an export in the sender's name.",
  {
    ONE_TIME: "For this shipment alone.",
    BLANKET: "One that the carrier has on file, for all shipments.",
  } satisfies Record<CarrierPowerOfAttorney, string>,
);
export type ExportPowerOfAttorney = keyof typeof ExportPowerOfAttorney;

export const UltimateConsigneeKind = describedEnum(
  "UltimateConsigneeKind",
  "What the recipient does with exported goods, as the filing (EEI) states it.",
  {
    DIRECT_CONSUMER: "Uses them: an individual or a company.",
    GOVERNMENT_ENTITY: "A government, or a company that it owns or controls.",
    RESELLER: "Sells them as they are.",
    OTHER: "Anything else, or not known.",
  } satisfies Record<CarrierConsigneeKind, string>,
);
export type UltimateConsigneeKind = keyof typeof UltimateConsigneeKind;

export const CustomsRole = describedEnum(
  "CustomsRole",
  "Which party of a sale across a customs border a number is of.",
  {
    SELLER: "Who sells and sends the goods.",
    BUYER: "Who bought the goods.",
    IMPORTER: "Who brings the goods into the country and owes duties and taxes.",
  } satisfies Record<CarrierCustomsRole, string>,
);
export type CustomsRole = keyof typeof CustomsRole;

export const CustomsTaxNumberKind = describedEnum(
  "CustomsTaxNumberKind",
  "What a tax number is. IOSS to COLLECTED_OTHER are registrations of the seller, who has collected the destination's tax with the price, so that none is due at the border.",
  {
    IOSS: "Import One-Stop Shop of the European Union.",
    VOEC: "VAT on e-commerce of Norway.",
    HMRC: "VAT registration for sales to the United Kingdom.",
    PVA: "Postponed VAT accounting of the United Kingdom.",
    SG_GST: "Goods and services tax of Singapore.",
    AU_ARN: "ATO reference number of Australia.",
    NZ_IRD: "Inland Revenue number of New Zealand.",
    MY_LVG: "Sales tax on low-value goods of Malaysia.",
    COLLECTED_OTHER: "Any other registration under which the tax is collected.",
    EORI: "Economic operator's number (EORI) for customs.",
    VAT: "VAT number, checked by the form of its country.",
    BUSINESS_TAX_ID: "Another tax number of a company.",
    PERSONAL_TAX_ID: "Tax number of an individual.",
  } satisfies Record<CarrierTaxNumberKind, string>,
);
export type CustomsTaxNumberKind = keyof typeof CustomsTaxNumberKind;

export const CustomsPartyKind = describedEnum("CustomsPartyKind", "Whether a party trades, or buys for private use.", {
  BUSINESS: "A company or another organisation, or who buys for one.",
  CONSUMER: "An individual, for private use.",
} satisfies Record<CarrierPartyKind, string>);
export type CustomsPartyKind = keyof typeof CustomsPartyKind;
