import { Refusal } from "../answer.js";
import { isUnitedStates } from "../pricing/countries.js";
import { isRoadLane } from "../pricing/lanes.js";
import type { RequestedChemical, RequestedHazMat } from "./requested-hazmat.js";
import type { RequestedPackage, RequestedShipment } from "./requested-shipment.js";
import { type RuleCodes, requireBounds, requireField } from "./rule-codes.js";

/** Services that go by road only; 3 Day Select goes either way. */
const roadServices = new Set(["03", "11"]);
const eitherServices = new Set(["", "12"]);
const mostRecords = 3;

/**
 * Dangerous goods and dry ice, after Shipping.yaml and Rating.yaml (PackageServiceOptions.HazMat and DryIce): what is said of
 * each substance, one set of rules a shipment, and where each set of rules holds. UPS's own numbers are not in evidence.
 */
export function checkDangerousGoods(shipment: RequestedShipment, codes: RuleCodes): void {
  const refuse = (what: string): never => {
    throw new Refusal(codes.optionUnavailable, `The requested accessory option is unavailable: ${what}.`);
  };
  const { packages, returnService } = shipment;
  const sets = new Set(packages.flatMap(regulationSets));
  if (sets.size === 0) return;
  if (returnService) refuse("dangerous goods of a return");
  if (shipment.accessPointId) refuse("dangerous goods to an access point");
  requireBounds(sets.size === 1, "HazMat.RegulationSet (one for the shipment)");
  for (const set of sets)
    if (!holdsOnLane(set, shipment)) refuse(`regulation set ${set} on this lane or with this service`);
  for (const pkg of packages) checkPackage(pkg, shipment);
}

const regulationSets = ({ hazMat, dryIce }: RequestedPackage): string[] => [
  ...(hazMat?.records.map(({ regulationSet }) => regulationSet) ?? []),
  ...(dryIce ? [dryIce.regulationSet] : []),
];

function holdsOnLane(set: string, { shipFrom, shipTo, serviceCode }: RequestedShipment): boolean {
  const from = shipFrom.country;
  const to = shipTo.country;
  const isByRoad = eitherServices.has(serviceCode) || roadServices.has(serviceCode);
  if (set === "CFR") return isUnitedStates(from) && (isUnitedStates(to) || (to === "CA" && isByRoad));
  if (set === "TDG") return from === "CA" && (to === "CA" || to === "US") && isByRoad;
  if (set === "ADR") return from !== "CA" && isRoadLane(from, to) && isByRoad;
  return set === "IATA" && !roadServices.has(serviceCode);
}

function checkPackage({ hazMat, dryIce, weight }: RequestedPackage, shipment: RequestedShipment): void {
  if (hazMat) checkHazMat(hazMat, shipment);
  if (!dryIce) return;
  requireBounds(["CFR", "IATA", "ADR"].includes(dryIce.regulationSet), "DryIce.RegulationSet");
  requireBounds(["00", "01", "KG", "KGS", "LBS"].includes(dryIce.unit), "DryIceWeight.UnitOfMeasurement.Code");
  requireBounds(isTenth(dryIce.weight) && Number(dryIce.weight) <= Number(weight), "DryIceWeight.Weight");
  requireBounds(!dryIce.isForMedicalUse || dryIce.regulationSet === "CFR", "DryIce.MedicalUseIndicator");
}

function checkHazMat(hazMat: RequestedHazMat, shipment: RequestedShipment): void {
  requireField(/^.{1,5}$/.test(hazMat.packageIdentifier), "PackageIdentifier");
  requireBounds(hazMat.records.length <= mostRecords, "HazMat (at most 3)");
  const isPackingSaid = hazMat.isAllPackedInOne || hazMat.isOverpacked;
  requireField(hazMat.records.length < 2 || isPackingSaid, "HazMatPackageInformation");
  const needsQ = hazMat.isAllPackedInOne && hazMat.records.some(({ regulationSet }) => regulationSet === "IATA");
  requireField(!needsQ || /^(0\.[1-9]|1\.0)$/.test(hazMat.qValue), "QValue");
  for (const record of hazMat.records) checkRecord(record, shipment);
}

function checkRecord(record: RequestedChemical, { shipFrom, shipTo, serviceCode }: RequestedShipment): void {
  const { level, mode } = record;
  const isCounted = level === "EQ" || level === "LQ" || level === "FR";
  const isPacked = level === "LQ" || level === "FR";
  requireField(/^.{1,3}$/.test(record.identifier), "ChemicalRecordIdentifier");
  requireBounds(["LR", "EQ", "LQ", "FR"].includes(level), "CommodityRegulatedLevelCode");
  requireField(record.properShippingName !== "", "ProperShippingName");
  requireField(level === "EQ" || record.idNumber !== "", "IDNumber");
  requireBounds(/^((UN|NA|ID)\d{4})?$/.test(record.idNumber), "IDNumber");
  requireField(!isCounted || (record.hazardClass !== "" && record.unit !== ""), "ClassDivisionNumber");
  requireBounds(!isCounted || isTenth(record.quantity), "HazMat.Quantity");
  requireField(!isPacked || record.packagingType !== "", "HazMat.PackagingType");
  requireBounds(!isPacked || /^[1-9]\d{0,2}$/.test(record.pieces), "HazMat.PackagingTypeQuantity");
  requireBounds(/^\d{0,25}$/.test(record.emergencyPhone), "EmergencyPhone");
  const isAmerican = isUnitedStates(shipFrom.country) || isUnitedStates(shipTo.country);
  const needsContact = record.emergencyPhone !== "" && isAmerican && record.regulationSet === "IATA";
  requireField(!needsContact || record.emergencyContact !== "", "EmergencyContact");
  requireField(record.regulationSet === "ADR" || mode !== "", "TransportationMode");
  requireBounds(mode === "" || suits(mode, serviceCode), "TransportationMode");
}

function suits(mode: RequestedChemical["mode"], serviceCode: string): boolean {
  if (eitherServices.has(serviceCode)) return mode !== "OTHER";
  return roadServices.has(serviceCode) ? mode === "ROAD" : mode === "PASSENGER" || mode === "CARGO";
}

/** More than nothing, of at most five signs with one place after the point. */
function isTenth(text: string): boolean {
  return text.length <= 5 && /^\d+(\.\d)?$/.test(text) && Number(text) > 0;
}
