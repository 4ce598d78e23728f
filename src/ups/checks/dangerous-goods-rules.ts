import { Decimal } from "decimal.js";
import type { DangerousGoods, DangerousSubstance } from "../../carrier/dangerous-goods.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem, Weight } from "../../carrier/values.js";
import { isUnitedStates, laneOf } from "../words/lanes.js";
import { dangerousGoodsLimits as limits } from "../words/limits.js";
import { emergencyDigits } from "../words/phone.js";
import { checkText, type Path, problem, required, when } from "../words/problems.js";
import { upsWeight } from "../words/units.js";

export function checkSubstances(goods: DangerousGoods, isByAir: boolean, path: Path): FieldProblem[] {
  const { substances, packing, regulation, dryIce } = goods;
  const at = [...path, "substances"];
  const hasQ = packing === "ALL_PACKED_IN_ONE" && regulation === "IATA" && substances.length > 1;
  return [
    ...when(substances.length === 0 && dryIce === null, required(at, "Say what the dangerous goods are")),
    ...when(
      substances.length > limits.substances,
      problem("TOO_LONG", at, `UPS takes at most ${limits.substances} substances a package`),
    ),
    ...when(
      substances.length > 1 && packing === null,
      required([...path, "packing"], "UPS needs to know how several substances are packed"),
    ),
    ...when(hasQ, problem("NOT_ALLOWED", [...path, "packing"], "All packed in one by IATA is not supported")),
    ...substances.flatMap((substance, index) =>
      checkSubstance(substance, isByAir || regulation === "IATA", [...at, index]),
    ),
  ];
}

/** What each level needs is what Shipping.yaml says of CommodityRegulatedLevelCode; other members go where rules want them. */
function checkSubstance(substance: DangerousSubstance, isByAir: boolean, path: Path): FieldProblem[] {
  const { level } = substance;
  const isLimited = level === "LIMITED_QUANTITY";
  const isCounted = isLimited || level === "EXCEPTED_QUANTITY";
  const needed: (keyof DangerousSubstance)[] = [
    "properShippingName",
    ...(level === "EXCEPTED_QUANTITY" ? [] : (["identificationNumber"] as const)),
    ...(isCounted ? (["hazardClass", "quantity", "quantityUnit"] as const) : []),
    ...(isLimited ? (["packagingType", "packagingCount"] as const) : []),
  ];
  return [
    ...needed.flatMap((part) =>
      when(
        substance[part] === null || substance[part] === "",
        required([...path, part], "UPS needs this of such goods"),
      ),
    ),
    ...when(
      isLimited && isByAir,
      problem(
        "NOT_ALLOWED",
        [...path, "level"],
        "Limited quantities by air need a shipper's declaration, which is not supported",
      ),
    ),
    ...checkForms(substance, path),
    ...texts.flatMap((part) => checkText(substance[part], limits[part], [...path, part])),
  ];
}

const texts = [
  "properShippingName",
  "technicalName",
  "hazardClass",
  "subsidiaryRisks",
  "quantityUnit",
  "packagingType",
  "packingInstruction",
  "additionalDescription",
] as const;

function checkForms(
  { identificationNumber, quantity, packagingCount }: DangerousSubstance,
  path: Path,
): FieldProblem[] {
  const isNumber = identificationNumber === null || /^(UN|NA|ID)\d{4}$/i.test(identificationNumber);
  const isQuantity =
    quantity === null ||
    (/^\d+(\.\d)?$/.test(quantity) && quantity.length <= limits.quantity && new Decimal(quantity).greaterThan(0));
  const isCount = packagingCount === null || (packagingCount >= 1 && packagingCount <= limits.packagingCount);
  return [
    ...when(!isNumber, problem("INVALID", [...path, "identificationNumber"], "Write it as UN3480, with four digits")),
    ...when(
      !isQuantity,
      problem("INVALID", [...path, "quantity"], "UPS takes one decimal and five characters, over zero"),
    ),
    ...when(
      !isCount,
      problem("INVALID", [...path, "packagingCount"], `UPS takes 1 to ${limits.packagingCount} pieces`),
    ),
  ];
}

export function checkDryIce({ dryIce, regulation }: DangerousGoods, whole: Weight | null, path: Path): FieldProblem[] {
  if (dryIce === null) return [];
  const at = [...path, "dryIce"];
  const { weight, isForMedicalUse } = dryIce;
  const isWeight = Number.isFinite(weight.value) && weight.value > 0;
  const isTooMuch = isWeight && whole !== null && upsWeight(weight, "METRIC").greaterThan(upsWeight(whole, "METRIC"));
  return [
    ...when(!isWeight, problem("INVALID", [...at, "weight", "value"], "Dry ice weighs more than nothing")),
    ...when(isTooMuch, problem("INVALID", [...at, "weight", "value"], "Dry ice weighs no more than its package")),
    ...when(regulation === "TDG", problem("NOT_ALLOWED", [...path, "regulation"], "UPS takes no dry ice by TDG")),
    ...when(
      isForMedicalUse && regulation !== "CFR",
      problem("INVALID", [...at, "isForMedicalUse"], "UPS knows medical use with CFR only"),
    ),
  ];
}

export function checkEmergency(goods: DangerousGoods, details: ShipmentDetails, path: Path): FieldProblem[] {
  const { emergencyPhone, emergencyContact, regulation } = goods;
  const isWhole = emergencyDigits(emergencyPhone, details.shipFrom.countryCode) !== null;
  const isAmerican = Object.values(laneOf(details)).some(isUnitedStates);
  const isContactNeeded = emergencyPhone !== null && emergencyContact === null && isAmerican && regulation === "IATA";
  const at = (part: string) => [...path, part];
  return [
    ...when(
      emergencyPhone !== null && !isWhole,
      problem("INVALID", at("emergencyPhone"), "This is no whole phone number"),
    ),
    ...when(isContactNeeded, required(at("emergencyContact"), "UPS needs whom the emergency phone reaches")),
    ...checkText(emergencyContact, limits.emergencyContact, at("emergencyContact")),
  ];
}
