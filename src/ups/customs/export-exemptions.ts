/**
 * The paragraphs of 15 CFR 30 by which no export is filed, as UPS takes them (Shipping.yaml, ShipperFiled.ExemptionLegend,
 * July 2026; without its misprint 30.30(j)).
 */
export const exemptions: ReadonlySet<string> = new Set(
  [
    "30.2(d)(2) 30.8(b) 30.26(a) 30.36 30.39 30.40(a) 30.40(b) 30.40(c) 30.40(d)",
    "30.37(a) 30.37(b) 30.37(c) 30.37(d) 30.37(e) 30.37(f) 30.37(h) 30.37(i) 30.37(j) 30.37(k) 30.37(l)",
    "30.37(m) 30.37(n) 30.37(o) 30.37(p) 30.37(q) 30.37(r) 30.37(s) 30.37(t) 30.37(u) 30.37(x)",
    "30.37(y)(1) 30.37(y)(2) 30.37(y)(3) 30.37(y)(4) 30.37(y)(5) 30.37(y)(6)",
  ].flatMap((row) => row.split(" ")),
);

/** Of lines that are worth 2,500 US dollars at most. */
export const lowValueExemption = "30.37(a)";
/** Of goods for Canada. */
export const canadaExemption = "30.36";

/** The bare paragraph: "NOEEI § 30.37 (A)" is 30.37(a). */
export function exemptionCode(written: string): string {
  return written
    .toLowerCase()
    .replace(/^\s*no\s*eei/, "")
    .replace(/[\s§:]|\bcfr\b/g, "");
}

/** The number that the US export system gave: "AES X20261130123456" without what stands before it. */
export function itnCode(written: string): string {
  return written
    .toUpperCase()
    .replace(/^\s*AES/, "")
    .replace(/[\s-]/g, "")
    .replace(/^ITN:?/, "");
}

/** X, the day, six digits (AESTIR, Census Bureau); UPS's spec says 17 characters and has no example that is so long. */
export function isItn(code: string): boolean {
  return /^X\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{6}$/.test(code);
}
