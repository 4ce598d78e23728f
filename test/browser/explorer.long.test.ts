import type { Page } from "playwright-core";
import { findBrowser, openBrowser } from "../support/browser.js";
import { type Data, startExampleService, startHttpService, withSeededIds } from "../support/http-service.js";
import { patienceMs } from "../support/patience.js";
import type { TestService } from "../support/service.js";

const executablePath = findBrowser();
if (executablePath === null)
  process.stderr.write("The explorer page was not tested: no browser found. Install one or set CHROMIUM_PATH.\n");
const describeWithBrowser = executablePath === null ? describe.skip : describe;

const sandboxScript = /embeddable-sandbox\.cdn\.apollographql\.com/;
const sandboxFrame = "https://sandbox.embed.apollographql.com";

/** Stands for Apollo's script: keeps what it was given and shows a frame as the real one does. */
const fakeSandbox = `window.EmbeddedSandbox = class {
  constructor(options) {
    window.sandboxOptions = options;
    const frame = document.createElement("iframe");
    frame.src = "${sandboxFrame}/sandbox/explorer";
    document.querySelector(options.target).append(frame);
  }
};`;

describeWithBrowser("the explorer page", () => {
  let service: TestService;
  let http: Awaited<ReturnType<typeof startHttpService>>;
  let opened: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    service = await startExampleService();
    http = await startHttpService(service);
    opened = await openBrowser(executablePath ?? "");
  });
  afterAll(async () => {
    await opened?.close();
    await http?.stop();
    await service?.close();
  });
  beforeEach(async () => {
    page = await opened.browser.newPage();
    page.setDefaultTimeout(patienceMs);
    opened.outside.length = 0;
    complaints.length = 0;
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    // The examples name the demo tenant's ids; this tenant has others.
    await page.route(`${http.url}/graphql`, (route) =>
      route.continue({ postData: withSeededIds(service, route.request().postData() ?? "") }),
    );
  });
  afterEach(() => page.close());

  const screenshot = async (name: string) => {
    const folder = process.env.SCREENSHOTS;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  const tabs = () => page.locator(".graphiql-tab-button");
  const tab = (title: string) => tabs().filter({ hasText: new RegExp(`^${title}$`) });

  async function run(title: string): Promise<Data> {
    await page.getByLabel("Examples").selectOption(title);
    await page.locator(".graphiql-tab-active").getByText(title, { exact: true }).waitFor();
    await page.locator(".graphiql-query-editor").getByText(title).first().waitFor();
    const isOurs = new RegExp(`(query|mutation) ${title}\\b`);
    const answer = page.waitForResponse((response) => isOurs.test(response.request().postDataJSON()?.query));
    await page.getByRole("button", { name: /Execute query/ }).click();
    return (await (await answer).json()) as Data;
  }

  const shownAnswer = () => page.locator(".result-window .CodeMirror").first();

  it("falls back to GraphiQL where the internet cannot be reached, and runs a query there", async () => {
    await page.goto(http.url);
    await page.getByText("Apollo Sandbox comes from the internet and cannot be loaded.").waitFor();
    await tab("Carriers").waitFor();
    const { data } = await run("Carriers");
    expect(data.carriers[0].code).toBe("UPS");
    await shownAnswer().getByText('"UPS_GROUND"').first().waitFor();
    await screenshot("graphiql-fallback");
    expect(opened.outside).toEqual([expect.stringMatching(sandboxScript)]);
    expect(complaints).toEqual([]);
  });

  it("buys, finds and voids a label in its tabs without an id being copied, and with a new key after a reload", async () => {
    const story = async () => {
      const bought = await run("BuyFirstLabel");
      expect(bought.data.purchaseLabel).toMatchObject({ purchase: { state: "PURCHASED" }, userErrors: [] });
      const whole = await run("ShipmentWithEverything");
      expect(whole.data.shipment.id).toBe(bought.data.purchaseLabel.shipment.id);
      const voided = await run("VoidShipment");
      expect(voided.data.voidShipment.shipment).toMatchObject({ id: whole.data.shipment.id, status: "VOIDED" });
      return whole.data.shipment.id;
    };
    await page.goto(`${http.url}/?explorer=graphiql`);
    const first = await story();
    await screenshot("graphiql-story");
    await page.reload();
    await tab("BuyFirstLabel").waitFor();
    expect(await tabs().count()).toBeGreaterThan(20);
    expect(await story()).not.toBe(first);
    expect(opened.outside).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("leads to the tour of the guide, whose operations find what the ones before made", async () => {
    await page.goto(`${http.url}/?explorer=graphiql`);
    await page.getByRole("link", { name: "Tour of the UPS guide" }).click();
    const entered = await run("TourAccount");
    expect(entered.errors).toBeUndefined();
    expect(entered.data.createCarrierAccount.userErrors).toEqual([]);
    const { data } = await run("TourGuide");
    expect(data.carrierAccount.setup.groups).toHaveLength(3);
    await screenshot("tour");
    expect([complaints, opened.outside]).toEqual([[], []]);
  });

  it("names the example to run first when one is run out of order, and shows the chosen tab in the menu", async () => {
    await page.goto(`${http.url}/?explorer=graphiql`);
    await tab("ResumePurchase").click();
    await page.locator(".graphiql-tab-active").getByText("ResumePurchase", { exact: true }).waitFor();
    expect(await page.getByLabel("Examples").inputValue()).toBe("ResumePurchase");
    await page.getByLabel("Examples").selectOption("ShipmentWithEverything");
    await page.locator(".graphiql-query-editor").getByText("ShipmentWithEverything").first().waitFor();
    await page.getByRole("button", { name: /Execute query/ }).click();
    await shownAnswer().getByText("Run BuyFirstLabel first").waitFor();
  });

  it("gives Sandbox one document with variables, headers and our way to send requests", async () => {
    await page.route(sandboxScript, (route) => route.fulfill({ contentType: "text/javascript", body: fakeSandbox }));
    await page.route(`${sandboxFrame}/**`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<script>parent.postMessage({ name: 'hello' }, '*')</script>" }),
    );
    await page.goto(http.url);
    await page.waitForFunction("window.sandboxOptions");
    const options = await page.evaluate(() => {
      const { handleRequest, ...rest } = (globalThis as Data).sandboxOptions;
      return { ...rest, handles: typeof handleRequest };
    });
    const { initialState, ...rest } = options;
    expect(rest).toEqual({
      target: "#explorer",
      initialEndpoint: `${http.url}/graphql`,
      endpointIsEditable: false,
      hideCookieToggle: true,
      runTelemetry: false,
      allowDynamicStyles: false,
      handles: "function",
    });
    expect(initialState.document).toMatch(/^# Who can carry.*query Carriers .*mutation BuyFirstLabel\(/s);
    expect(initialState.variables.idempotencyKey).toMatch(/^[0-9a-f]{12}$/);
    expect(initialState.headers).toEqual({ "Apollographql-Client-Name": "explorer" });
    await screenshot("sandbox");
    expect(complaints).toEqual([]);
  });

  it("fills in for Sandbox what earlier operations gave", async () => {
    await page.route(sandboxScript, (route) => route.fulfill({ contentType: "text/javascript", body: fakeSandbox }));
    await page.goto(http.url);
    await page.waitForFunction("window.sandboxOptions");
    const answers = await page.evaluate(async () => {
      const { sandboxOptions } = globalThis as Data;
      const { document: query, variables } = sandboxOptions.initialState;
      const send = async (operationName: string) => {
        const body = JSON.stringify({ query, variables, operationName });
        const init = { method: "POST", headers: { "content-type": "application/json" }, body };
        return (await sandboxOptions.handleRequest(sandboxOptions.initialEndpoint, init)).json();
      };
      return [await send("BuyFirstLabel"), await send("ShipmentWithEverything")];
    });
    expect(answers[1].data.shipment.id).toBe(answers[0].data.purchaseLabel.shipment.id);
  });

  it("points to GraphiQL where Sandbox's script loads and its frame does not", async () => {
    await page.route(sandboxScript, (route) => route.fulfill({ contentType: "text/javascript", body: fakeSandbox }));
    await page.clock.install();
    await page.goto(http.url);
    await page.waitForFunction("window.sandboxOptions");
    expect(await page.getByRole("status").isVisible()).toBe(false);
    await page.clock.fastForward(10_000);
    await page.getByText("Apollo Sandbox does not answer.").waitFor();
    await page.getByRole("link", { name: "GraphiQL" }).click();
    await tab("Carriers").waitFor();
  });

  it("does not wait for a script that never comes", async () => {
    await page.route(sandboxScript, () => new Promise(() => undefined));
    await page.goto(http.url, { waitUntil: "commit" });
    await tab("Carriers").waitFor();
  });
});
