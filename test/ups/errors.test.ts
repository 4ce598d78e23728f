import { parseErrors } from "../../src/ups/wire/errors.js";

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
