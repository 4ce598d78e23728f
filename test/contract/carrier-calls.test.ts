import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { startTestService, type TestService } from "../support/service.js";

const folder = join(__dirname, "../../src/carrier");
const port = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), "utf8"))
  .join("\n");

/** What an interface of the port asks of a carrier over the network: for an account, answered later. */
function callsOf(name: string): string[] {
  const [, body = ""] = new RegExp(`^export interface ${name} {\\n(.*?)^}`, "ms").exec(port) ?? [];
  return [...body.matchAll(/^ {2}(\w+)\(([^)]*)\): Promise</gm)]
    .filter(([, , parameters]) => parameters?.includes("account: CarrierAccountAccess"))
    .map(([, call]) => call!);
}

const [, members = ""] = /^export interface CarrierAdapter {\n(.*?)^}/ms.exec(port) ?? [];
const parts = [...members.matchAll(/^ {2}readonly (\w+): (\w+)(?: \| null)?;$/gm)];
const calls = [
  ...callsOf("CarrierAdapter").map((call) => [call]),
  ...parts.flatMap(([, part, type]) => callsOf(type!).map((call) => [part!, call])),
];

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

it("the port's calls are known", () => {
  const names = calls.map((path) => path.join("."));
  expect(names).toEqual(expect.arrayContaining(["rate", "ship", "voidShipment", "recoverLabels", "documents.upload"]));
  expect(names).toEqual(expect.arrayContaining(["locations.find", "addressValidation.validate"]));
  expect(names.length).toBeGreaterThan(10);
});

it.each(calls.map((path) => [path.join("."), path] as const))(
  "%s is refused while a transaction is open",
  async (_, path) => {
    // biome-ignore lint/suspicious/noExplicitAny: the path leads through parts of any shape
    const ups = service.deps.carriers.get("UPS") as any;
    const part = path.length === 1 ? ups : ups[path[0]!];
    const name = path.at(-1)!;
    const asked = inTenant(service.database, service.tenantId, async () => part[name]({}, {}, {}));
    await expect(asked).rejects.toThrow(`UPS was to be asked (${name}) inside an open transaction.`);
    expect(await service.control.requests()).toEqual([]);
  },
);
