import fc from "fast-check";
import {
  recoveryAnswerOfRefusal,
  shipAnswerOfRefusal,
  voidAnswerOfRefusal,
  voidRefusalReason,
} from "../../src/ups/shipping/refusal-answers.js";
import { effectOf, errorCodes, findErrorCode } from "../../src/ups/words/error-codes/find-error-code.js";

const said = (...codes: string[]) => codes.map((code) => ({ code, severity: "ERROR" as const, text: "m" }));
const thatMean = (effect: string) => errorCodes.filter(({ leadsTo }) => leadsTo === effect).map(({ code }) => code);
/** Any code: of the table, or none of UPS's. */
const anyCode = fc.oneof(fc.constantFrom(...errorCodes.map(({ code }) => code)), fc.stringMatching(/^\d{0,8}$/));
const anyCodes = fc.array(anyCode, { minLength: 1, maxLength: 4 });

describe("the table of UPS's codes", () => {
  it("has each code once, with what it means, where that is from and how certain it is", () => {
    const codes = errorCodes.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const bad = errorCodes.filter(({ code, meaning, source }) => !/^[A-Z0-9]{3,7}$/.test(code) || !meaning || !source);
    expect(bad).toEqual([]);
    expect(codes.length).toBeGreaterThan(500);
  });

  it("leads nowhere by a code that it does not hold", () => {
    expect([findErrorCode("300099"), effectOf({ code: "" })]).toEqual([null, null]);
  });

  it.each([
    ["111107", "ADDRESS", ["shipFrom", "postalCode"]],
    ["120207", "ADDRESS", ["shipTo", "postalCode"]],
    ["120206", "ADDRESS", ["shipTo", "region"]],
    ["120305", "ADDRESS", ["shipFrom", "city"]],
    ["120208", "ADDRESS", ["shipTo", "countryCode"]],
    ["120317", "ADDRESS", ["shipFrom", "countryCode"]],
    ["120412", "PAYER", ["options", "payerAccountNumber"]],
    ["120100", "ACCOUNT", null],
    ["112111", "ACCOUNT", null],
    ["250003", "CREDENTIALS", null],
    ["300000", "TRANSIENT", null],
    ["120001", "TRANSIENT", null],
    ["190001", "TRANSIENT", null],
    ["250050", "TRANSIENT", null],
  ])("reads %s as %s of %j", (code, leadsTo, path) => {
    expect(findErrorCode(code)).toMatchObject({ leadsTo, path });
  });

  it("knows Rating's numbers by Ship's where the two count alike, and says that it does", () => {
    expect(findErrorCode("111050")).toMatchObject({ leadsTo: "SIZE", certainty: "INFERRED" });
    expect(findErrorCode("110601")).toMatchObject({ leadsTo: "WEIGHT", certainty: "INFERRED" });
    expect(findErrorCode("110206")).toMatchObject({ leadsTo: "ADDRESS", path: ["shipTo", "region"] });
    expect(findErrorCode("111526")).toMatchObject({ leadsTo: "OPTION", certainty: "CAPTURED" });
    expect(findErrorCode("111527")).toBeNull();
  });
});

describe("a refusal of Label Recovery", () => {
  it("says that nothing is there by 9801031 and 300007 alone", () => {
    expect(thatMean("NO_SHIPMENT").sort()).toEqual(["300007", "9801031"]);
  });

  it("says so of no other codes, nor beside any other code", () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const isNone = recoveryAnswerOfRefusal(said(...codes))?.value.found === "NONE";
        return isNone === codes.every((code) => code === "9801031" || code === "300007");
      }),
    );
    expect(recoveryAnswerOfRefusal([])).toBeNull();
  });

  it.each([
    ["9801040", "VOIDED"],
    ["300033", "VOIDED"],
    ["300001", "EXISTS"],
    ["300035", "EXISTS"],
    ["300002", "EXISTS"],
    ["300006", "EXISTS"],
    ["300034", "EXISTS"],
  ])("%s means %s", (code, found) => {
    expect(recoveryAnswerOfRefusal(said(code))?.value).toEqual({ found });
    expect(recoveryAnswerOfRefusal(said("9801031", code))?.value).toEqual({ found });
  });

  it.each(["300022", "300026", "300005", "300014", "9801050", "20007", "10002"])("%s says nothing", (code) => {
    expect(recoveryAnswerOfRefusal(said(code))).toBeNull();
    expect(recoveryAnswerOfRefusal(said("300007", code))).toBeNull();
  });
});

describe("a refusal of Void", () => {
  it.each([
    ["190117", true, null],
    ["190116", true, null],
    ["190119", true, null],
    ["190101", false, "WINDOW_CLOSED"],
    ["190102", false, "WINDOW_CLOSED"],
    ["190124", false, "WINDOW_CLOSED"],
    ["190104", false, "NEVER"],
    ["190118", false, "NEVER"],
    ["190112", false, "AS_A_WHOLE_ONLY"],
    ["190113", false, "AS_A_WHOLE_ONLY"],
    ["190100", false, null],
    ["190103", false, null],
    ["190109", false, null],
    ["190110", false, null],
    ["190121", false, null],
    ["190122", false, null],
    ["199999", false, null],
  ])("%s: done %s, because %s", (code, isDone, reason) => {
    expect(voidAnswerOfRefusal(said(code))?.value ?? null).toEqual(isDone ? { isVoided: true, packages: [] } : null);
    expect(voidRefusalReason(said(code))).toBe(reason);
  });

  it("is done by three codes and no others, nor beside any other but notices", () => {
    const done = ["190116", "190117", "190119"];
    fc.assert(
      fc.property(fc.array(fc.oneof(anyCode, fc.constantFrom(...done)), { minLength: 1, maxLength: 3 }), (codes) => {
        const told = codes.filter((code) => effectOf({ code }) !== "NOTICE");
        const isDone = told.length > 0 && told.every((code) => done.includes(code));
        return (voidAnswerOfRefusal(said(...codes)) !== null) === isDone;
      }),
    );
    expect(voidAnswerOfRefusal(said("190117", "190122"))).toBeNull();
    expect(voidAnswerOfRefusal(said("190117", "129002"))).not.toBeNull();
  });
});

it("a refusal of Ship leaves open only what UPS says it has made before", () => {
  expect(shipAnswerOfRefusal(said("120021"))).toMatchObject({ kind: "UNKNOWN" });
  expect(shipAnswerOfRefusal(said("120202"))).toBeNull();
});
