import { defaultBudgetLimits } from "../../src/admission/budget-limits.js";
import { RequestBudget } from "../../src/admission/request-budget.js";
import { withinBudget } from "../../src/admission/work.js";
import { readInTenant } from "../../src/database/tenant-transaction.js";
import { ShippingLabel } from "../../src/entities/shipping-label.js";
import { watchStatements } from "../support/count-statements.js";
import { aShipment, bought, sql } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let labels: ShippingLabel[];
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  await bought(service, { shipment: aShipment({ packages: Array.from({ length: 3 }, () => aPackage) }) });
  labels = await readInTenant(service.database, service.tenantId, (manager) => manager.find(ShippingLabel));
});
afterAll(() => service?.close());

const byKeys =
  "query ($r: [_Any!]!) { _entities(representations: $r) { ... on ShippingLabel { id base64 file { byteLength } } } }";

async function read(ids: string[]) {
  const watch = watchStatements();
  const r = ids.map((id) => ({ __typename: "ShippingLabel", id }));
  const { _entities: answered } = await service.run(byKeys, { r });
  const statements = watch.texts().filter((text) => /label_file/.test(text));
  watch.stop();
  return { answered, statements };
}

describe("ShippingLabel.base64", () => {
  it("reads the file of each label once, all by one statement, and only what is printed of it", async () => {
    const ids = labels.map(({ id }) => id);
    const { answered, statements } = await read([...ids, ...Array.from({ length: 997 }, () => ids[0]!)]);
    expect(answered).toHaveLength(1_000);
    expect(statements).toHaveLength(1);
    for (const { file, base64 } of answered) expect(Buffer.from(base64, "base64")).toHaveLength(file.byteLength);
  });

  it("reads large ones in parts", async () => {
    const [first, second] = labels;
    await sql(service, "update shipping_label set byte_length = 4000000 where id = any($1)", [[first?.id, second?.id]]);
    const { statements } = await read(labels.map(({ id }) => id));
    await sql(service, "update shipping_label set byte_length = $2 where id = any($1)", [
      [first?.id, second?.id],
      first?.byteLength,
    ]);
    expect(statements).toHaveLength(2);
  });

  it("reserves no room in the answer any longer for what could not be read", async () => {
    const { loaders } = service.context();
    const [label] = labels as [ShippingLabel];
    const budget = new RequestBudget({ ...defaultBudgetLimits, ANSWER_BYTES: label.byteLength * 2 });
    const asked = withinBudget(budget, async () => {
      await expect(loaders.fileByLabel.load({ ...label, id: "\0" } as ShippingLabel)).rejects.toThrow();
      return loaders.fileByLabel.load(label);
    });
    await expect(asked).resolves.toMatch(/^[\w+/]+=*$/);
  });

  it("reads none where all are more than the answer may hold", async () => {
    const { loaders } = service.context();
    const budget = new RequestBudget({ ...defaultBudgetLimits, ANSWER_BYTES: (labels[0]?.byteLength ?? 0) * 3 });
    const watch = watchStatements();
    const asked = withinBudget(budget, () => Promise.all(labels.map((label) => loaders.fileByLabel.load(label))));
    await expect(asked).rejects.toMatchObject({ exceeded: { resource: "ANSWER_BYTES" } });
    expect(watch.texts()).toEqual([]);
    watch.stop();
  });
});
