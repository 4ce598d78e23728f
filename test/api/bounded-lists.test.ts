import { statementsDuring } from "../support/count-statements.js";
import { uploaded } from "../support/documents.js";
import { aShipment, bought, sql } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const copies = 25;

let service: TestService;
let shipmentIds: string[];
beforeAll(async () => {
  service = await startTestService({ order: { typeName: "Order", keyField: "id" } });
  await seedAccount(service);
  shipmentIds = [];
  for (const orderId of ["a", "b"]) {
    const { shipment } = await bought(service, { shipment: aShipment({ orderId }) });
    await uploaded(service, { shipmentId: shipment.id, fileName: `${orderId}.txt` });
    shipmentIds.push(shipment.id);
  }
  await service.settled();
  for (const id of shipmentIds) await fill(id);
});
afterAll(() => service.close());

/** 25 more of everything that a shipment's lists hold, each a second after the one before. */
async function fill(shipmentId: string): Promise<void> {
  const of = (table: string) => `row.id in (select ${table}.id from label_purchase purchase
    join purchased_package bought on bought.tenant_id = purchase.tenant_id and bought.purchase_id = purchase.id
    left join shipping_label label on label.tenant_id = bought.tenant_id and label.purchased_package_id = bought.id
    left join tracker on tracker.tenant_id = bought.tenant_id and tracker.purchased_package_id = bought.id
    where purchase.shipment_id = $1)`;
  await copy(shipmentId, "shipping_label", of("label"), "'is_recovered', true, 'sha256', i::text", "created_at");
  await copy(
    shipmentId,
    "shipping_document",
    "row.shipment_id = $1 and row.origin = 'UPLOADED'",
    "'name', i",
    "created_at",
  );
  await copy(
    shipmentId,
    "carrier_request",
    "row.purchase_id in (select id from label_purchase where shipment_id = $1)",
    "'operation', 'SHIP'",
    "started_at",
  );
  await copy(
    shipmentId,
    "label_purchase",
    "row.shipment_id = $1",
    "'idempotency_key', source.id || i, 'carrier_reference', source.id || i, 'state', 'REJECTED'",
    "started_at",
  );
  await copy(
    shipmentId,
    "shipment",
    "row.id = $1",
    "'number', i || source.number, 'outbound_shipment_id', source.id",
    "created_at",
  );
  await sql(
    service,
    `insert into tracking_event (tenant_id, id, tracker_id, event_key, status, description, told_at)
      select row.tenant_id, 'tev_' || i || row.id, row.id, i::text, 'IN_TRANSIT', 'On the way', now() + i * interval '1 second'
        from tracker row, generate_series(1, ${copies}) i where ${of("tracker")}`,
    [shipmentId],
  );
}

/** Rows like the one found, with `changes`: pairs for `jsonb_build_object`, where `i` counts. */
async function copy(of: string, table: string, where: string, changes: string, at: string): Promise<void> {
  const list =
    "select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns where table_name = $1";
  const [{ names }] = await sql(service, list, [table]);
  await sql(
    service,
    `with source as (select * from ${table} row where ${where} order by row.id limit 1)
      insert into ${table} (${names}) select ${names} from (
        select (jsonb_populate_record(null::${table}, to_jsonb(source) || jsonb_build_object(
          'id', source.id || lpad(i::text, 3, '0'), '${at}', source.${at} + i * interval '1 second', ${changes}))).*
          from source, generate_series(1, ${copies}) i) made`,
    [of],
  );
}

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
const read = async (selection: string, ids: string[]): Promise<any[]> => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Shipment { ${selection} } } }`;
  const r = ids.map((id) => ({ __typename: "Shipment", id }));
  return (await service.run(query, { r }))._entities;
};

/** Each list, by the field that it is in, with its rows in the answer, and how its first rows are sorted. */
const lists: [field: string, selection: (list: string) => string, at: string, order: "newest" | "oldest"][] = [
  ["purchases", (list) => `${list} { startedAt }`, "startedAt", "newest"],
  ["returnShipments", (list) => `${list} { createdAt }`, "createdAt", "oldest"],
  ["documents", (list) => `${list} { createdAt }`, "createdAt", "oldest"],
  ["recoveredLabels", (list) => `packages { ${list} { id } }`, "id", "newest"],
  ["events", (list) => `packages { tracker { ${list} { description } } }`, "description", "newest"],
];

/** The list in the answer, however deep it is. */
function listIn(answer: unknown, field: string): Record<string, string>[] {
  if (Array.isArray(answer)) return answer.flatMap((item) => listIn(item, field));
  if (typeof answer !== "object" || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => (name === field ? value : listIn(value, field)));
}

describe.each(lists)("%s", (field, selection, at, order) => {
  it("is 20 long unless told otherwise, and at most 100", async () => {
    const lengthOf = async (list: string) => listIn(await read(selection(list), [shipmentIds[0]!]), field).length;
    expect(await lengthOf(field)).toBe(20);
    expect(await lengthOf(`${field}(first: null)`)).toBe(20);
    expect(await lengthOf(`${field}(first: 3)`)).toBe(3);
    expect(await lengthOf(`${field}(first: 100)`)).toBeGreaterThanOrEqual(copies);
    for (const first of [0, 101, -1]) {
      const query = `{ shipment(id: "${shipmentIds[0]}") { ${selection(`${field}(first: ${first})`)} } }`;
      const { errors } = await service.execute(query);
      expect(errors?.map((error) => (error.originalError as { code?: string }).code)).toEqual(["BAD_USER_INPUT"]);
    }
  });

  it(`begins with the ${order}`, async () => {
    const all = listIn(await read(selection(`${field}(first: 100)`), [shipmentIds[0]!]), field).map((row) => row[at]!);
    const sorted = order === "newest" ? [...all].sort().reverse() : [...all].sort();
    expect(all).toEqual(sorted);
    expect(listIn(await read(selection(`${field}(first: 3)`), [shipmentIds[0]!]), field).map((row) => row[at])).toEqual(
      sorted.slice(0, 3),
    );
  });

  it("costs as many statements for two shipments as for one", async () => {
    const count = async (ids: string[]) => (await statementsDuring(() => read(selection(field), ids))).length;
    expect(await count(shipmentIds)).toBe(await count(shipmentIds.slice(0, 1)));
    const both = listIn(await read(selection(field), shipmentIds), field);
    expect(both).toHaveLength(40);
  });

  it("reads as many rows as are asked for, by one statement", async () => {
    const apart = `{ ${shipmentIds.map((id, n) => `s${n}: shipment(id: "${id}") { ${selection(`${field}(first: ${n + 2})`)} }`).join(" ")} }`;
    const answer = await service.run(apart);
    expect([listIn(answer.s0, field).length, listIn(answer.s1, field).length]).toEqual([2, 3]);
  });
});

it("an order's shipments are 20 unless told otherwise, oldest first", async () => {
  const ask = async (list: string) => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Order { ${list} { id } } } }`;
    const r = ["a", "b"].map((id) => ({ __typename: "Order", id }));
    return (await service.run(query, { r }))._entities.map((order: { shipments: { id: string }[] }) => order.shipments);
  };
  expect((await ask("shipments")).map((list: unknown[]) => list.length)).toEqual([20, 20]);
  expect((await ask("shipments(first: 100)")).map((list: unknown[]) => list.length)).toEqual([26, 26]);
  expect((await ask("shipments(first: 1)")).flat()).toEqual(shipmentIds.map((id) => ({ id })));
});

it("what a list leaves out is in the root's list", async () => {
  const [shipmentId] = shipmentIds as [string];
  const count = async (list: string, filter: string) =>
    (await service.run(`{ ${list}(filter: { ${filter} }) { totalCount } }`))[list].totalCount;
  expect(await count("labelPurchases", `shipmentId: "${shipmentId}"`)).toBe(26);
  expect(await count("shipments", `outboundShipmentId: "${shipmentId}"`)).toBe(25);
  expect(await count("shippingDocuments", `shipmentId: "${shipmentId}"`)).toBe(26);
  expect(await count("shippingLabels", `shipmentId: "${shipmentId}", isRecovered: true`)).toBe(25);
  const { shipment } = await service.run(
    `query ($id: ID!) { shipment(id: $id) { purchases(first: 100) { id carrierRequests { id } } } }`,
    { id: shipmentId },
  );
  const purchases = shipment.purchases as { id: string; carrierRequests: unknown[] }[];
  const { id, carrierRequests } = purchases.find((purchase) => purchase.carrierRequests.length > 0)!;
  expect(carrierRequests).toHaveLength(20);
  expect(await count("carrierRequests", `purchaseId: "${id}"`)).toBe(26);
});

it("a package has at most 250 items", async () => {
  const items = Array.from({ length: 251 }, (_, n) => ({ description: "M", sku: `M-${n}`, quantity: 1 }));
  const create = `mutation ($input: CreateShipmentInput!) {
    createShipment(input: $input) { shipment { id } userErrors { code field } } }`;
  const saved = async (count: number) =>
    (
      await service.run(create, {
        input: aShipment({ packages: [aPackage, { ...aPackage, items: items.slice(0, count) }] }),
      })
    ).createShipment;
  expect(await saved(251)).toEqual({
    shipment: null,
    userErrors: [{ code: "INVALID", field: ["input", "packages", "1", "items"] }],
  });
  expect((await saved(250)).userErrors).toEqual([]);
});
