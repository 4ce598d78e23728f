import { scopes } from "../../src/security/scopes.js";
import { type FrontDoor, startFrontDoor } from "../access/front-door.js";
import { aPackage, newYork } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let door: FrontDoor;
let headers: Record<string, string>;
beforeAll(async () => {
  service = await startTestService();
  door = await startFrontDoor(service);
  headers = (await door.badge(service.tenantId, scopes, "")).headers;
});
afterAll(async () => {
  await door?.stop();
  await service?.close();
});

/** The answer, and the processor's milliseconds that server and test spent on it. */
async function spentOn(query: string, variables: unknown, members: object = {}) {
  const body = JSON.stringify({ query, variables, ...members });
  const before = process.cpuUsage();
  const response = await fetch(`${door.local}/graphql`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body,
  });
  const text = await response.text();
  const { user, system } = process.cpuUsage(before);
  const [first, ...more] =
    (JSON.parse(text) as { errors?: { message: string; extensions: { code: string } }[] }).errors ?? [];
  return {
    status: response.status,
    code: first?.extensions.code,
    message: first?.message,
    errorCount: more.length + 1,
    text,
    ms: (user + system) / 1000,
  };
}

const fields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`u${n.toString(36)}`, 0]));
const nested = (levels: number): unknown => (levels === 0 ? 1 : { shipment: nested(levels - 1) });
const list = (levels: number): unknown => (levels === 0 ? 1 : [list(levels - 1)]);

const buy = "mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) { userErrors { code } } }";
const byKeys = "query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }";
const refused = { status: 400, code: "OPERATION_TOO_COMPLEX" };

describe("a request's input", () => {
  const large: [string, string, unknown, object][] = [
    ["100,000 unknown fields of an input", buy, { input: fields(100_000) }, {}],
    ["as many in an object below it", buy, { input: { shipment: { shipTo: fields(100_000) } } }, {}],
    ["as many over many objects", byKeys, { r: Array.from({ length: 900 }, () => fields(40)) }, {}],
    ["as many variables that nothing declares", "{ __typename }", fields(100_000), {}],
    ["as many items of a list", buy, { input: { packages: Array.from({ length: 400_000 }, () => 1) } }, {}],
    ["as many extensions", "{ __typename }", {}, { extensions: fields(100_000) }],
    ["as many fields beside the operation", "{ __typename }", {}, fields(100_000)],
    ["objects in each other", buy, { input: nested(3_000) }, {}],
    ["lists in each other", buy, { input: list(3_000) }, {}],
    ["251 fields of one object", buy, { input: fields(251) }, {}],
    ["21 levels", buy, { input: nested(21) }, {}],
  ];

  it.each(large)("is counted before the schema is asked what it is: %s", async (_, query, variables, more) => {
    const seen = await spentOn(query, variables, more);
    expect(seen).toMatchObject(refused);
    expect(seen.text).not.toMatch(/"u1|did you mean/i);
    expect(seen.ms).toBeLessThan(1_000);
  });

  it("is counted where it comes in the address", async () => {
    for (const [name, value] of [
      ["variables", { r: list(30) }],
      ["extensions", fields(300)],
    ] as const) {
      const query = new URLSearchParams({ query: "{ __typename }", [name]: JSON.stringify(value) });
      const response = await fetch(`${door.local}/graphql?${query}`, {
        headers: { ...headers, "apollo-require-preflight": "1" },
      });
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("OPERATION_TOO_COMPLEX")]);
    }
  });

  it.each([
    ["fields", `{ ${Array.from({ length: 251 }, (_, n) => `f${n}: 1`).join(" ")} }`],
    ["levels of lists", `${"[".repeat(21)}1${"]".repeat(21)}`],
    ["levels of objects", `${"{ a: ".repeat(21)}1${" }".repeat(21)}`],
  ])("is counted in the document's literals: %s", async (_, literal) => {
    const byArgument = `mutation { purchaseLabel(input: ${literal}) { userErrors { code } } }`;
    const byDefault = `query ($a: Int = ${literal}) { __typename }`;
    const inDirective = `{ __typename @include(if: ${literal}) }`;
    for (const query of [byArgument, byDefault, inDirective]) expect(await spentOn(query, {})).toMatchObject(refused);
  });

  it("has no fragments in circles, used or not, however many", async () => {
    const spreads = (from: number) => Array.from({ length: 20 }, (_, n) => `...f${(from + n + 1) % 99}`).join(" ");
    const circles = Array.from({ length: 99 }, (_, n) => `fragment f${n} on Query { ${spreads(n)} carriers { code } }`);
    for (const root of ["{ ...f0 }", "{ __typename }"])
      expect(await spentOn(`${root} ${circles.join(" ")}`, {})).toMatchObject(refused);
  });

  it("costs little as large as it may be, however wrong", async () => {
    const wide = Array.from({ length: 78 }, () => fields(250));
    const seen = await spentOn(buy, { input: { shipment: { packages: wide } } });
    expect(seen).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
    expect(seen.errorCount).toBeLessThanOrEqual(6);
    expect(seen.ms).toBeLessThan(1_000);
  });

  it("is counted outside of its texts alone", async () => {
    const texts = [`{[,:"`.repeat(10_000), "\\".repeat(9), '\\"'.repeat(3), "\u2028"];
    for (const text of texts)
      expect((await spentOn("query ($a: String) { __typename }", { a: text })).code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(await spentOn("{ __typename }", { a: '\\"', ...fields(300) })).toMatchObject(refused);
  });

  it("may be as large as a request that makes sense", async () => {
    const items = Array.from({ length: 8 }, () => ({
      ...{ description: "Shirt", quantity: 1, unitValue: { amount: "9.00", currencyCode: "USD" } },
    }));
    const packages = Array.from({ length: 200 }, () => ({ ...aPackage, items }));
    const shipment = { service: "UPS_GROUND", shipTo: newYork, packages };
    expect((await spentOn(buy, { input: { idempotencyKey: "k", shipment } })).status).toBe(200);
    const representations = Array.from({ length: 1_000 }, (_, n) => ({ __typename: "Shipment", id: `shp_${n}` }));
    expect((await spentOn(byKeys, { r: representations })).status).toBe(200);
  });
});
