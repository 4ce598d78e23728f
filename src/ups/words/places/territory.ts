/**
 * A place that is often written under a larger country, and which UPS, or a tax or customs law, keeps apart from it.
 * How certain: `codes of UPS` are those of UPS's own list of countries and territories, as integrations carry it;
 * where a report names UPS's refusal of the larger country, the row says so.
 */
export interface Territory {
  name: string;
  /** The country that it is written under, ISO 3166-1. */
  under: string;
  /** UPS's code; equal to `under` where UPS has none of its own. */
  ups: string;
  /** Customs and tax area; by default that of UPS's code. Goods move without papers inside one area. */
  area?: string;
  /** Of a code in capitals without blanks. */
  postal?: RegExp;
  /** State or region codes that mean it, without the country in front. */
  regions?: readonly string[];
  /** City names that mean it, in capitals without accents. */
  city?: RegExp;
  source: string;
}

type How = Pick<Territory, "postal" | "regions" | "city" | "area">;

/** `codes`: the country it is written under and UPS's code, as `US VI`. */
export function territory(name: string, codes: string, how: How, source: string): Territory {
  const [under = "", ups = under] = codes.split(" ");
  return { name, under, ups, source, ...how };
}
