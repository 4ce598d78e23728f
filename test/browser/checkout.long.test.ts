import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { startShop } from "../../examples/checkout/shop/shop-server.js";
import { seedDemoTenant } from "../../src/demo-tenant.js";
import { createAuthenticator } from "../../src/security/authenticate.js";
import { findBrowser, openBrowser } from "../support/browser.js";
import { type Data, startHttpService } from "../support/http-service.js";
import { patienceMs } from "../support/patience.js";
import { startTestService, type TestService } from "../support/service.js";

const executablePath = findBrowser();
if (executablePath === null)
  process.stderr.write("The checkout was not tested: no browser found. Install one or set CHROMIUM_PATH.\n");
const describeWithBrowser = executablePath === null ? describe.skip : describe;

const wide = { width: 1280, height: 900 };

const shipTo = {
  name: "Robin Vale",
  email: "robin@example.com",
  lines: ["767 5th Ave"],
  city: "New York",
  region: "NY",
  postalCode: "10153",
  countryCode: "US",
};

describeWithBrowser("the checkout", () => {
  let service: TestService;
  let http: Awaited<ReturnType<typeof startHttpService>>;
  let shop: Awaited<ReturnType<typeof startShop>>;
  let opened: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  const complaints: unknown[] = [];

  beforeAll(async () => {
    service = await startTestService();
    await seedDemoTenant(service.deps, service.tenantId);
    shop = await startShop({ tenantId: service.tenantId, port: 0, complain: (error) => complaints.push(error) });
    const { url: issuer, jwksUrl, audience, algorithm } = shop.issuer;
    const settings = { mode: "jwt", jwksUrl, issuer, audience: [audience], algorithms: [algorithm] } as const;
    const claims = { type: null, tenantClaim: "tenant_id", scopeClaim: "scope" };
    http = await startHttpService(service, createAuthenticator({ ...settings, ...claims }));
    await shop.open(http.url);
    opened = await openBrowser(executablePath ?? "");
  });
  afterAll(async () => {
    await opened?.close();
    await shop?.stop();
    await http?.stop();
    await service?.close();
  });
  beforeEach(async () => {
    complaints.length = 0;
    page = await opened.browser.newPage();
    page.setDefaultTimeout(patienceMs);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.setViewportSize(wide);
  });
  afterEach(async () => {
    await page.close();
    expect([complaints, opened.outside]).toEqual([[], []]);
  });

  it("places one order for a key, at the quote's price, and none for a cart that the quote was not for", async () => {
    const key = randomUUID();
    const rateQuoteId = await quoteFor(4.4);
    const order = { key, rateQuoteId, shipTo, lines: [{ sku: "MUG-01", quantity: 4 }] };
    const heavier = { ...order, key: randomUUID(), lines: [{ sku: "STOOL-03", quantity: 2 }] };
    expect(await place(heavier)).toEqual({ order: null, problem: expect.stringContaining("The cart has changed") });
    expect(await shipments()).toEqual([]);
    const placed = await Promise.all([place(order), place(order), place(order)]);
    expect(new Set(placed.map((each) => each.order.id)).size).toBe(1);
    const [{ order: first }] = placed;
    expect(first.totalCents).toBe(7_200 + first.deliveryCents);
    expect(first.trackingNumbers).toHaveLength(1);
  });

  const place = async (input: object): Promise<Data> => {
    const query = `mutation ($input: PlaceOrderInput!) {
      placeOrder(input: $input) { order { id totalCents deliveryCents trackingNumbers } problem } }`;
    const response = await fetch(`${shop.url}/orders/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables: { input } }),
    });
    return ((await response.json()) as Data).data.placeOrder;
  };

  /** One of Ground, for one parcel of so many pounds. */
  async function quoteFor(pounds: number): Promise<string> {
    const query = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
      quotes { id service { code } } userErrors { message } } }`;
    const packages = [{ weight: { value: pounds, unit: "LB" } }];
    const { shippingRates } = await service.run(query, { input: { shipTo, packages } });
    return shippingRates.quotes.find((quote: Data) => quote.service.code === "UPS_GROUND").id;
  }

  async function shipments(): Promise<Data[]> {
    const query = `{ shipments(first: 5) { nodes {
      service { code } shipTo { postalCode } carrierLocation { id name } packages { trackingNumber } } } }`;
    return (await service.run(query)).shipments.nodes;
  }
});
