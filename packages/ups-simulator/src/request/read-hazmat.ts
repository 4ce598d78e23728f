import { isPresent, listAt, textAt, valueAt } from "./json-reading.js";
import type { RequestedChemical, RequestedDryIce, RequestedHazMat } from "./requested-hazmat.js";

const modes: Record<string, RequestedChemical["mode"]> = {
  "": "",
  "01": "ROAD",
  "02": "ROAD",
  "03": "PASSENGER",
  "04": "CARGO",
  HIGHWAY: "ROAD",
  GROUND: "ROAD",
  PAX: "PASSENGER",
  "PASSENGER AIRCRAFT": "PASSENGER",
  CAO: "CARGO",
  "CARGO AIRCRAFT ONLY": "CARGO",
};

/** Ship lists the substances themselves; Rate has one container around its records. */
export function readHazMat(pkg: unknown): { hazMat?: RequestedHazMat } {
  const options = valueAt(pkg, "PackageServiceOptions");
  if (!isPresent(options, "HazMat")) return {};
  const rated = listAt(options, "HazMat.HazMatChemicalRecord");
  const records = rated.length > 0 ? rated : listAt(options, "HazMat");
  const around = rated.length > 0 ? valueAt(options, "HazMat") : valueAt(pkg, "HazMatPackageInformation");
  return {
    hazMat: {
      packageIdentifier: textAt(options, rated.length > 0 ? "HazMat.PackageIdentifier" : "PackageIdentifier"),
      isAllPackedInOne: isPresent(around, "AllPackedInOneIndicator"),
      isOverpacked: isPresent(around, "OverPackedIndicator"),
      qValue: textAt(around, "QValue"),
      records: records.map(readChemical),
    },
  };
}

function readChemical(record: unknown): RequestedChemical {
  return {
    identifier: textAt(record, "ChemicalRecordIdentifier"),
    regulationSet: textAt(record, "RegulationSet"),
    mode: modes[textAt(record, "TransportationMode").toUpperCase()] ?? "OTHER",
    level: textAt(record, "CommodityRegulatedLevelCode"),
    idNumber: textAt(record, "IDNumber"),
    properShippingName: textAt(record, "ProperShippingName"),
    hazardClass: textAt(record, "ClassDivisionNumber"),
    quantity: textAt(record, "Quantity"),
    unit: textAt(record, "UOM"),
    packagingType: textAt(record, "PackagingType"),
    pieces: textAt(record, "PackagingTypeQuantity"),
    emergencyPhone: textAt(record, "EmergencyPhone"),
    emergencyContact: textAt(record, "EmergencyContact"),
  };
}

export function readDryIce(pkg: unknown): { dryIce?: RequestedDryIce } {
  const ice = valueAt(pkg, "PackageServiceOptions.DryIce");
  if (ice === undefined) return {};
  return {
    dryIce: {
      regulationSet: textAt(ice, "RegulationSet"),
      weight: textAt(ice, "DryIceWeight.Weight"),
      unit: textAt(ice, "DryIceWeight.UnitOfMeasurement.Code"),
      isForMedicalUse: isPresent(ice, "MedicalUseIndicator"),
    },
  };
}
