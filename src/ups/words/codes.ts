import { economyDdp, economyDdu, groundSaver, type NamedService, simpleRate } from "./named-services.js";

/** One UPS service: our stable code, UPS's code in Rate and Ship, its usual name, and names where an origin differs. */
export interface ServiceRow {
  code: string;
  ups: string;
  name: string;
  names?: Partial<Record<OriginGroup, string>>;
  /** Absent: Shop answers with it, as with most. */
  named?: NamedService;
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
  { code: "UPS_GROUND_SIMPLE_RATE", ups: "03", name: "UPS Ground with Simple Rate", named: simpleRate },
  { code: "UPS_3_DAY_SELECT_SIMPLE_RATE", ups: "12", name: "UPS 3 Day Select with Simple Rate", named: simpleRate },
  { code: "UPS_2ND_DAY_AIR_SIMPLE_RATE", ups: "02", name: "UPS 2nd Day Air with Simple Rate", named: simpleRate },
  { code: "UPS_GROUND_SAVER", ups: "93", name: "UPS Ground Saver", named: groundSaver },
  { code: "UPS_WORLDWIDE_ECONOMY_DDU", ups: "17", name: "UPS Worldwide Economy DDU", named: economyDdu },
  { code: "UPS_WORLDWIDE_ECONOMY_DDP", ups: "72", name: "UPS Worldwide Economy DDP", named: economyDdp },
  // Below: sold by UPS, and not bought here: no lane of the catalogue has them (numbers: Shipping.yaml, Service.Code;
  // 94 and 95 are in no REST specification, only in UPS's older guides and in public code).
  { code: "UPS_GROUND_SAVER_BOUND_PRINTED_MATTER", ups: "94", name: "UPS Ground Saver Bound Printed Matter" },
  { code: "UPS_GROUND_SAVER_MEDIA_MAIL", ups: "95", name: "UPS Ground Saver Media Mail" },
  { code: "UPS_MAIL_INNOVATIONS_FIRST_CLASS", ups: "M2", name: "UPS Mail Innovations First Class Mail" },
  { code: "UPS_MAIL_INNOVATIONS_PRIORITY_MAIL", ups: "M3", name: "UPS Mail Innovations Priority Mail" },
  { code: "UPS_MAIL_INNOVATIONS_EXPEDITED", ups: "M4", name: "UPS Expedited Mail Innovations" },
  { code: "UPS_MAIL_INNOVATIONS_PRIORITY", ups: "M5", name: "UPS Priority Mail Innovations" },
  { code: "UPS_MAIL_INNOVATIONS_ECONOMY", ups: "M6", name: "UPS Economy Mail Innovations" },
  { code: "UPS_MAIL_INNOVATIONS_RETURNS", ups: "M7", name: "UPS Mail Innovations Returns" },
  { code: "UPS_ROADIE_MORNING", ups: "C6", name: "Roadie XD AM" },
  { code: "UPS_ROADIE_AFTERNOON", ups: "C7", name: "Roadie XD PM" },
  { code: "UPS_ROADIE_ANYTIME", ups: "C8", name: "Roadie XD" },
  { code: "UPS_TRADE_DIRECT_MASTER", ups: "T0", name: "UPS Trade Direct Master" },
  { code: "UPS_TRADE_DIRECT_LTL", ups: "T1", name: "UPS Trade Direct LTL" },
  { code: "UPS_ACCESS_POINT_ECONOMY", ups: "70", name: "UPS Access Point Economy" },
  { code: "UPS_WORLDWIDE_EXPRESS_FREIGHT_MIDDAY", ups: "71", name: "UPS Worldwide Express Freight Midday" },
  { code: "UPS_HEAVY_GOODS", ups: "75", name: "UPS Heavy Goods" },
  { code: "UPS_WORLDWIDE_EXPRESS_FREIGHT", ups: "96", name: "UPS Worldwide Express Freight" },
];

const byCode = new Map(serviceRows.map((row) => [row.code, row]));
/** A number means the plain service, not the one with Simple Rate. */
const byUpsCode = new Map(
  serviceRows
    .filter(({ named }) => !named?.isSimpleRate)
    .flatMap((row) => [row.ups, ...lightNumber(row)].map((ups) => [ups, row])),
);
const unknownPrefix = "UPS_SERVICE_";

/** Also finds the codes that `serviceCodeOf` makes up for services without a row, and a row by such a code of its number. */
export function findServiceRow(code: string): ServiceRow | null {
  const row = byCode.get(code);
  if (row) return row;
  const ups = code.startsWith(unknownPrefix) ? code.slice(unknownPrefix.length) : "";
  if (!/^[A-Za-z0-9]{1,3}$/.test(ups)) return null;
  return byUpsCode.get(twoSigns(ups)) ?? { code, ups, name: `UPS service ${ups}` };
}

function lightNumber({ named }: ServiceRow): string[] {
  return typeof named?.ounces === "object" ? [named.ounces.numberBelowPound] : [];
}

/** Our code for UPS's; a service without a row gets a code made from UPS's, so that no price is lost. */
export function serviceCodeOf(upsCode: string): string {
  return byUpsCode.get(twoSigns(upsCode))?.code ?? `${unknownPrefix}${upsCode}`;
}

/** Rating.yaml wants three signs, "003", and traffic has two; of other codes nothing is cut. */
function twoSigns(upsCode: string): string {
  return upsCode.padStart(2, "0").replace(/^0(?=..$)/, "");
}
