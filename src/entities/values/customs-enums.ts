import type { Incoterm as CarrierIncoterm } from "../../carrier/customs.js";
import type {
  UltimateConsigneeKind as CarrierConsigneeKind,
  PowerOfAttorney as CarrierPowerOfAttorney,
} from "../../carrier/export-filing.js";
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

export const PowerOfAttorney = describedEnum(
  "PowerOfAttorney",
  "Which power of attorney lets the carrier file an export in the sender's name.",
  {
    ONE_TIME: "For this shipment alone.",
    BLANKET: "One that the carrier has on file, for all shipments.",
  } satisfies Record<CarrierPowerOfAttorney, string>,
);
export type PowerOfAttorney = keyof typeof PowerOfAttorney;

export const UltimateConsigneeKind = describedEnum(
  "UltimateConsigneeKind",
  "What the recipient does with exported goods, as the filing (EEI) states it.",
  {
    DIRECT_CONSUMER: "Uses them: a person or a company.",
    GOVERNMENT_ENTITY: "A government, or a company that it owns or controls.",
    RESELLER: "Sells them as they are.",
    OTHER: "Anything else, or not known.",
  } satisfies Record<CarrierConsigneeKind, string>,
);
export type UltimateConsigneeKind = keyof typeof UltimateConsigneeKind;
