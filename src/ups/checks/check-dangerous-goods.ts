import type { DangerousGoods, DangerousGoodsRegulation } from "../../carrier/dangerous-goods.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { offeredCodes } from "../words/catalogue.js";
import type { ServiceRow } from "../words/codes.js";
import { isUnitedStates, type Lane, laneOf } from "../words/lanes.js";
import { type Path, problem, required, when } from "../words/problems.js";
import { checkDryIce, checkEmergency, checkSubstances } from "./dangerous-goods-rules.js";

/** Services that go by road; 3 Day Select goes either way. All others fly. */
const roadServices = new Set(["03", "11"]);
const eitherServices = new Set(["12"]);
const northAmerica = new Set(["US", "PR", "CA", "MX"]);

/**
 * Where UPS takes regulated goods and what it must be told of them (Shipping.yaml and Rating.yaml, PackageServiceOptions:
 * HazMat and DryIce, of which the lanes are those of RegulationSet). Certain: members, lengths and lanes. Taken as so, since no
 * source allows it: not back, not to an access point (UPS's page on those takes nothing that needs papers).
 */
export function checkDangerousGoods(details: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  const declared = details.packages.flatMap(({ dangerousGoods }, index) =>
    dangerousGoods ? [{ goods: dangerousGoods, path: ["packages", index, "dangerousGoods"], index }] : [],
  );
  const sets = new Set(declared.map(({ goods }) => goods.regulation));
  const lane = laneOf(details);
  return declared.flatMap(({ goods, path, index }) => [
    ...checkPlace(details, path),
    ...checkLane(goods, lane, service, path),
    ...checkMode(goods, service, path),
    ...checkSubstances(goods, service !== null && !mayGoByRoad(service), path),
    ...checkDryIce(goods, details.packages[index]?.weight ?? null, path),
    ...checkEmergency(goods, details, path),
    ...when(
      sets.size > 1,
      problem("INVALID", [...path, "regulation"], "UPS takes one regulation for a whole shipment"),
    ),
  ]);
}

function checkPlace({ returnService, accessPoint }: ShipmentDetails, path: Path): FieldProblem[] {
  return [
    ...when(returnService !== null, problem("NOT_ALLOWED", path, "UPS takes no dangerous goods back")),
    ...when(accessPoint !== null, problem("NOT_ALLOWED", path, "UPS takes no dangerous goods to an access point")),
  ];
}

function checkLane({ regulation }: DangerousGoods, lane: Lane, service: ServiceRow | null, path: Path): FieldProblem[] {
  const isHere = lanes[regulation](lane);
  const isRoadOnly = regulation === "ADR" || regulation === "TDG" || (regulation === "CFR" && !isUnitedStates(lane.to));
  const isServed = service === null || (isRoadOnly ? mayGoByRoad(service) : regulation !== "IATA" || mayFly(service));
  const where = `from ${lane.from} to ${lane.to}${isHere && service ? ` with ${service.name}` : ""}`;
  return when(
    !(isHere && isServed),
    problem("NOT_ALLOWED", [...path, "regulation"], `UPS takes no dangerous goods by ${regulation} ${where}`),
  );
}

const lanes: Record<DangerousGoodsRegulation, (lane: Lane) => boolean> = {
  ADR: ({ from, to }) => !northAmerica.has(from) && offeredCodes(from, to).has("11"),
  CFR: ({ from, to }) => isUnitedStates(from) && (isUnitedStates(to) || to === "CA"),
  TDG: ({ from, to }) => from === "CA" && (to === "CA" || to === "US"),
  IATA: () => true,
};

/** A price of all services is asked for whichever way they go. */
function checkMode({ transportMode, regulation, substances }: DangerousGoods, service: ServiceRow | null, path: Path) {
  const at = [...path, "transportMode"];
  if (transportMode === null) {
    return when(regulation !== "ADR" && substances.length > 0, required(at, "UPS needs the mode of transport"));
  }
  if (regulation === "ADR") return [problem("INVALID", at, "UPS takes no mode of transport with ADR")];
  const isGround = transportMode === "GROUND";
  const isSuited = service === null || (isGround ? mayGoByRoad(service) : mayFly(service));
  return [
    ...when(!isSuited, problem("NOT_ALLOWED", at, `${service?.name} goes by ${isGround ? "air" : "road"}`)),
    ...when(isGround && regulation === "IATA", problem("INVALID", at, "IATA is for transport by air")),
  ];
}

const mayGoByRoad = ({ ups }: ServiceRow) => roadServices.has(ups) || eitherServices.has(ups);
const mayFly = ({ ups }: ServiceRow) => !roadServices.has(ups);
