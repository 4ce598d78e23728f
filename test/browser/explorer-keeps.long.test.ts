import type { Page } from "playwright-core";
import { findBrowser, openBrowser } from "../support/browser.js";
import { type Data, startExampleService, startHttpService } from "../support/http-service.js";
import { patienceMs } from "../support/patience.js";
import { sanFrancisco } from "../support/seed.js";
import type { TestService } from "../support/service.js";

const executablePath = findBrowser();
if (executablePath === null)
  process.stderr.write("What the explorer keeps was not tested: no browser found. Install one or set CHROMIUM_PATH.\n");
const describeWithBrowser = executablePath === null ? describe.skip : describe;

const secret = "canary-client-secret-41d8";
const bearer = "canary-bearer-token-90aa";
const account = `{ name: "A", environment: SIMULATOR, accountNumber: "0A1B2C", address: {
  lines: ["${sanFrancisco.lines[0]}"], city: "San Francisco", postalCode: "94105", stateCode: "CA", countryCode: "US" },
  ups: { clientId: "id", clientSecret: "${secret}" } }`;
const payload = "{ carrierAccount { id } userErrors { code } }";
const byLiteral = `mutation Literal { createCarrierAccount(input: ${account}) ${payload} }`;
const byVariable = `mutation Variable($input: CreateCarrierAccountInput!) { createCarrierAccount(input: $input) ${payload} }`;
const variables = JSON.stringify({ input: { name: "A", ups: { clientId: "id", clientSecret: secret } } });
const headers = JSON.stringify({ authorization: `Bearer ${bearer}` });

describeWithBrowser("the explorer page", () => {
  let service: TestService;
  let http: Awaited<ReturnType<typeof startHttpService>>;
  let opened: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

  beforeAll(async () => {
    service = await startExampleService();
    http = await startHttpService(service);
    opened = await openBrowser(executablePath ?? "");
    page = await opened.browser.newPage();
    page.setDefaultTimeout(patienceMs);
  });
  afterAll(async () => {
    await opened?.close();
    await http?.stop();
    await service?.close();
  });

  const open = async () => {
    await page.goto(`${http.url}/?explorer=graphiql`);
    await page.locator(".graphiql-tab-active").waitFor();
  };

  /** Whatever a page can leave behind in the browser. */
  const kept = () =>
    page.evaluate(async () => {
      const window = globalThis as Data;
      const databases = await window.indexedDB.databases();
      const caches = await window.caches?.keys();
      return JSON.stringify({
        ...{ local: window.localStorage, session: window.sessionStorage, databases, caches },
        ...{
          cookie: window.document.cookie,
          name: window.name,
          state: window.history.state,
          href: window.location.href,
        },
      });
    });

  async function type(editor: string, text: string): Promise<void> {
    await page
      .locator(`${editor} .CodeMirror`)
      .evaluate((element, value) => (element as Data).CodeMirror.setValue(value), text);
  }

  async function run(query: string, values: string): Promise<string> {
    await type(".graphiql-query-editor", query);
    await page.getByRole("button", { name: "Variables" }).click();
    await type(".graphiql-editor-tool .graphiql-editor:not(.hidden)", values);
    await page.getByRole("button", { name: "Headers" }).click();
    await type(".graphiql-editor-tool .graphiql-editor:not(.hidden)", headers);
    const sent = page.waitForRequest((request) => request.postData()?.includes(query.slice(0, 16)) === true);
    await page.getByRole("button", { name: /Execute query/ }).click();
    await (await sent).response();
    return JSON.stringify([(await sent).postData(), await (await sent).allHeaders()]);
  }

  it("keeps no secret and no header, whatever was run, and shows both as long as it is open", async () => {
    await open();
    for (const [query, values] of [
      [byLiteral, "{}"],
      [byVariable, variables],
    ] as const) {
      const sent = await run(query, values);
      expect([sent.includes(secret), sent.includes(bearer)]).toEqual([true, true]);
    }
    await page.getByRole("button", { name: "Show History" }).click();
    await page.getByRole("button", { name: "Add favorite" }).first().click();
    await page.getByText("Variable", { exact: true }).first().waitFor();
    const whileOpen = await kept();
    await page.reload();
    await page.locator(".graphiql-tab-active").waitFor();
    const afterwards = [await kept(), await page.content()];
    for (const text of [whileOpen, ...afterwards]) expect(text).not.toMatch(/canary/);
  });

  it("has no switch that would make it keep headers", async () => {
    await open();
    await page.getByRole("button", { name: "Open settings dialog" }).click();
    await page.getByText("Clear storage").waitFor();
    expect(await page.getByText("Persist headers").count()).toBe(0);
  });

  it("removes what earlier versions kept, with either explorer, and keeps its looks", async () => {
    for (const explorer of ["graphiql", "sandbox"]) {
      await page.goto(`${http.url}/livez`);
      await page.evaluate(
        (text) => {
          const { localStorage, sessionStorage } = globalThis as Data;
          for (const key of ["queries", "favorites", "tabState", "query", "variables", "headers"])
            for (const storage of [localStorage, sessionStorage]) storage.setItem(`graphiql:${key}`, text);
          localStorage.setItem("graphiql:shouldPersistHeaders", "true");
          localStorage.setItem("graphiql:theme", "dark");
          localStorage.setItem("of-another-page", "stays");
        },
        JSON.stringify({ queries: [{ query: byLiteral, variables, headers }] }),
      );
      await page.goto(`${http.url}/?explorer=${explorer}`);
      await page.locator(".graphiql-tab-active").waitFor();
      const found = JSON.parse(await kept());
      expect(JSON.stringify(found)).not.toMatch(/canary/);
      expect(found.session).toEqual({});
      expect(found.local).toMatchObject({ "graphiql:theme": "dark", "of-another-page": "stays" });
      expect(await page.locator("body.graphiql-dark").count()).toBe(1);
    }
  });
});
