import type {
  DangerousGoodsLevel as CarrierLevel,
  DangerousGoodsTransportMode as CarrierMode,
  DangerousGoodsPacking as CarrierPacking,
  PackingGroup as CarrierPackingGroup,
  DangerousGoodsRegulation as CarrierRegulation,
} from "../../carrier/dangerous-goods.js";
import { describedEnum } from "./described-enum.js";

export const DangerousGoodsRegulation = describedEnum(
  "DangerousGoodsRegulation",
  "Regulations that a package with dangerous goods is prepared by.",
  {
    ADR: "Road transport within Europe.",
    CFR: "US Department of Transportation: within the United States, and by ground to Canada.",
    IATA: "Air transport worldwide.",
    TDG: "Canada: by ground within Canada and to the United States.",
  } satisfies Record<CarrierRegulation, string>,
);
export type DangerousGoodsRegulation = keyof typeof DangerousGoodsRegulation;

export const DangerousGoodsTransportMode = describedEnum(
  "DangerousGoodsTransportMode",
  "Mode of transport that a package with dangerous goods is prepared for.",
  {
    GROUND: "By road, with a ground service.",
    PASSENGER_AIRCRAFT: "By air, on passenger aircraft too.",
    CARGO_AIRCRAFT_ONLY: "By air, on cargo aircraft only; UPS requires an account that is authorized for it.",
  } satisfies Record<CarrierMode, string>,
);
export type DangerousGoodsTransportMode = keyof typeof DangerousGoodsTransportMode;

export const DangerousGoodsLevel = describedEnum(
  "DangerousGoodsLevel",
  "How far dangerous goods are regulated. Fully regulated goods, which require a shipper's declaration, cannot be shipped here.",
  {
    LIGHTLY_REGULATED: "Lightly regulated, for example lithium batteries of Section II or biological substances.",
    EXCEPTED_QUANTITY: "Excepted quantity.",
    LIMITED_QUANTITY: "Limited quantity; ground services only, since by air a shipper's declaration is required.",
  } satisfies Record<CarrierLevel, string>,
);
export type DangerousGoodsLevel = keyof typeof DangerousGoodsLevel;

export const DangerousGoodsPacking = describedEnum(
  "DangerousGoodsPacking",
  "How several dangerous substances are packed in one package.",
  {
    ALL_PACKED_IN_ONE: "All in one packaging. Not with IATA, which requires a Q value.",
    OVERPACKED: "Each in a packaging of its own.",
  } satisfies Record<CarrierPacking, string>,
);
export type DangerousGoodsPacking = keyof typeof DangerousGoodsPacking;

export const DangerousGoodsPackingGroup = describedEnum(
  "DangerousGoodsPackingGroup",
  "Packing group: how dangerous a substance is.",
  {
    I: "High danger.",
    II: "Medium danger.",
    III: "Low danger.",
  } satisfies Record<CarrierPackingGroup, string>,
);
export type DangerousGoodsPackingGroup = keyof typeof DangerousGoodsPackingGroup;
