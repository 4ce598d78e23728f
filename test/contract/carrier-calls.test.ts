import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const read = (path: string) => readFileSync(path, "utf8");
const useCases = join(__dirname, "../../src/shipping");
const sources = readdirSync(useCases, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

/** What the port asks of a carrier over the network: for an account, answered later. */
const calls = [...read(join(__dirname, "../../src/carrier/adapter.ts")).matchAll(/^ {2}(\w+)\(([^)]*)\): Promise</gm)]
  .filter(([, , parameters]) => parameters?.includes("account: CarrierAccountAccess"))
  .map(([, name]) => name);
const call = new RegExp(`\\badapter\\.(${calls.join("|")})\\(`);
const asking = sources.filter((file) => call.test(read(join(useCases, file))));

test("the port's calls are known", () => {
  expect(calls).toEqual(expect.arrayContaining(["rate", "ship", "voidShipment", "recoverLabels", "uploadDocument"]));
  expect(asking.length).toBeGreaterThan(10);
});

test.each(asking)("%s asks the carrier without an open transaction", (file) => {
  expect(read(join(useCases, file))).toContain("assertNoOpenTransaction(");
});
