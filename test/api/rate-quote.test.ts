import { addAccount, addMethod, quoteFields, shippingRates } from "../support/rate-setup.js";
import { newYork } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const rateQuote = `query ($id: ID!) { rateQuote(id: $id) { ${quoteFields} } }`;

let service: TestService;
// biome-ignore lint/suspicious/noExplicitAny: the shape is what `quoteFields` says.
let quote: any;
beforeAll(async () => {
  service = await startTestService({ quoteTtlSeconds: 600 });
  const account = await addAccount(service);
  await addMethod(service, account.id, { service: "UPS_GROUND" });
  const input = { shipTo: newYork, packages: [{ weight: { value: 3 } }] };
  quote = (await service.run(shippingRates, { input })).shippingRates.quotes[0];
});
afterAll(() => service.close());

it("gives a quote back as it was made", async () => {
  expect(await service.run(rateQuote, { id: quote.id })).toEqual({ rateQuote: quote });
});

it("lasts as long as configured, by the database's clock", async () => {
  const [row] = await service.database.dataSource.query(
    "select $1::timestamptz - now() between interval '540 s' and interval '600 s' as is_in_time",
    [quote.expiresAt],
  );
  expect(row).toEqual({ is_in_time: true });
});

it("shows a buyer the price and nothing of the carrier's", async () => {
  const { data, errors } = await service.execute(rateQuote, { id: quote.id }, { scopes: ["quote"] });
  const hidden = { shippingMethod: null, carrierPrice: null, billableWeight: null, carrierMessages: null };
  expect(data).toEqual({ rateQuote: { ...quote, ...hidden } });
  expect(errors?.map(({ path, originalError }) => [path?.at(-1), originalError])).toEqual(
    Object.keys(hidden).map((field) => [field, expect.objectContaining({ code: "FORBIDDEN" })]),
  );
});

it("is null for another tenant's, unknown and malformed ids", async () => {
  const as = { tenantId: service.otherTenantId };
  expect(await service.run(rateQuote, { id: quote.id }, as)).toEqual({ rateQuote: null });
  for (const id of ["quo_01890000-0000-7000-8000-000000000000", "shp_1", "", "'; --"]) {
    expect(await service.run(rateQuote, { id })).toEqual({ rateQuote: null });
  }
});

it("is found as a federated entity, in order, unknown ones null", async () => {
  const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on RateQuote { id price { amount } } } }`;
  const representations = ["quo_none", quote.id].map((id) => ({ __typename: "RateQuote", id }));
  const { id, price } = quote;
  const data = await service.run(entities, { representations });
  expect(data._entities).toEqual([null, { id, price: { amount: price.amount } }]);
});
