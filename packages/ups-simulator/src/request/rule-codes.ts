import { Refusal } from "../answer.js";

/**
 * Rate and Ship enforce many of the same rules under numbers that begin with 11 and 12 and end alike. Ship's are in the
 * table of UPS's developer guide; of Rate's 0548, 0609, 1030, 1031, 1035, 1036, 1050, 1057, 1100, 1210 and 1211 are in
 * public reports, and the rest is concluded from them.
 */
const endings = {
  mixedMeasures: "0548",
  wrongMeasures: "1057",
  /** Missing, or no number. */
  packageWeight: "0601",
  noPounds: "1030",
  noKilograms: "1031",
  tooManyPounds: "1035",
  tooManyKilograms: "1036",
  /** Sides missing, or zero. */
  sides: "0609",
  declaredValue: "1025",
  lengthInInches: "1055",
  lengthInCm: "1056",
  /** Length and girth. */
  size: "1050",
  /** It does not go with the service. */
  packaging: "1500",
  serviceFromOrigin: "1100",
  serviceOnLane: "1210",
  optionUnavailable: "1211",
  twoOptions: "1262",
  saturdayWithService: "1045",
  packageSignatureOnLane: "0598",
  packageSignatureType: "0599",
  collectionOfPackage: "1156",
  collection: "1155",
  collectionFunds: "0626",
  collectionAmount: "0610",
  collectionTooHigh: "1125",
  collectionCurrency: "0597",
  collectionOfReturn: "1005",
  saturdayOfReturn: "1015",
  signatureOfReturn: "1020",
  returnWithService: "1320",
  payerCountry: "0430",
  payerPostalCode: "0437",
  consignee: "1180",
  emailTooLong: "0517",
  emailForm: "0518",
  emailMissing: "0519",
  tooManyEmails: "0520",
  memoTooLong: "0515",
};

export type RuleCodes = Record<keyof typeof endings | "shipperNumber" | "payerAccount", string>;

function beginningWith(digits: string): Record<keyof typeof endings, string> {
  const codes = Object.entries(endings).map(([rule, ending]) => [rule, digits + ending]);
  return Object.fromEntries(codes) as Record<keyof typeof endings, string>;
}

export const rateCodes: RuleCodes = { ...beginningWith("11"), shipperNumber: "112111", payerAccount: "111580" };

/** Of lengths the guide has them the other way round than Rate's reports. */
export const shipCodes: RuleCodes = {
  ...beginningWith("12"),
  lengthInInches: "121056",
  lengthInCm: "121055",
  shipperNumber: "120100",
  payerAccount: "120412",
};

/** The refusal of a rule that has a number of its own in UPS's table. */
export function requireByCode(isRight: boolean, code: string, what: string): void {
  if (!isRight) throw new Refusal(code, `Invalid or missing ${what}.`);
}

/** The generic refusal for a field that has no number of its own. */
export function requireField(isThere: boolean, path: string): void {
  if (!isThere) throw new Refusal("20007", `Missing required field ${path}.`);
}

/** The generic refusal for a value outside its documented bounds. */
export function requireBounds(isWithin: boolean, path: string): void {
  if (!isWithin) throw new Refusal("10006", `The value of ${path} breaks its constraints.`);
}
