import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  buildSchema,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  isRequiredArgument,
  parse,
  validate,
} from "graphql";
import { plainPriceRules } from "../../src/entities/values/stored-method-rules.js";
import { readExampleOperations } from "../../src/http/explorer/example-operations.js";
import { aCart, addPublished, setMethod } from "../support/delivery.js";
import { fieldsOf } from "../support/graph-elements.js";
import { aKey, purchaseLabel, sql } from "../support/purchases.js";
import { addAccount, shippingRates, type Tenant } from "../support/rate-setup.js";
import { newYork } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const storefront = buildSchema(readFileSync(resolve(__dirname, "../../schema/storefront.graphql"), "utf8"));
const buyer = { scopes: ["quote"] } as const;
const refusal = { operation: "RATE", kind: "REFUSE", code: "111210", times: 20 } as const;

let service: TestService;
let tenant: Tenant;
/** Of the tenant's, what no buyer may ever hear. */
let canaries: string[];
let bought: { trackingNumber: string; shipmentId: string; rateQuoteId: string };
beforeAll(async () => {
  service = await startTestService();
  tenant = { deps: service.deps, tenantId: service.tenantId };
  const account = await addAccount(tenant, { accountNumber: "C4N4RY", clientId: "canary-client" });
  await service.run(
    `mutation ($id: ID!) { activateCarrierAccount(input: { carrierAccountId: $id }) { userErrors { message } } }`,
    { id: account.id },
  );
  const method = await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
  await setMethod(service, tenant, method.id, { priceRules: { ...plainPriceRules, marginPercent: "7" } });
  bought = await buyOffered();
  canaries = ["C4N4RY", "canary-client", account.id, method.id, ...(await carriersWords())];
});
afterAll(() => service.close());

/** A shipment at an offer that a buyer chose. */
async function buyOffered() {
  const source = `query ($input: DeliveryOptionsInput!) { deliveryOptions(input: $input) { options { id } } }`;
  const { deliveryOptions } = await service.run(source, { input: aCart }, buyer);
  const rateQuoteId = deliveryOptions.options[0].id;
  const input = { idempotencyKey: aKey(), shipment: {}, rateQuoteId };
  const { shipment } = (await service.run(purchaseLabel, { input })).purchaseLabel;
  return { trackingNumber: shipment.packages[0].trackingNumber, shipmentId: shipment.id, rateQuoteId };
}

/** What the carrier charges, and what it says when it refuses, as staff are told. */
async function carriersWords(): Promise<string[]> {
  const rows = await sql(service, "select carrier_amount::text as amount from accepted_offer");
  await service.control.addFault(refusal);
  const packages = [{ weight: { value: 3, unit: "LB" } }];
  const { unavailable } = (await service.run(shippingRates, { input: { shipTo: newYork, packages } })).shippingRates;
  await service.control.clearFaults();
  const amounts = rows.map(({ amount }: { amount: string }) => Number(amount).toFixed(2));
  return [...amounts, ...unavailable.map(({ message }: { message: string }) => message)];
}

/** All that a storefront's schema has below the type, so many steps deep. */
function selection(type: GraphQLObjectType, depth: number): string {
  return fieldsOf(type)
    .filter(({ args }) => !args.some(isRequiredArgument))
    .flatMap(({ name, type: output }) => {
      const named = getNamedType(output);
      if (!isObjectType(named)) return [name];
      return depth > 0 ? [`${name} { ${selection(named, depth - 1)} }`] : [];
    })
    .join(" ");
}

/** What each root field is asked; a new one needs a line here. */
const asked: Record<string, () => Record<string, unknown>> = {
  carrierLocations: () => ({ input: { city: { city: "Berlin", countryCode: "DE" } } }),
  carriers: () => ({}),
  deliveryOptions: () => ({ input: { ...aCart, validateAddress: true } }),
  packItems: () => ({ input: { items: aCart.items } }),
  rateQuote: () => ({ id: bought.rateQuoteId }),
  shipment: () => ({ id: bought.shipmentId }),
  trackDelivery: () => ({ trackingNumber: bought.trackingNumber, postalCode: newYork.postalCode }),
  validateAddress: () => ({ input: { address: newYork } }),
};

function everythingOf(name: string): string {
  const field = storefront.getQueryType()!.getFields()[name]!;
  const variables = field.args.filter((arg) => arg.name in asked[name]!());
  const declared = variables.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
  const passed = variables.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const below = selection(getNamedType(field.type) as GraphQLObjectType, 4);
  return `query ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} { ${below} } }`;
}

/** A tracking number of UPS's begins with the account's, and is printed on the parcel: it is the buyer's to know. */
const heardIn = (answer: unknown) =>
  canaries.filter((canary) => JSON.stringify(answer).replaceAll(bought.trackingNumber, "").includes(canary));

/** The documented ones that a router with this contract lets through, with variables of this tenant. */
async function documented() {
  const operations = await readExampleOperations();
  return operations
    .filter(({ document }) => /^query/m.test(document) && validate(storefront, parse(document)).length === 0)
    .map(({ name, document, variables }) => ({ name, document, variables: ofTenant(variables) }));
}

function ofTenant(variables: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(variables, (key, value) => (key === "carrierAccountId" ? undefined : value));
  return JSON.parse(
    text
      .replace(/"<[^>]*trackingNumber>"/g, JSON.stringify(bought.trackingNumber))
      .replace(/"<[^>]*shipment\.id>"/g, JSON.stringify(bought.shipmentId))
      .replace(/"<[^>]*\.id>"/g, JSON.stringify(bought.rateQuoteId)),
  );
}

describe("every root field of the storefront's schema", () => {
  it("is asked here", () => {
    expect(Object.keys(storefront.getQueryType()!.getFields()).sort()).toEqual(Object.keys(asked).sort());
  });

  it.each(Object.keys(asked))("%s tells a buyer all that it says, and nothing that is the merchant's", async (name) => {
    const document = everythingOf(name);
    expect(validate(storefront, parse(document)).map(String)).toEqual([]);
    const answer = await service.execute(document, asked[name]!(), buyer);
    expect(answer.errors).toBeUndefined();
    expect(answer.data[name]).not.toBeNull();
    expect(heardIn(answer)).toEqual([]);
  });
});

describe("the documented operations of a storefront", () => {
  it("tells a buyer nothing of accounts, carriers' prices and refusals", async () => {
    const operations = await documented();
    expect(operations.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["delivery-options", "validate-address", "find-access-points"]),
    );
    for (const fault of [null, refusal]) {
      if (fault) await service.control.addFault(fault);
      for (const { document, variables } of operations) {
        const answer = await service.execute(document, variables, buyer);
        expect(answer.errors).toBeUndefined();
        expect(heardIn(answer)).toEqual([]);
      }
    }
    await service.control.clearFaults();
  });

  it("would be found out", async () => {
    const source = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
      quotes { carrierPrice { published { amount } } shippingMethod { id } } } }`;
    expect(validate(storefront, parse(source))).not.toEqual([]);
    const answer = await service.execute(source, {
      input: { shipTo: newYork, packages: [{ weight: { value: 3, unit: "LB" } }] },
    });
    expect(heardIn(answer).length).toBeGreaterThan(0);
  });
});
