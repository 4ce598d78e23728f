import type { CollectedTaxKind, TaxNumber } from "../../carrier/tax-numbers.js";
import { unionArea } from "../words/places/customs-areas.js";
import { isVatNumber, normalNumber } from "./vat-numbers.js";

interface CollectedTax {
  kind: CollectedTaxKind;
  /** UPS's VendorCollectIDTypeCode (Shipping.yaml, ShipFrom.VendorInfo, July 2026). */
  ups: string;
  /** The tax areas in which it holds; null: UPS says not. */
  destinations: readonly string[] | null;
  isNumber: (number: string) => boolean;
  /** For messages. */
  form: string;
}

/** Goods in Northern Ireland are under the VAT of the Union and of the United Kingdom (Windsor Framework, article 8). */
const union = [unionArea, "XI"];
const kingdom = ["GB", "XI"];
const like = (pattern: RegExp) => (number: string) => pattern.test(number);
const isBritishVat = (number: string) => isVatNumber(number, "GB");
const anything = like(/^[A-Z0-9]{3,35}$/);

/**
 * Forms: IOSS by Implementing Regulation (EU) 2020/194, VOEC by the Norwegian tax administration, ARN and IRD by those of
 * Australia and New Zealand; certain. UPS's code of HMRC, 0358, is deprecated: it goes as 0000, unknown or other (likely).
 */
const collectedTaxes: CollectedTax[] = [
  { kind: "IOSS", ups: "0356", destinations: union, isNumber: like(/^IM\d{10}$/), form: "IM and 10 digits" },
  { kind: "VOEC", ups: "0357", destinations: ["NO"], isNumber: like(/^(VOEC)?\d{7}$/), form: "7 digits" },
  { kind: "HMRC", ups: "0000", destinations: kingdom, isNumber: isBritishVat, form: "GB and 9 or 12 digits" },
  { kind: "PVA", ups: "0359", destinations: kingdom, isNumber: isBritishVat, form: "GB and 9 or 12 digits" },
  {
    kind: "SG_GST",
    ups: "1051",
    destinations: ["SG"],
    isNumber: like(/^[A-Z0-9]{9,10}$/),
    form: "9 or 10 characters",
  },
  { kind: "AU_ARN", ups: "1052", destinations: ["AU"], isNumber: like(/^\d{11,12}$/), form: "12 digits" },
  { kind: "NZ_IRD", ups: "1053", destinations: ["NZ"], isNumber: like(/^\d{8,9}$/), form: "8 or 9 digits" },
  { kind: "MY_LVG", ups: "1054", destinations: ["MY"], isNumber: anything, form: "3 to 35 letters and digits" },
  { kind: "COLLECTED_OTHER", ups: "0000", destinations: null, isNumber: anything, form: "3 to 35 letters and digits" },
];

/** Null: the number is no such registration. */
export function collectedTax({ kind }: Pick<TaxNumber, "kind">): CollectedTax | null {
  return collectedTaxes.find((row) => row.kind === kind) ?? null;
}

/** As UPS's samples write it: "VOEC1234567", "GB123456789". */
export function collectedNumber({ kind, number }: TaxNumber): string {
  const normal = normalNumber(number);
  if (kind === "VOEC") return normal.startsWith("VOEC") ? normal : `VOEC${normal}`;
  const isBritish = (kind === "HMRC" || kind === "PVA") && !normal.startsWith("GB");
  return isBritish ? `GB${normal}` : normal;
}
