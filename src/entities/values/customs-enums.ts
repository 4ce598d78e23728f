import type { Incoterm as CarrierIncoterm } from "../../carrier/customs.js";
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
