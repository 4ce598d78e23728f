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
    await page.getByText("Packed, waiting for the carrier").first().waitFor();
    await screenshot("tracking-wide");
    const [shipment] = await shipments();
    expect(shipment).toMatchObject({ service: { code: "UPS_2ND_DAY_AIR" }, shipTo: { postalCode: "10153" } });
    expect(shipment.packages.map((each: Data) => each.trackingNumber)).toContain(number);
  });

  async function shipments(): Promise<Data[]> {
    const query = `{ shipments(first: 5) { nodes {
      service { code } shipTo { postalCode } carrierLocation { id name } packages { trackingNumber } } } }`;
    return (await service.run(query)).shipments.nodes;
  }
});
