import type { ServiceRow } from "./codes.js";

export interface PackageTypeRow {
  code: string;
  ups: string;
  name: string;
}

export const customerPackage = "UPS_CUSTOMER_PACKAGE";
export const letter = "UPS_LETTER";

export const packageTypes: readonly PackageTypeRow[] = [
  { code: customerPackage, ups: "02", name: "Customer supplied package" },
  { code: letter, ups: "01", name: "UPS Letter" },
  { code: "UPS_TUBE", ups: "03", name: "UPS Tube" },
  { code: "UPS_PAK", ups: "04", name: "UPS Pak" },
  { code: "UPS_EXPRESS_BOX", ups: "21", name: "UPS Express Box" },
  { code: "UPS_EXPRESS_BOX_SMALL", ups: "2a", name: "UPS Express Box Small" },
  { code: "UPS_EXPRESS_BOX_MEDIUM", ups: "2b", name: "UPS Express Box Medium" },
  { code: "UPS_EXPRESS_BOX_LARGE", ups: "2c", name: "UPS Express Box Large" },
  { code: "UPS_10KG_BOX", ups: "25", name: "UPS 10 KG Box" },
  { code: "UPS_25KG_BOX", ups: "24", name: "UPS 25 KG Box" },
];

const byCode = new Map(packageTypes.map((row) => [row.code, row]));

export function findPackageType(code: string): PackageTypeRow | null {
  return byCode.get(code) ?? null;
}

/**
 * By UPS's code: up to which weight packaging has a rate of its own. Heavier it is rated by weight, with alert 123060 (letters) or
 * 121515 (boxes), UPS's public table of codes. Boxes: their names; letters: 8 oz and half a kilogram of UPS's rate guides, as
 * integrators tell. Paks, tubes and Express Boxes are rated by weight always, up to that of any package.
 */
export const flatRateWeights: Readonly<Record<string, { IMPERIAL: number; METRIC: number }>> = {
  "01": { IMPERIAL: 0.5, METRIC: 0.5 },
  "25": { IMPERIAL: 22, METRIC: 10 },
  "24": { IMPERIAL: 55, METRIC: 25 },
};

const kiloBoxes = new Set(["24", "25"]);
const worldwideExpress = new Set(["07", "54", "65"]);
/** Ground-like services take the shipper's own packaging only. */
const ownPackagingOnly = new Set(["03", "11", "12", "74"]);

/** Whether UPS's packaging, in UPS's code, goes with the service. What is not known to clash is left to UPS. */
export function fitsService(packaging: string, { ups: service, named }: Pick<ServiceRow, "ups" | "named">): boolean {
  if (named || ownPackagingOnly.has(service)) return packaging === "02";
  if (kiloBoxes.has(packaging)) return worldwideExpress.has(service);
  if (packaging === "01") return service !== "08";
  return true;
}
