import fc from "fast-check";
import { parseErrorHeaders, parseErrors, parseProductErrors } from "../../src/ups/wire/errors.js";
import { alertList, alertMessages } from "../../src/ups/words/alerts.js";

const error = (code: string, text: string) => ({ code, severity: "ERROR", text });

describe("parseErrors", () => {
  it.each([
    ["the usual body", { response: { errors: [{ code: "120100", message: "No" }] } }, [error("120100", "No")]],
    [
      "a single error without a list",
      { response: { errors: { code: "120100", message: "No" } } },
      [error("120100", "No")],
    ],
    ["errors at the top", { errors: [{ code: "10002", message: "No" }] }, [error("10002", "No")]],
    [
      "errors inside a success",
      { response: { success: false, errors: [{ errorCode: "500", errorMessage: "No" }] } },
      [error("500", "No")],
    ],
    [
      "the old envelope",
      { Response: { ResponseStatusCode: "0", Error: { ErrorCode: "350201", ErrorDescription: "No" } } },
      [error("350201", "No")],
    ],
    [
      "a SOAP fault",
      { Fault: { detail: { Errors: { ErrorDetail: { PrimaryErrorCode: { Code: "111210", Description: "No" } } } } } },
      [error("111210", "No")],
    ],
    [
      "codes with carriage returns",
      { response: { errors: [{ code: "&#xD;&#xD;190102", message: "No\r" }] } },
      [error("190102", "No")],
    ],
    [
      "a number as code",
      { response: { errors: [{ code: 10429, message: "Too Many" }] } },
      [error("10429", "Too Many")],
    ],
    ["no error", { RateResponse: {} }, []],
    ["no object", "<html>", []],
    ["nothing", undefined, []],
  ])("reads %s", (_name, body, expected) => {
    expect(parseErrors(body)).toEqual(expected);
  });
});

describe("an error without words", () => {
  it.each([
    [{ response: { errors: [{ code: "120100" }] } }],
    [{ response: { errors: [{ code: "120100", message: "" }] } }],
    [{ errors: [{ errorCode: "120100", errorMessage: null }] }],
    [{ Response: { Error: { ErrorCode: "120100", ErrorDescription: " " } } }],
    [{ Fault: { detail: { Errors: { ErrorDetail: { PrimaryErrorCode: { Code: "120100" } } } } } }],
  ])("of a known code has its meaning: %j", (body) => {
    expect(parseErrors(body)).toEqual([error("120100", "Shipper number missing or not valid")]);
  });

  it("of an unknown code says that UPS gave none", () => {
    const text = "UPS refused without saying why (code 999999)";
    expect(parseErrors({ response: { errors: [{ code: "999999" }] } })).toEqual([error("999999", text)]);
    expect(parseProductErrors({ LocatorResponse: { Response: { Error: { ErrorCode: "999999" } } } })).toEqual([
      error("999999", text),
    ]);
  });

  it("of an alert is told likewise", () => {
    const alerts = alertList.parse([{ Code: "120022" }, { Code: "999999", Description: "" }]);
    expect(alertMessages(alerts).map(({ text }) => text)).toEqual([
      "High value report: to be signed by the driver",
      "UPS remarks without words (code 999999)",
    ]);
  });
});

describe("any member of any shape", () => {
  const bodies = [
    {
      response: {
        errors: [
          { code: "1", message: "a" },
          { code: "2", message: "b" },
        ],
      },
    },
    {
      errors: [
        { code: "1", message: "a" },
        { code: "2", message: "b" },
      ],
    },
    {
      response: {
        ...{ transactionId: "t", statusCode: "400", success: false },
        errors: [
          { errorCode: "1", errorMessage: "a" },
          { errorCode: "2", errorMessage: "b" },
        ],
      },
    },
    {
      Response: {
        Error: [
          { ErrorCode: "1", ErrorDescription: "a" },
          { ErrorCode: "2", ErrorDescription: "b" },
        ],
      },
    },
    {
      Fault: {
        ...{ faultcode: "Client", faultstring: "An exception has been raised" },
        detail: {
          Errors: {
            ErrorDetail: [
              { Severity: "Hard", PrimaryErrorCode: { Code: "1", Description: "a" } },
              { Severity: "Hard", PrimaryErrorCode: { Code: "2", Description: "b" } },
            ],
          },
        },
      },
    },
  ];
  const both = [error("1", "a"), error("2", "b")];
  const junk = fc.constantFrom<unknown>(null, undefined, "", [], {}, 0, true, [null], [[]], "&#xD;");

  it.each(bodies)("is read in %j", (body) => {
    expect(parseErrors(body)).toEqual(both);
    expect(parseErrors([body])).toEqual(both);
  });

  it.each(bodies)("costs no more than itself where it is junk: %j", (body) => {
    fc.assert(
      fc.property(junk, fc.nat({ max: placesIn(body).length - 1 }), (value, index) => {
        const place = placesIn(body)[index]!;
        const errors = parseErrors(withAt(body, place, value));
        // Of two errors the one that nothing was done to is there.
        const isOfSecond = place.includes("1");
        const untouched = place.includes("0") ? both[1] : isOfSecond ? both[0] : null;
        expect(errors.length).toBeLessThanOrEqual(2 + Number("Fault" in body));
        if (untouched) expect(errors).toContainEqual(untouched);
      }),
    );
  });

  it.each(bodies)("may be one for a list of one, a number for text, and full of carriage returns: %j", (body) => {
    const text = JSON.stringify(body).replaceAll('"1"', '"&#xD;&#xD;1\\r\\n"').replaceAll('"2"', "2");
    expect(parseErrors(JSON.parse(text))).toEqual(both);
    expect(parseErrors(withoutSecond(body))).toEqual([both[0]]);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => Array.isArray(parseErrors(json))));
  });
});

describe("parseErrorHeaders", () => {
  const read = (headers: Record<string, string>) => parseErrorHeaders((name) => headers[name] ?? null);

  it.each([
    [{ errorcode: "120120", errordescription: "No" }, error("120120", "No")],
    [{ apierrorcode: "120120", apierrormsg: "No" }, error("120120", "No")],
    [
      { errorcode: "", apierrorcode: "9\r", errordescription: "" },
      error("9", "UPS refused without saying why (code 9)"),
    ],
    [{ errorcode: "120100" }, error("120100", "Shipper number missing or not valid")],
    [{ errorcode: "&#xD;190117", apierrormsg: "No" }, error("190117", "No")],
    [{ errorcode: "0", apierrorcode: "null" }, null],
    [{ errordescription: "No" }, null],
    [{}, null],
  ])("reads %j", (headers, expected) => {
    expect(read(headers)).toEqual(expected);
  });
});

type Place = string[];

/** The place of every member of a value, its own lists' elements among them. */
function placesIn(node: unknown): Place[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [[name], ...placesIn(value).map((place) => [name, ...place])]);
}

function withAt(node: unknown, [name, ...rest]: Place, value: unknown): unknown {
  const copy = (Array.isArray(node) ? [...node] : { ...(node as object) }) as Record<string, unknown>;
  copy[name!] = rest.length === 0 ? value : withAt(copy[name!], rest, value);
  return copy;
}

function withoutSecond(node: unknown): unknown {
  if (Array.isArray(node)) return withoutSecond(node[0]);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, withoutSecond(value)]));
}
