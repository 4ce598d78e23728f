/** One UPS service: our stable code, UPS's code in Rate and Ship, its usual name, and names where an origin differs. */
export interface ServiceRow {
  code: string;
  ups: string;
  name: string;
  names?: Partial<Record<OriginGroup, string>>;
}

/** Origins under which UPS names or offers services differently. EU is the European Union without Poland. */
export type OriginGroup = "US" | "CA" | "PR" | "MX" | "PL" | "EU" | "OTHER";

export const serviceRows: readonly ServiceRow[] = [
  { code: "UPS_NEXT_DAY_AIR_EARLY", ups: "14", name: "UPS Next Day Air Early", names: { CA: "UPS Express Early" } },
  { code: "UPS_NEXT_DAY_AIR", ups: "01", name: "UPS Next Day Air", names: { CA: "UPS Express" } },
  { code: "UPS_NEXT_DAY_AIR_SAVER", ups: "13", name: "UPS Next Day Air Saver", names: { CA: "UPS Express Saver" } },
  { code: "UPS_2ND_DAY_AIR_AM", ups: "59", name: "UPS 2nd Day Air A.M." },
  { code: "UPS_2ND_DAY_AIR", ups: "02", name: "UPS 2nd Day Air", names: { CA: "UPS Expedited" } },
  { code: "UPS_3_DAY_SELECT", ups: "12", name: "UPS 3 Day Select" },
  { code: "UPS_GROUND", ups: "03", name: "UPS Ground" },
  {
    code: "UPS_WORLDWIDE_EXPRESS_PLUS",
    ups: "54",
    name: "UPS Worldwide Express Plus",
    names: { PL: "UPS Express Plus", MX: "UPS Express Plus" },
  },
  {
    code: "UPS_WORLDWIDE_EXPRESS",
    ups: "07",
    name: "UPS Worldwide Express",
    names: { EU: "UPS Express", PL: "UPS Express", MX: "UPS Express", OTHER: "UPS Express" },
  },
  {
    code: "UPS_WORLDWIDE_SAVER",
    ups: "65",
    name: "UPS Worldwide Saver",
    names: {
      CA: "UPS Express Saver",
      EU: "UPS Express Saver",
      PL: "UPS Express Saver",
      MX: "UPS Saver",
      OTHER: "UPS Saver",
    },
  },
  {
    code: "UPS_WORLDWIDE_EXPEDITED",
    ups: "08",
    name: "UPS Worldwide Expedited",
    names: { EU: "UPS Expedited", PL: "UPS Expedited", MX: "UPS Expedited" },
  },
  { code: "UPS_STANDARD", ups: "11", name: "UPS Standard" },
  { code: "UPS_EXPRESS_12_00", ups: "74", name: "UPS Express 12:00" },
  { code: "UPS_TODAY_STANDARD", ups: "82", name: "UPS Today Standard" },
  { code: "UPS_TODAY_DEDICATED_COURIER", ups: "83", name: "UPS Today Dedicated Courier" },
  { code: "UPS_TODAY_INTERCITY", ups: "84", name: "UPS Today Intercity" },
  { code: "UPS_TODAY_EXPRESS", ups: "85", name: "UPS Today Express" },
  { code: "UPS_TODAY_EXPRESS_SAVER", ups: "86", name: "UPS Today Express Saver" },
  // Below: priced by UPS for some shippers, but bought in ways this adapter does not speak yet.
  { code: "UPS_WORLDWIDE_ECONOMY_DDU", ups: "17", name: "UPS Worldwide Economy DDU" },
  { code: "UPS_WORLDWIDE_ECONOMY_DDP", ups: "72", name: "UPS Worldwide Economy DDP" },
  { code: "UPS_ACCESS_POINT_ECONOMY", ups: "70", name: "UPS Access Point Economy" },
  { code: "UPS_WORLDWIDE_EXPRESS_FREIGHT_MIDDAY", ups: "71", name: "UPS Worldwide Express Freight Midday" },
  { code: "UPS_HEAVY_GOODS", ups: "75", name: "UPS Heavy Goods" },
  { code: "UPS_WORLDWIDE_EXPRESS_FREIGHT", ups: "96", name: "UPS Worldwide Express Freight" },
];

const byCode = new Map(serviceRows.map((row) => [row.code, row]));
const byUpsCode = new Map(serviceRows.map((row) => [row.ups, row]));
const unknownPrefix = "UPS_SERVICE_";

/** Also finds the codes that `serviceCodeOf` makes up for services without a row. */
export function findServiceRow(code: string): ServiceRow | null {
  const row = byCode.get(code);
  if (row) return row;
  const ups = code.startsWith(unknownPrefix) ? code.slice(unknownPrefix.length) : "";
  return /^[A-Z0-9]{2,3}$/.test(ups) ? { code, ups, name: `UPS service ${ups}` } : null;
}

/** Our code for UPS's; a service without a row gets a code made from UPS's, so that no price is lost. */
export function serviceCodeOf(upsCode: string): string {
  return byUpsCode.get(upsCode.padStart(2, "0").slice(-2))?.code ?? `${unknownPrefix}${upsCode}`;
}
