import type { SideAnswer } from "./probe.js";
import { type Shape, shapeOf } from "./shape.js";

/**
 * `ONLY_AT_UPS` is news, no fault: the simulator need not tell all that UPS tells. Everything else is a difference that
 * the product's tests have not seen.
 */
export interface Difference {
  kind: "STATUS" | "CODE" | "KIND" | "ONLY_IN_SIMULATOR" | "ONLY_AT_UPS";
  /** Of the member; empty for the answer as a whole. */
  path: string;
  ups: string;
  simulator: string;
}

export const isNews = ({ kind }: Difference) => kind === "ONLY_AT_UPS";

/** Compares status, codes, and which members there are of which kind. Values are never compared, nor told. */
export function compareAnswers(ups: SideAnswer, simulator: SideAnswer): Difference[] {
  const shapes = { ups: shapeOf(ups.json), simulator: shapeOf(simulator.json) };
  return [
    ...unequal("STATUS", "", statusOf(ups), statusOf(simulator)),
    ...unequal("CODE", "error in the headers", ups.headerCode ?? "none", simulator.headerCode ?? "none"),
    ...compareCodes(shapes.ups, shapes.simulator),
    ...compareMembers(shapes.ups, shapes.simulator),
  ];
}

const statusOf = ({ status, fault }: SideAnswer) => fault ?? String(status);

function unequal(kind: Difference["kind"], path: string, ups: string, simulator: string): Difference[] {
  return ups === simulator ? [] : [{ kind, path, ups, simulator }];
}

/** Where both have the member: which of them is missing is told once, as a member. */
function compareCodes(ups: Shape, simulator: Shape): Difference[] {
  const paths = [...ups.codes.keys()].filter((path) => simulator.codes.has(path));
  return paths.flatMap((path) => unequal("CODE", path, listed(ups.codes.get(path)), listed(simulator.codes.get(path))));
}

function compareMembers(ups: Shape, simulator: Shape): Difference[] {
  const paths = [...new Set([...ups.kinds.keys(), ...simulator.kinds.keys()])].sort();
  return paths
    .filter((path) => hasParents(path, ups, simulator))
    .flatMap((path) => compareMember(path, ups, simulator));
}

function compareMember(path: string, ups: Shape, simulator: Shape): Difference[] {
  const [upsKinds, simulatorKinds] = [listed(ups.kinds.get(path)), listed(simulator.kinds.get(path))];
  if (upsKinds === "") return [{ kind: "ONLY_IN_SIMULATOR", path, ups: "nothing", simulator: simulatorKinds }];
  if (simulatorKinds === "") return [{ kind: "ONLY_AT_UPS", path, ups: upsKinds, simulator: "nothing" }];
  return unequal("KIND", path, upsKinds, simulatorKinds);
}

/** What stands inside a member that one side lacks is not told again. */
function hasParents(path: string, ups: Shape, simulator: Shape): boolean {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf(".")));
  return path === "" || (ups.kinds.has(parent) && simulator.kinds.has(parent));
}

const listed = (values: ReadonlySet<string> | undefined) => [...(values ?? [])].sort().join(", ");
