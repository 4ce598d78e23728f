/** UPS's services: what they are called, how dear and how fast they are, and where they run. */
export interface ServiceTerms {
  name: string;
  /** Dollars for the first pound in zone 2, and for each further pound. */
  firstPound: number;
  perPound: number;
  /** Business days; zero: by zone. */
  days: number;
  /** HHMMSS at the destination. */
  commitTime: string;
  isGuaranteed: boolean;
  /** Can be asked for Saturday. */
  hasSaturday: boolean;
  /** Two digits in the 1Z number; not the service code. The simulator's own numbering where UPS's is unknown. */
  indicator: string;
}

const endOfDay = "233000";

function terms(
  name: string,
  [firstPound, perPound]: [number, number],
  days: number,
  commitTime: string,
  indicator: string,
  flags = "",
): ServiceTerms {
  const isGuaranteed = flags.includes("G");
  return { name, firstPound, perPound, days, commitTime, indicator, isGuaranteed, hasSaturday: flags.includes("S") };
}

export const serviceTerms: Record<string, ServiceTerms> = {
  "01": terms("UPS Next Day Air", [38, 2.1], 1, "103000", "01", "GS"),
  "02": terms("UPS 2nd Day Air", [22, 1.4], 2, endOfDay, "02", "GS"),
  "03": terms("UPS Ground", [10, 0.42], 0, endOfDay, "03"),
  "07": terms("UPS Worldwide Express", [72, 3.9], 2, "120000", "66", "GS"),
  "08": terms("UPS Worldwide Expedited", [54, 2.9], 4, endOfDay, "67"),
  "11": terms("UPS Standard", [19, 0.9], 0, endOfDay, "68"),
  "12": terms("UPS 3 Day Select", [17, 1.0], 3, endOfDay, "12"),
  "13": terms("UPS Next Day Air Saver", [35, 1.9], 1, "150000", "13", "G"),
  "14": terms("UPS Next Day Air Early", [69, 2.3], 1, "083000", "15", "GS"),
  "54": terms("UPS Worldwide Express Plus", [98, 4.2], 2, "090000", "54", "G"),
  "59": terms("UPS 2nd Day Air A.M.", [26, 1.5], 2, "120000", "07", "G"),
  "65": terms("UPS Worldwide Saver", [66, 3.6], 3, endOfDay, "04", "G"),
  "74": terms("UPS Express 12:00", [31, 1.7], 1, "120000", "74", "G"),
  // By contract. Names: Shipping.yaml, Service.Code; of 92 and 93 UPS's older guides.
  "17": terms("UPS Worldwide Economy DDU", [14, 3.1], 8, endOfDay, "17"),
  "72": terms("UPS Worldwide Economy DDP", [17, 3.3], 8, endOfDay, "72"),
  "92": terms("UPS Ground Saver", [8, 0.4], 4, endOfDay, "YW"),
  "93": terms("UPS Ground Saver", [8, 0.4], 4, endOfDay, "YW"),
  "70": terms("UPS Access Point Economy", [9, 0.5], 4, endOfDay, "70"),
  "75": terms("UPS Heavy Goods", [90, 1.2], 5, endOfDay, "75"),
  // In no table of UPS's: as a service of tomorrow.
  "9Z": terms("UPS 9Z", [7, 0.4], 5, endOfDay, "9Z"),
};

/** Canada calls its domestic services differently from the United States. */
const canadianNames: Record<string, string> = {
  "01": "UPS Express",
  "02": "UPS Expedited",
  "13": "UPS Express Saver",
  "14": "UPS Express Early",
  "65": "UPS Express Saver",
};

export function serviceName(serviceCode: string, originCountry: string): string {
  const canadian = originCountry === "CA" ? canadianNames[serviceCode] : undefined;
  return canadian ?? serviceTerms[serviceCode]?.name ?? `UPS ${serviceCode}`;
}
