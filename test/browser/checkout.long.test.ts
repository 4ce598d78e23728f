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

const narrow = { width: 390, height: 844 };

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

  /** SCREENSHOTS names a folder for people who want to look. */
  const screenshot = async (name: string) => {
    const folder = process.env.SCREENSHOTS;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  const option = (name: string) => page.locator(".option").filter({ hasText: name });
  const settled = () => page.locator(".options.shown").waitFor();
  const isAsking = () => page.locator("[aria-busy=true]").waitFor();
  const placeOrder = () => page.getByRole("button", { name: "Place order" });

  it("places one order for a key, at the quote's price, and none for another cart or amount than its quote's", async () => {
    const lines = [{ sku: "MUG-01", quantity: 4 }];
    const order = { key: randomUUID(), rateQuoteId: await standardFor(4, "72.00"), shipTo, lines };
    const heavier = { ...order, key: randomUUID(), lines: [{ sku: "STOOL-03", quantity: 1 }] };
    const free = { ...order, key: randomUUID(), rateQuoteId: await standardFor(4, "9000.00") };
    const refused = { order: null, problem: "The price of the delivery has changed: choose it again." };
    expect([await place(heavier), await place(free)]).toEqual([refused, refused]);
    expect(await shipments()).toEqual([]);
    const placed = await Promise.all([place(order), place(order), place(order)]);
    expect(new Set(placed.map((each) => each.order.id)).size).toBe(1);
    const [{ order: first }] = placed;
    expect(first.totalCents).toBe(7_200 + first.deliveryCents);
    expect(first.trackingNumbers).toHaveLength(1);
  });

  it("takes a buyer from the cart to the parcel's way", async () => {
    await page.goto(shop.url);
    await settled();
    await screenshot("checkout-wide");
    await page.getByRole("button", { name: "One more: Cedar stool" }).click();
    await isAsking();
    await settled();
    expect(await option("Standard").textContent()).toContain("Free");
    await option("Express").click();
    await placeOrder().click();
    await page.getByRole("heading", { name: "Thank you" }).waitFor();
    await screenshot("placed-wide");
    const number = await page.locator("code").first().textContent();
    await page.getByRole("button", { name: "Track" }).first().click();
    await page.locator(".news .now").waitFor();
    await screenshot("tracking-wide");
    await page.getByLabel("Postal code").fill("94102");
    await page.getByRole("button", { name: "Track" }).click();
    await page.getByText("No parcel has this number and postal code.").waitFor();
    const [shipment] = await shipments();
    expect(shipment).toMatchObject({ service: { code: "UPS_2ND_DAY_AIR" }, shipTo: { postalCode: "10153" } });
    expect(shipment.packages.map((each: Data) => each.trackingNumber)).toContain(number);
  });

  it("lets a buyer fetch it at a place of a list, on a phone and by the keyboard alone", async () => {
    await page.setViewportSize(narrow);
    await page.goto(shop.url);
    await settled();
    await page.getByRole("radio", { name: "To your door" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("group", { name: "Where will you pick it up?" }).waitFor();
    await settled();
    await page.getByRole("radio").and(page.locator("[name=place]:checked")).focus();
    await page.keyboard.press("ArrowDown");
    await isAsking();
    await settled();
    const chosen = await page.locator(".place.chosen strong").textContent();
    await screenshot("places-phone");
    expect(await page.evaluate(() => (globalThis as Data).document.documentElement.scrollWidth)).toBe(narrow.width);
    await placeOrder().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Thank you" }).and(page.locator(":focus")).waitFor();
    const [shipment] = await shipments();
    expect(shipment.carrierLocation.name).toBe(chosen);
  });

  it("speaks the buyer's language, says why an option is not there, and marks what is wrong with an address", async () => {
    await page.goto(shop.url);
    await settled();
    await page.getByLabel("Language").selectOption("de");
    await page.getByRole("combobox", { name: "Land" }).selectOption("CA");
    await page.getByLabel("Postleitzahl").fill("M5H 2N2");
    await page.getByLabel("Bundesstaat oder Provinz").fill("ON");
    await page.getByLabel("Ort").fill("Toronto");
    await isAsking();
    await settled();
    expect(await option("International").textContent()).toMatch(/Ankunft .+,95\s\$/s);
    const standard = page.locator(".unavailable li").filter({ hasText: "Standard" });
    expect(await standard.textContent()).toBe("StandardMit dieser Versandart liefern wir nicht in dieses Land.");
    await screenshot("german-wide");
    await page.getByLabel("Postleitzahl").fill("99");
    await page.locator("#postalCode-problem").waitFor();
    expect(await page.getByLabel("Postleitzahl").getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("#postalCode-problem").textContent()).toBe("Bitte prüfen");
  });

  it("holds a token that opens nothing but what buyers ask", async () => {
    await page.goto(shop.url);
    await settled();
    const refusals = await page.evaluate(async () => {
      const { shippingUrl, token } = (await (await fetch("/storefront")).json()) as Data;
      const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
      const ask = async (query: string) => {
        const response = await fetch(shippingUrl, { method: "POST", headers, body: JSON.stringify({ query }) });
        return ((await response.json()) as Data).errors[0].extensions.code;
      };
      return Promise.all([
        ask(`mutation { purchaseLabel(input: { idempotencyKey: "no" }) { purchase { id } } }`),
        ask("{ carrierAccounts { nodes { id } } }"),
        ask("{ shippingMethods { nodes { id } } }"),
      ]);
    });
    expect(refusals).toEqual(["FORBIDDEN", "FORBIDDEN", "FORBIDDEN"]);
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

  /** The quote of Standard for so many mugs, as a page asks that says what the order costs. */
  async function standardFor(quantity: number, amount: string): Promise<string> {
    const query = `query ($input: DeliveryOptionsInput!) { deliveryOptions(input: $input) {
      options { name rateQuote { id } } userErrors { message } } }`;
    const { name, email, ...destination } = shipTo;
    const size = { length: 5, width: 5, height: 5, unit: "IN" };
    const item = { description: "Harbor mug", quantity, weight: { value: 1.1, unit: "LB" }, dimensions: size };
    const input = { items: [item], shipTo: destination, orderAmount: { amount, currencyCode: "USD" } };
    const { deliveryOptions } = await service.run(query, { input }, { scopes: ["quote"] });
    return deliveryOptions.options.find((offered: Data) => offered.name === "Standard").rateQuote.id;
  }

  async function shipments(): Promise<Data[]> {
    const query = `{ shipments(first: 5) { nodes {
      service { code } shipTo { postalCode } carrierLocation { id name } packages { trackingNumber } } } }`;
    return (await service.run(query)).shipments.nodes;
  }
});
