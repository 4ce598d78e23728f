import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { coerceInputValue, isInputObjectType } from "graphql";
import { byRules, someUps, usd } from "../support/methods.js";
import { startTestService, type TestService } from "../support/service.js";

/** The schema is made of the graph's own input types: what one of the two takes, the other takes. */

type Provider = keyof typeof inputs;
const inputs = {
  UPS: "UpsConfigurationInput",
  FIXED: "FixedPriceConfigurationInput",
  RULES: "RulesConfigurationInput",
};

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const source = "query ($provider: ShippingProvider!) { providerConfigurationSchema(provider: $provider) }";
const schemaOf = async (provider: string) => (await service.run(source, { provider })).providerConfigurationSchema;

function isTakenByGraphql(provider: Provider, value: unknown): boolean {
  const type = service.schema.getType(inputs[provider]);
  if (!isInputObjectType(type)) throw new Error(`${inputs[provider]} is no input.`);
  let isTaken = true;
  coerceInputValue(value, type, () => {
    isTaken = false;
  });
  return isTaken;
}

const destination = { countries: ["US"], regions: ["US-CA"], postalRanges: [{ from: "90000", to: "96199" }] };
const conditions = [{ variable: "WEIGHT", operator: "LESS", value: "2.5" }];
const aRule = { base: "5.00", factor: "0.75", factorVariable: "WEIGHT", conditions, destination };
const ups = someUps("cac_1");
const { labelFormat: _, ...withoutFormat } = ups;

it.each<[Provider, string, boolean, unknown]>([
  ["UPS", "all that it needs", true, ups],
  ["UPS", "null for what may be left out", true, { ...ups, service: null, billMyAccount: null }],
  ["UPS", "no label format", false, withoutFormat],
  ["UPS", "null for a label format", false, { ...ups, labelFormat: null }],
  ["UPS", "an unknown label format", false, { ...ups, labelFormat: "DOC" }],
  ["UPS", "text for a yes or no", false, { ...ups, billMyAccount: "true" }],
  ["UPS", "a field that it does not have", false, { ...ups, colour: "brown" }],
  ["FIXED", "a price", true, { price: usd("6.50") }],
  ["FIXED", "no price", false, {}],
  ["FIXED", "a price without a currency", false, { price: { amount: "6.50" } }],
  ["FIXED", "an amount with a comma", false, { price: usd("6,50") }],
  ["FIXED", "more digits than are kept", false, { price: usd("1.1234567") }],
  ["RULES", "rules", true, byRules(aRule, { base: "20" })],
  ["RULES", "no list of rules", false, { ...byRules(), rules: null }],
  ["RULES", "a rule of nothing", false, byRules(aRule, null as never)],
  ["RULES", "a rule without a base", false, byRules({ factor: "1", factorVariable: "WEIGHT" })],
  ["RULES", "an unknown operator", false, byRules({ ...aRule, conditions: [{ ...conditions[0], operator: "NOT" }] })],
  ["RULES", "a country that is a number", false, byRules({ ...aRule, destination: { countries: [1] } })],
])("the schema of %s and GraphQL agree on %s: %s", async (provider, _name, isGood, value) => {
  const ajv = new Ajv2020({ allErrors: true, formats: { date: true, uri: true } });
  const validate = ajv.compile(await schemaOf(provider));
  expect([validate(value), isTakenByGraphql(provider, value)]).toEqual([isGood, isGood]);
});

/** The value with what is at the path replaced; undefined: taken away. */
function replaced(value: unknown, [part, ...rest]: string[], other: unknown): unknown {
  if (part === undefined) return other;
  if (Array.isArray(value))
    return value.map((entry, at) => (String(at) === part ? replaced(entry, rest, other) : entry));
  const inner = replaced((value as Record<string, unknown>)[part], rest, other);
  const { [part]: _old, ...remaining } = value as Record<string, unknown>;
  return inner === undefined ? remaining : { ...remaining, [part]: inner };
}

function pathsOf(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([part, inner]) => pathsOf(inner).map((path) => [part, ...path]))];
}

it("GraphQL takes whatever the schema takes, wherever a good example is spoilt", async () => {
  const example = byRules(aRule, { base: "20" });
  const validate = new Ajv2020().compile(await schemaOf("RULES"));
  const other = fc.oneof(fc.jsonValue(), fc.constantFrom("KG", "WEIGHT", "LESS", "1.5", [], {}, null, undefined));
  const answers = new Set<boolean>();
  fc.assert(
    fc.property(fc.constantFrom(...pathsOf(example)), other, (path, part) => {
      const value = replaced(example, path, part);
      const isTaken = validate(value);
      answers.add(isTaken);
      return !isTaken || isTakenByGraphql("RULES", value);
    }),
    { numRuns: 300 },
  );
  expect(answers.size).toBe(2);
});

it("says of every field what it is, in the graph's words", async () => {
  const schema = await schemaOf("RULES");
  const { ShippingPriceRuleInput: rule, PackageWeightUnit: unit, Decimal: decimal } = schema.$defs;
  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...{ title: "RulesConfigurationInput", type: "object", additionalProperties: false },
    required: ["currencyCode", "weightUnit", "dimensionUnit", "rules"],
  });
  expect(rule.properties.base).toEqual({ $ref: "#/$defs/Decimal", description: expect.stringContaining("Base price") });
  expect(unit.oneOf).toContainEqual({ const: "KG", description: "Kilograms." });
  expect(decimal).toMatchObject({ type: "string", pattern: expect.stringContaining("12") });
});

it("knows every field of every input that it leads to", async () => {
  for (const provider of ["UPS", "FIXED", "RULES"] as const) {
    const schema = await schemaOf(provider);
    const types = { [inputs[provider]]: schema, ...schema.$defs };
    const objects = Object.entries<{ properties?: object }>(types).filter(([, { properties }]) => properties);
    expect(objects.length).toBeGreaterThan(0);
    for (const [name, { properties }] of objects) {
      const type = service.schema.getType(name);
      expect(Object.keys(properties ?? {})).toEqual(isInputObjectType(type) ? Object.keys(type.getFields()) : null);
    }
  }
});

it("has none for what is only imported", async () => {
  expect(await schemaOf("UPS_LEGACY")).toBeNull();
});
