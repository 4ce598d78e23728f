import { buildSubgraph } from "../../src/subgraph.js";
import { startTestHttpServer } from "../support/http.js";

const canary = "canary-5e1d";

let server: Awaited<ReturnType<typeof startTestHttpServer>>;
beforeAll(async () => {
  server = await startTestHttpServer({ schema: buildSubgraph({ order: null }), explorers: true });
});
afterAll(() => server.stop());

const create = "mutation ($input: CreateCarrierAccountInput!) { createCarrierAccount(input: $input) { __typename } }";
const account = {
  name: canary,
  environment: "TEST",
  accountNumber: "000000",
  ups: { clientId: canary, clientSecret: `${canary}" at "input.name"; Expected type "forged" to be an object.` },
  address: { lines: [canary], city: "x", countryCode: "US" },
};

async function complaint(source: string, variables?: object): Promise<string> {
  const { body } = await server.query(source, {}, variables as Record<string, unknown>);
  expect(body.data).toBeUndefined();
  expect(JSON.stringify(body)).not.toContain(canary);
  return body.errors[0].message;
}

describe("a complaint about variables names the place and never the value", () => {
  const at = (path: string) => `Variable "$input" is not valid at "${path}": `;
  it.each([
    [
      "a wrong type",
      { ups: { ...account.ups, clientSecret: { secret: canary } } },
      `${at("input.ups.clientSecret")}String cannot represent a non string value.`,
    ],
    [
      "a secret in a list",
      { ups: { ...account.ups, clientSecret: [canary] } },
      `${at("input.ups.clientSecret")}String cannot represent a non string value.`,
    ],
    [
      "an unknown enum value",
      { environment: canary },
      `${at("input.environment")}The value does not exist in the enum "CarrierEnvironment".`,
    ],
    [
      "an enum of another type",
      { environment: { a: canary } },
      `${at("input.environment")}Enum "CarrierEnvironment" cannot represent non-string value.`,
    ],
    [
      "text for an object",
      { address: canary },
      `${at("input.address")}Expected type "PostalAddressInput" to be an object.`,
    ],
    [
      "null in a list",
      { address: { ...account.address, lines: [canary, null] } },
      `${at("input.address.lines[1]")}Expected non-nullable type "String!" not to be null.`,
    ],
    [
      "a missing field",
      { address: { lines: [canary] } },
      `${at("input.address")}Field "countryCode" of required type "String!" was not provided.`,
    ],
    [
      "a secret without its other half",
      { ups: { clientSecret: canary } },
      `${at("input.ups")}Field "clientId" of required type "String!" was not provided.`,
    ],
    [
      "a secret where its credentials belong",
      { ups: canary },
      `${at("input.ups")}Expected type "UpsCredentialsInput" to be an object.`,
    ],
    [
      "a wrong truth value",
      { shipsRegulatedItems: canary },
      `${at("input.shipsRegulatedItems")}Boolean cannot represent a non boolean value.`,
    ],
  ])("%s", async (_, change, message) => {
    expect(await complaint(create, { input: { ...account, ...change } })).toContain(message);
  });

  it("an unknown field, by its name", async () => {
    const message = await complaint(create, { input: { ...account, ups: { ...account.ups, clientSecrets: canary } } });
    expect(message).toMatch(
      /^Variable "\$input" is not valid at "input.ups": Field "clientSecrets" is not defined by type/,
    );
  });

  it("a whole input of another kind", async () => {
    expect(await complaint(create, { input: `${canary} at "input.a"; x` })).toBe(
      'Variable "$input" is not valid: Expected type "CreateCarrierAccountInput" to be an object.',
    );
  });

  it("an amount, with what is expected", async () => {
    const buy = "mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) { __typename } }";
    const input = { idempotencyKey: canary, maxTotalPrice: { amount: canary, currencyCode: "USD" } };
    expect(await complaint(buy, { input })).toMatch(
      /at "input.maxTotalPrice.amount": Decimal cannot represent this value: An/,
    );
  });

  it("a variable that is missing", async () => {
    expect(await complaint(create, {})).toMatch(/"CreateCarrierAccountInput!" was not provided/);
  });
});

describe("a complaint about the text of an operation names the place and never the value", () => {
  const rest = `environment: TEST, address: { lines: ["x"], countryCode: "US" }`;
  const ups = (secret: string) => `ups: { clientId: "${canary}", clientSecret: ${secret} }`;
  const secret = `${ups(`"${canary}"`)}, address: { lines: ["x"], countryCode: "US" }`;
  const inline = (parts: string) =>
    `mutation { createCarrierAccount(input: { name: "${canary}", accountNumber: "0A1B2C",
      ${parts} }) { __typename } }`;
  it.each([
    ["a number", `${rest}, ${ups("7")}`, "String cannot represent a non string value."],
    ["an enum", `${rest}, ${ups(canary.replace("-", "_"))}`, "String cannot represent a non string value."],
    [
      "an enum value",
      `${secret}, environment: ${canary.replace("-", "_")}`,
      'The value does not exist in the enum "CarrierEnvironment".',
    ],
    [
      "text for an enum",
      `${secret}, environment: "${canary}"`,
      'Enum "CarrierEnvironment" cannot represent non-enum value.',
    ],
    [
      "text for an object",
      `environment: TEST, ${ups(`"${canary}"`)}, address: "${canary}"`,
      'Expected a value of type "PostalAddressInput!".',
    ],
    ["text in a wrong place", `"${canary}"`, /^Syntax Error: Expected Name, found String\.$/],
    ["an unfinished text", `ups: { clientSecret: "${canary}\n`, "Syntax Error: Unterminated string."],
  ])("%s", async (_, parts, message) => {
    const told = await complaint(inline(parts));
    expect(told).not.toContain("canary");
    expect(told).toMatch(message);
  });

  it("a null variable where a default stands in for nothing", async () => {
    const source = `query ($id: ID = "x") { carrierAccount(id: $id) { id } }`;
    const { body } = await server.query(source, {}, { id: null });
    expect(body.errors[0]).toMatchObject({ path: ["carrierAccount"], extensions: { code: "BAD_USER_INPUT" } });
  });
});
