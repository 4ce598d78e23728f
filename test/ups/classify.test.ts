import { classify } from "../../src/ups/wire/classify.js";

const now = new Date("2025-06-02T10:00:00Z");
const inHeaders = { code: "120100", severity: "ERROR", text: "m" } as const;
const answer = (status: number, body: string, retryAfter: string | null = null, errorInHeaders = false) =>
  classify(
    {
      kind: "ANSWER",
      status,
      retryAfter,
      errorInHeaders: errorInHeaders ? inHeaders : null,
      carrierTransactionId: null,
      body: Buffer.from(body),
    },
    now,
  );
const refusal = (code: string) => JSON.stringify({ response: { errors: [{ code, message: "m" }] } });

describe("classify", () => {
  it.each([
    [200, "{}", { kind: "OK", json: {} }],
    [200, "<html>", { kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE", isRepeatable: false }],
    [200, '{"a":', { kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE" }],
    [200, refusal("1"), { kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE" }],
    [200, refusal("120202"), { kind: "REFUSED", errors: [{ code: "120202" }] }],
    [
      200,
      '{"Fault":{"detail":{"Errors":{"ErrorDetail":{"PrimaryErrorCode":{"Code":"111210"}}}}}}',
      { kind: "REFUSED" },
    ],
    [200, refusal("120001"), { kind: "FAULT", reason: "CARRIER_FAULT", isProcessed: "MAYBE" }],
    [
      200,
      '{"errors":[{"code":"120202"}],"ShipmentResponse":{"ShipmentResults":{}}, "more": 1}',
      { kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE" },
    ],
    [400, '{"LocatorResponse":{"Response":{"Error":{"ErrorCode":"350201"}}}}', { kind: "REFUSED" }],
    [200, '{"LocatorResponse":{"Response":{"Error":{"ErrorCode":"350201"}}}}', { kind: "OK" }],
    [400, '{"response":{"errors":[{}]}}', { kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE" }],
    [400, refusal("120001"), { kind: "FAULT", reason: "CARRIER_FAULT", isProcessed: "MAYBE", isRepeatable: true }],
    [400, refusal("10429"), { kind: "RATE_LIMITED", retryAfterSeconds: null }],
    [302, "", { kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE", isRepeatable: false }],
    [400, refusal("120202"), { kind: "REFUSED" }],
    [400, refusal("20001"), { kind: "FAULT", reason: "CARRIER_FAULT", isRepeatable: true }],
    [400, "<html>", { kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE" }],
    [401, refusal("250002"), { kind: "UNAUTHORIZED" }],
    [401, "<html>", { kind: "UNAUTHORIZED", errors: [] }],
    [403, refusal("1"), { kind: "BLOCKED" }],
    [429, "", { kind: "RATE_LIMITED", retryAfterSeconds: null }],
    [408, refusal("1"), { kind: "FAULT", isProcessed: "MAYBE", isRepeatable: true }],
    [200, refusal("120900"), { kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE" }],
    [503, "<html>", { kind: "FAULT", reason: "CARRIER_FAULT", isProcessed: "MAYBE", isRepeatable: true }],
    [500, refusal("10004"), { kind: "FAULT", reason: "CARRIER_FAULT", isProcessed: "MAYBE" }],
  ])("reads %i with %s", (status, body, expected) => {
    expect(answer(status, body)).toMatchObject(expected);
  });

  it.each([
    [200, "", { kind: "REFUSED", errors: [inHeaders] }],
    [400, "", { kind: "REFUSED", errors: [inHeaders] }],
    [400, refusal("120202"), { kind: "REFUSED", errors: [{ code: "120202" }] }],
    [200, " \n", { kind: "REFUSED", errors: [inHeaders] }],
    [200, "{}", { kind: "REFUSED", errors: [inHeaders] }],
    [200, "null", { kind: "REFUSED", errors: [inHeaders] }],
    [200, '""', { kind: "REFUSED", errors: [inHeaders] }],
    [200, '{"ShipmentResponse":null}', { kind: "REFUSED", errors: [inHeaders] }],
    [
      200,
      '{"ShipmentResponse":{"Response":{"ResponseStatus":{"Code":"0"}},"ShipmentResults":""}}',
      { kind: "REFUSED" },
    ],
    [200, "<html>", { kind: "REFUSED", errors: [inHeaders] }],
    [200, '{"ShipmentResponse":{"ShipmentResults":{"ShipmentIdentificationNumber":"1Z1"}}}', { kind: "OK" }],
    [200, '{"ShipmentResponse":{"Response":{"ResponseStatus":{"Code":"1"}},"ShipmentResults":null}}', { kind: "OK" }],
    [
      200,
      '<?xml version="1.0"?><ship:ShipmentResponse><a/></ship:ShipmentResponse>',
      { kind: "FAULT", isProcessed: "MAYBE" },
    ],
    [200, '{"ShipmentResponse":{"Shipm', { kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE" }],
    [404, "<html>", { kind: "REFUSED", errors: [inHeaders] }],
    [401, "", { kind: "UNAUTHORIZED", errors: [inHeaders] }],
    [429, "", { kind: "RATE_LIMITED", errors: [inHeaders] }],
    [302, "", { kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE" }],
    [503, "", { kind: "FAULT", reason: "CARRIER_FAULT", isProcessed: "MAYBE", errors: [inHeaders] }],
  ])("reads %i with %s and an error in the headers", (status, body, expected) => {
    expect(answer(status, body, null, true)).toMatchObject(expected);
  });

  it.each([
    ["7", 7],
    ["Mon, 02 Jun 2025 10:00:09 GMT", 9],
    ["Mon, 02 Jun 2025 09:00:00 GMT", 0],
    ["soon", null],
    [null, null],
  ])("reads Retry-After %s as %s seconds", (header, retryAfterSeconds) => {
    expect(answer(429, "", header)).toMatchObject({ retryAfterSeconds });
  });

  it("knows what was never sent", () => {
    const failed = { kind: "NO_ANSWER", reason: "UNREACHABLE", isRepeatable: true, message: "ECONNREFUSED" } as const;
    expect(classify({ ...failed, isSent: false }, now)).toMatchObject({ isProcessed: "NO" });
    expect(classify({ ...failed, isSent: true }, now)).toMatchObject({ isProcessed: "MAYBE" });
  });
});
