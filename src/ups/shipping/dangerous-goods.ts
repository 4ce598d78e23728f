import type { DangerousGoods, DangerousGoodsLevel, DangerousSubstance } from "../../carrier/dangerous-goods.js";
import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import { emergencyDigits } from "../words/phone.js";
import { type UnitSystem, upsWeight } from "../words/units.js";

const levelCodes: Record<DangerousGoodsLevel, string> = {
  LIGHTLY_REGULATED: "LR",
  EXCEPTED_QUANTITY: "EQ",
  LIMITED_QUANTITY: "LQ",
};
/** Rate has numbers for what Ship has words for (Rating.yaml, Shipping.yaml: TransportationMode). */
const modes = {
  GROUND: { rate: "02", ship: "Ground" },
  PASSENGER_AIRCRAFT: { rate: "03", ship: "Passenger Aircraft" },
  CARGO_AIRCRAFT_ONLY: { rate: "04", ship: "Cargo Aircraft Only" },
} as const;
/** Of ADR neither has any; what the schema wants all the same is left out. */
const upsMode = ({ transportMode }: DangerousGoods, product: "rate" | "ship") =>
  transportMode && { TransportationMode: modes[transportMode][product] };

/** The members of Rate's package options: one container around its records. */
export function ratedDangerousGoods(pkg: PackageDetails, index: number, details: ShipmentDetails, system: UnitSystem) {
  const goods = pkg.dangerousGoods;
  if (goods === null) return {};
  const HazMatChemicalRecord = records(goods, details, "rate");
  const HazMat = { PackageIdentifier: String(index + 1), ...packing(goods), HazMatChemicalRecord };
  return { ...(HazMatChemicalRecord.length > 0 && { HazMat }), ...serialiseDryIce(goods, system) };
}

/** The same of Ship, whose records stand by themselves. */
export function shippedDangerousGoods(
  pkg: PackageDetails,
  index: number,
  details: ShipmentDetails,
  system: UnitSystem,
) {
  const goods = pkg.dangerousGoods;
  if (goods === null) return {};
  const HazMat = records(goods, details, "ship");
  const hazMat = { PackageIdentifier: String(index + 1), HazMat };
  return { ...(HazMat.length > 0 && hazMat), ...serialiseDryIce(goods, system) };
}

function records(goods: DangerousGoods, { shipFrom }: ShipmentDetails, product: "rate" | "ship") {
  return goods.substances.map((substance, place) => ({
    ...record(substance, goods, place, shipFrom.countryCode),
    ...upsMode(goods, product),
  }));
}

/** How several substances of a package are packed, which Ship is told beside the package's options. */
export function serialisePacking({ dangerousGoods }: PackageDetails) {
  const isPacked = dangerousGoods !== null && dangerousGoods.packing !== null;
  return isPacked ? { HazMatPackageInformation: packing(dangerousGoods) } : {};
}

function packing({ packing: how }: DangerousGoods) {
  return {
    ...(how === "ALL_PACKED_IN_ONE" && { AllPackedInOneIndicator: "" }),
    ...(how === "OVERPACKED" && { OverPackedIndicator: "" }),
  };
}

function record(substance: DangerousSubstance, goods: DangerousGoods, place: number, country: string) {
  const phone = emergencyDigits(goods.emergencyPhone, country);
  return {
    ChemicalRecordIdentifier: String(place + 1),
    RegulationSet: goods.regulation,
    CommodityRegulatedLevelCode: levelCodes[substance.level],
    ProperShippingName: substance.properShippingName,
    ...(substance.identificationNumber && { IDNumber: substance.identificationNumber.toUpperCase() }),
    ...(substance.technicalName && { TechnicalName: substance.technicalName }),
    ...(substance.hazardClass && { ClassDivisionNumber: substance.hazardClass }),
    ...(substance.subsidiaryRisks && { SubRiskClass: substance.subsidiaryRisks }),
    ...(substance.packingGroup && { PackagingGroupType: substance.packingGroup }),
    ...(substance.quantity && { Quantity: substance.quantity }),
    ...(substance.quantityUnit && { UOM: substance.quantityUnit }),
    ...(substance.packagingType && { PackagingType: substance.packagingType }),
    ...(substance.packagingCount !== null && { PackagingTypeQuantity: String(substance.packagingCount) }),
    ...(substance.packingInstruction && { PackagingInstructionCode: substance.packingInstruction }),
    ...(substance.additionalDescription && { AdditionalDescription: substance.additionalDescription }),
    ...(phone && { EmergencyPhone: phone }),
    ...(goods.emergencyContact && { EmergencyContact: goods.emergencyContact }),
  };
}

/** By number, which is all that both specifications have room for. */
const iceUnits = {
  LB: { Code: "01", Description: "Pounds" },
  KG: { Code: "00", Description: "Kilograms" },
} as const;

function serialiseDryIce({ dryIce, regulation }: DangerousGoods, system: UnitSystem) {
  if (dryIce === null) return {};
  return {
    DryIce: {
      RegulationSet: regulation,
      DryIceWeight: {
        UnitOfMeasurement: system === "IMPERIAL" ? iceUnits.LB : iceUnits.KG,
        Weight: upsWeight(dryIce.weight, system).toString(),
      },
      ...(dryIce.isForMedicalUse && { MedicalUseIndicator: "" }),
    },
  };
}
