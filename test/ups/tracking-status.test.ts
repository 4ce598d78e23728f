import type { TrackedStatus } from "../../src/carrier/tracking.js";
import { standing, statusOf } from "../../src/ups/tracking/tracking-status.js";

const rows: [string, TrackedStatus | null][] = [
  ["M MP 003", "LABEL_CREATED"],
  ["M DP", "LABEL_CREATED"],
  ["I DP 005", "IN_TRANSIT"],
  ["M VP", "VOIDED"],
  ["MV VP 007", "VOIDED"],
  ["I VP", "IN_TRANSIT"],
  ["I OR 160", "IN_TRANSIT"],
  ["P PU", "IN_TRANSIT"],
  ["I OT 021", "OUT_FOR_DELIVERY"],
  ["D OT 021", "OUT_FOR_DELIVERY"],
  ["D ?? 072", "IN_TRANSIT"],
  ["D F4 011", "DELIVERED"],
  ["D KB", "DELIVERED"],
  ["D M3 011", "DELIVERED"],
  ["D ??", null],
  ["D 2Q 161", "AVAILABLE_FOR_PICKUP"],
  ["D ZP", "AVAILABLE_FOR_PICKUP"],
  ["X ZP", "AVAILABLE_FOR_PICKUP"],
  ["D 2W 011", "DELIVERED"],
  ["X 48 022", "EXCEPTION"],
  ["X 27", "RETURNING"],
  ["I 27", "IN_TRANSIT"],
  ["X UF 035", "RETURNING"],
  ["X ?? 034", "RETURNING"],
  ["D ?? 034", "RETURNED"],
  ["X DJ 046", "EXCEPTION"],
  ["DD", "IN_TRANSIT"],
  ["U UP 154", null],
  ["NA", null],
  ["", null],
];

it.each(rows)("%s says %s", (codes, status) => {
  const [type = "", code = "", statusCode = ""] = codes.split(" ");
  expect(statusOf({ type, code, statusCode })).toBe(status);
});

it("reads three-digit codes without their zeros", () => {
  expect(statusOf({ statusCode: "11" })).toBe("DELIVERED");
  expect(statusOf({ statusCode: "0" })).toBeNull();
});

it.each([
  ["the newest scan that tells", [null, "OUT_FOR_DELIVERY", "IN_TRANSIT"], "OUT_FOR_DELIVERY"],
  ["delivered in spite of a later notice", ["EXCEPTION", "DELIVERED", "OUT_FOR_DELIVERY"], "DELIVERED"],
  ["returned when it was delivered to its sender", ["DELIVERED", "RETURNING", "EXCEPTION"], "RETURNED"],
  ["on its way again after a failed attempt", ["OUT_FOR_DELIVERY", "EXCEPTION"], "OUT_FOR_DELIVERY"],
] as [string, (TrackedStatus | null)[], TrackedStatus][])("stands as %s", (_, scans, status) => {
  expect(standing(scans, "UNKNOWN")).toBe(status);
});

it("stands as the current status says when no scan tells", () => {
  expect(standing([null], "OUT_FOR_DELIVERY")).toBe("OUT_FOR_DELIVERY");
  expect(standing([], null)).toBe("UNKNOWN");
});
