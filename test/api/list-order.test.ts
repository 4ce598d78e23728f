import { statementsDuring } from "../support/count-statements.js";
import { bought, draft, sql } from "../support/purchases.js";
import { addMethod } from "../support/rate-setup.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let orders: Record<string, string[]>;
beforeAll(async () => {
  service = await startTestService();
  const accountId = await seedAccount(service, { name: "Beta" });
  for (const name of ["Zulu", "Alpha"]) {
    const { id } = await addMethod(service, accountId);
    await sql(service, "update shipping_method set name = $2 where id = $1", [id, name]);
  }
  await draft(service);
  await bought(service);
  await bought(service);
  const query = `{ __schema { types { name enumValues { name } } } }`;
  const { __schema } = await service.run(query);
  orders = Object.fromEntries(
    __schema.types
      .filter(({ name }: { name: string }) => name.endsWith("SortField"))
      .map((type: { name: string; enumValues: { name: string }[] }) => [
        type.name.replace("Field", ""),
        type.enumValues.map(({ name }) => name),
      ]),
  );
});
afterAll(() => service.close());

/** Every growing root list, by the input of its order; null: its order is fixed. */
const lists: [list: string, sort: string | null][] = [
  ["carrierAccounts", "CarrierAccountSort"],
  ["shippingMethods", "ShippingMethodSort"],
  ["packageTemplates", null],
  ["shipFromPlaces", null],
  ["customerCarrierAccounts", null],
  ["shipments", "ShipmentSort"],
  ["shippingLabels", "ShippingLabelSort"],
  ["shippingEvents", null],
  ["labelPurchases", "LabelPurchaseSort"],
  ["shippingDocuments", "ShippingDocumentSort"],
  ["carrierRequests", null],
  ["auditEvents", null],
  ["stuckPurchases", "StuckPurchaseSort"],
  ["allStuckPurchases", null],
];

/** What a list cannot be asked without. */
const demanded: Record<string, string> = { customerCarrierAccounts: 'customerId: "customer-1", ' };
const page = (list: string, args: string, selection = "nodes { id } pageInfo { endCursor }") =>
  `{ ${list}(${demanded[list] ?? ""}${args}) { ${selection} } }`;
const idsIn = async (list: string, args: string): Promise<string[]> =>
  (await service.run(page(list, args)))[list].nodes.map(({ id }: { id: string }) => id);
const codesOf = async (list: string, args: string) => {
  const { errors } = await service.execute(page(list, args));
  return errors?.map((error) => (error.originalError as { code?: string }).code);
};

it("names every list that grows", async () => {
  const { __schema } = await service.run(`{ __schema { queryType { fields { name type { name } } } } }`);
  const growing = __schema.queryType.fields.filter(({ type }: { type: { name: string | null } }) =>
    type.name?.endsWith("Connection"),
  );
  expect(lists.map(([list]) => list).sort()).toEqual(growing.map(({ name }: { name: string }) => name).sort());
});

describe.each(lists)("%s", (list, sort) => {
  it("counts all pages, and only when asked for the count", async () => {
    const { totalCount } = (await service.run(page(list, "first: 100", "totalCount nodes { id }")))[list];
    expect(totalCount).toBe((await idsIn(list, "first: 100")).length);
    expect((await service.run(page(list, "first: 1", "totalCount")))[list]).toEqual({ totalCount });
    const plain = await statementsDuring(() => service.run(page(list, "first: 1")));
    expect(plain.filter((text) => /count\(/i.test(text))).toEqual([]);
    const counted = await statementsDuring(() => service.run(page(list, "first: 1", "totalCount nodes { id }")));
    expect([plain.length, counted.length]).toEqual([1, 2]);
  });

  it("is read to its end in every order, each the other's reverse", async () => {
    if (sort === null) return;
    expect(orders[sort]!.length).toBeGreaterThan(0);
    for (const field of orders[sort]!) {
      const [down, up] = [`orderBy: { field: ${field} }`, `orderBy: { field: ${field}, direction: ASC }`];
      const all = await idsIn(list, `first: 100, ${down}`);
      expect(await idsIn(list, `first: 100, ${up}`)).toEqual([...all].reverse());
      const seen: string[] = [];
      for (let after = ""; ; ) {
        const { nodes, pageInfo } = (await service.run(page(list, `first: 1, ${down}${after}`)))[list];
        if (nodes.length === 0) break;
        seen.push(nodes[0].id);
        after = `, after: "${pageInfo.endCursor}"`;
      }
      expect(seen).toEqual(all);
    }
  });

  it("refuses a cursor of another order, direction or list", async () => {
    if (sort === null) return;
    const [field] = orders[sort] as [string];
    const cursorOf = (parts: string[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
    const at = "2026-01-01T00:00:00.000Z";
    const asked = (parts: string[]) => codesOf(list, `orderBy: { field: ${field} }, after: "${cursorOf(parts)}"`);
    expect(await asked([list, field, "DESC", at, "x"])).toBeUndefined();
    const refused = [
      [list, field, "ASC", at, "x"],
      [list, "OTHER", "DESC", at, "x"],
      ["others", field, "DESC", at, "x"],
      [list, field, "DESC", "yesterday", "x"],
      [list, field, "DESC", at, "x\u0000"],
      [list, field, "DESC", at],
    ];
    for (const parts of refused) expect([parts, await asked(parts)]).toEqual([parts, ["BAD_USER_INPUT"]]);
  });
});

it("sorts methods by name", async () => {
  const query = `{ shippingMethods(orderBy: { field: NAME, direction: ASC }) { nodes { name } } }`;
  expect((await service.run(query)).shippingMethods.nodes).toEqual([{ name: "Alpha" }, { name: "Zulu" }]);
});
