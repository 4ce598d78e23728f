import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { recoveryCodes } from "../../src/ups/words/error-codes/recovery-codes.js";
import { buy } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const root = resolve(__dirname, "../..");
const guide = readFileSync(join(root, "docs/debug-a-purchase.md"), "utf8");

const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^ *\`\`\`${language}\\n([^]*?)\`\`\``, "gm"))].map(([, text = ""]) => text);
const [stuck = "", purchase = "", decide = ""] = blocks("graphql");
const [ofOnePurchase = "", ofAllTenants = ""] = blocks("sql");

/** The texts in the first column of the table of log lines. */
const logLines = [...guide.split("## What the log says")[1]!.matchAll(/^\| `([^`]+)`/gm)].map(([, line = ""]) => line);

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

const openPurchase = async (idempotencyKey: string): Promise<string> => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  return (await buy(service, { idempotencyKey })).purchase.id;
};

/** As psql does with `-v`: gives the rows of each statement. */
async function runScript(url: string, script: string, variables: Record<string, string> = {}) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const results = await client.query(script.replaceAll(/:'(\w+)'/g, (_, name) => `'${variables[name]}'`));
    return [results].flat().flatMap(({ rows, command }) => (command === "SELECT" ? [rows] : []));
  } finally {
    await client.end();
  }
}

it("shows a stuck purchase with what was asked, as its guide says", async () => {
  const id = await openPurchase("stuck-1");

  expect((await service.run(stuck)).stuckPurchases.nodes).toMatchObject([{ id, state: "UNKNOWN" }]);
  await service.settled();
  expect((await service.run(purchase, { idempotencyKey: "stuck-1" })).labelPurchase).toMatchObject({
    ...{ id, state: "UNKNOWN", shipment: { status: "PURCHASING" } },
    carrierRequests: [{ operation: "SHIP", httpStatus: null }],
  });
  const variables = { tenant: service.tenantId, purchase: id };
  expect(await runScript(service.testDatabase.url, ofOnePurchase, variables)).toMatchObject([
    [{ state: "UNKNOWN", is_due: false, idempotency_key: "stuck-1" }],
    [],
  ]);
  expect(await runScript(service.testDatabase.adminUrl, ofAllTenants)).toMatchObject([
    [{ tenant_id: service.tenantId, id, state: "UNKNOWN" }],
  ]);
});

it("decides as its guide says, and keeps who did", async () => {
  const id = await openPurchase("stuck-2");
  const input = { purchaseId: id, decision: "CHECK_NOW", reason: "UPS is back" };
  expect((await service.run(decide, { input })).resolvePurchase).toMatchObject({
    ...{ purchase: { id, state: "PURCHASED" }, shipment: { status: "PURCHASED" }, userErrors: [] },
  });
  const variables = { tenant: service.tenantId, purchase: id };
  const [, decisions] = await runScript(service.testDatabase.url, ofOnePurchase, variables);
  expect(decisions).toMatchObject([{ actor: "tester", decision: "CHECK_NOW", reason: "UPS is back" }]);
});

it("reads UPS's numbers as the adapter does", () => {
  const recoveries = guide.split("\n").filter((line) => line.includes("| `RECOVER_LABEL` refused with "));
  const numbers = recoveries.map((line) => new Set(line.match(/\b\d{6,7}\b/g)));
  const thatMean = (effect: string) =>
    new Set(recoveryCodes.filter(({ leadsTo }) => leadsTo === effect).map(({ code }) => code));
  expect(numbers).toEqual([thatMean("NO_SHIPMENT"), thatMean("EXISTS"), thatMean("VOIDED"), new Set()]);
});

it("quotes no line that the log does not say", () => {
  const source = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(root, "src", file), "utf8"))
    .join("\n");
  expect(logLines.length).toBeGreaterThan(5);
  const said = (line: string) =>
    source.includes(line) || (source.includes(line.split(" does not work")[0]!) && source.includes("does not work"));
  expect(logLines.filter((line) => !said(line))).toEqual([]);
});
