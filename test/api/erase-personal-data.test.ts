import { rm } from "node:fs/promises";
import { defaultBudgetLimits } from "../../src/admission/budget-limits.js";
import { RequestBudget } from "../../src/admission/request-budget.js";
import { withinBudget } from "../../src/admission/work.js";
import { findViolations } from "../../src/database/invariants/find-violations.js";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierAccount } from "../../src/entities/carrier-account.js";
import { openTrackers } from "../../src/shipping/tracking/open-trackers.js";
import { dumpTenant } from "../access/tenant-rows.js";
import { saveAccount } from "../support/customer-accounts.js";
import { upload } from "../support/documents.js";
import { canary, erase, everything, person, sentToPerson } from "../support/erasures.js";
import { personalColumns } from "../support/personal-data.js";
import {
  aKey,
  arrived,
  aShipment,
  bought,
  buy,
  draft,
  hold,
  purchaseBy,
  requestCount,
  sql,
  userErrorFields,
  voidShipment,
} from "../support/purchases.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { refusedWith, shipmentById, updateShipment } from "../support/shipments.js";
import { throwAwayFolder } from "../support/throw-away-folder.js";
import { refreshTracker } from "../support/tracking.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(async () => {
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(() => service.close());

let orders = 0;
const anOrder = () => `order-${++orders}`;
const none = {
  ...{ SHIPMENT: 0, PURCHASE: 0, LABEL: 0, DOCUMENT: 0, TRACKER: 0, RATE_QUOTE: 0, ADDRESS_CLASSIFICATION: 0 },
  CUSTOMER_CARRIER_ACCOUNT: 0,
};
const done = { postponed: [], isComplete: true, userErrors: [] };
const read = async (id: string) => (await service.run(shipmentById, { id })).shipment;

const rates = (shipTo: object, shipFrom?: object) =>
  service.run(`query ($input: ShippingRatesInput!) { shippingRates(input: $input) { quotes { id } } }`, {
    input: { shipTo, shipFrom, packages: [aPackage] },
  });
const validate = (address: object) =>
  service.run(
    `query ($address: PostalAddressInput!) { validateAddress(input: { address: $address }) { userErrors { message } } }`,
    {
      address,
    },
  );

/** Rows of the tenant's own in which the person is, by `table.column`; hashes and bytes are looked for as such. */
async function traces(): Promise<string[]> {
  await service.settled();
  const found: string[] = [];
  for (const column of Object.keys(personalColumns)) {
    const [table, name] = column.split(".");
    const isIn = ["bytes", "fingerprint", "sha256", "sealed"].some((hidden) => name!.includes(hidden))
      ? `length(${name}) > 0`
      : `${name}::text ilike '%zanzibar%'`;
    const [{ count }] = await sql(service, `select count(*)::int as count from ${table} where ${isIn}`);
    if (count > 0) found.push(column);
  }
  return found;
}

describe("a person's data", () => {
  it("is in every column that is called personal, and in none once it is erased", async () => {
    const orderId = anOrder();
    await validate({ ...newYork, name: canary });
    const domestic = {
      shipTo: { ...newYork, name: canary },
      service: "UPS_GROUND",
      options: {},
      customsDeclaration: null,
    };
    await bought(service, { shipment: { ...everything({ orderId }), ...domestic }, labelFormat: "ZPL" });
    await sentToPerson(service, { orderId });
    await rates(person);
    const words = `carrier_messages = '[{"text": "Zanzibar"}]', pricing = '{"tags": ["Zanzibar"]}'`;
    await sql(service, `update rate_quote set ${words}`);
    await saveAccount(service, { customerId: "customer-z", name: canary });
    await sql(service, "update customer_carrier_account set postal_code = $1, account_number_masked = $1", [canary]);
    expect((await traces()).sort()).toEqual(Object.keys(personalColumns).sort());

    expect(await erase(service, { customerId: "customer-z" })).toEqual({
      ...{ ...done, erased: { ...none, CUSTOMER_CARRIER_ACCOUNT: 1 } },
    });
    const answer = await erase(service, { orderId });
    expect(answer).toMatchObject(done);
    expect(answer.erased).toEqual({
      ...{ SHIPMENT: 2, PURCHASE: 2, LABEL: 2, TRACKER: 2, ADDRESS_CLASSIFICATION: 1, CUSTOMER_CARRIER_ACCOUNT: 0 },
      ...{ DOCUMENT: expect.any(Number), RATE_QUOTE: expect.any(Number) },
    });
    expect(answer.erased.DOCUMENT).toBeGreaterThan(0);
    expect(answer.erased.RATE_QUOTE).toBeGreaterThan(0);
    expect(await traces()).toEqual([]);
    const dump = JSON.stringify(await dumpTenant(service, service.tenantId)).toLowerCase();
    for (const text of ["zanzibar", "quill", Buffer.from(canary).toString("hex"), "90267777"])
      expect(dump).not.toContain(text);
  });

  it("leaves the money records: charges, numbers, states, dates, country, region and area", async () => {
    const orderId = anOrder();
    const { purchase, shipment } = await sentToPerson(service, { orderId });
    const fields = `query ($id: ID!) { labelPurchase(id: $id) { id state startedAt finishedAt carrierReference
      purchasedCharges { amount currencyCode } chargeItems { amount { amount } } packages { trackingNumber voidState } } }`;
    const before = (await service.run(fields, { id: purchase.id })).labelPurchase;
    await erase(service, { orderId });
    expect((await service.run(fields, { id: purchase.id })).labelPurchase).toEqual(before);
    const { shipTo, number, status, packages, orderId: kept } = await read(shipment.id);
    expect({ number, status, orderId: kept }).toEqual({ number: shipment.number, status: "PURCHASED", orderId });
    expect(shipTo).toMatchObject({
      countryCode: "DE",
      postalCode: "101",
      name: null,
      lines: [],
      city: null,
      phone: null,
    });
    expect(packages[0].items[0]).toMatchObject({ description: "Erased.", hsCode: "4901.99", quantity: 1 });
  });

  it("is gone once: a second call finds nothing", async () => {
    const orderId = anOrder();
    await sentToPerson(service, { orderId });
    expect((await erase(service, { orderId })).erased.SHIPMENT).toBe(1);
    expect(await erase(service, { orderId })).toEqual({ ...done, erased: none });
    expect(await erase(service, { orderId: "no-such-order" })).toEqual({ ...done, erased: none });
  });

  it("is erased of a draft, and of what comes back for an order", async () => {
    const orderId = anOrder();
    const draftId = await draft(service, { orderId });
    const { shipment } = await bought(service, { shipment: aShipment({ orderId }) });
    const back = await buyReturn(service, { outboundShipmentId: shipment.id });
    await sql(service, "update shipment set order_id = null where id = $1", [back.shipment.id]);
    expect((await erase(service, { orderId })).erased).toMatchObject({ SHIPMENT: 3, PURCHASE: 2, LABEL: 2 });
    for (const id of [draftId, shipment.id, back.shipment.id])
      expect(await read(id)).toMatchObject({ shipFrom: { lines: [], name: null }, shipTo: { lines: [], name: null } });
  });

  it("is erased where a postal code has letters that are two halves each", async () => {
    const orderId = anOrder();
    const id = await draft(service, { orderId });
    await sql(service, `update shipment set ship_to = jsonb_set(ship_to, '{postalCode}', '"1𠀀𠀁𠀂"') where id = $1`, [
      id,
    ]);
    expect(await erase(service, { orderId })).toMatchObject({ ...done, erased: { SHIPMENT: 1 } });
    expect((await read(id)).shipTo.postalCode).toBe("1𠀀𠀁");
  });

  it("is found by reference", async () => {
    const id = await draft(service, { reference: "Ref 4711" });
    expect((await erase(service, { reference: " Ref 4711 " })).erased).toEqual({ ...none, SHIPMENT: 1 });
    expect((await read(id)).reference).toBeNull();
  });
});

const ada = {
  ...newYork,
  name: "Ada Ødegård",
  company: null,
  lines: ["7 Rue d'Été", "Apt 2"],
  phone: "(212) 555-0147",
};
const toAda = (parts: Record<string, unknown> = {}, shipment = {}) =>
  aShipment({ ...shipment, shipTo: { ...ada, ...parts } });
const wholeAddress = { name: "ada ØDEGARD", line: "7, rue d ete", postalCode: "10007-1234", countryCode: "us" };

describe("a person", () => {
  const ways: [string, Record<string, unknown>, Record<string, unknown>][] = [
    ["the whole address, however it is written", {}, wholeAddress],
    ["a further line of it", {}, { ...wholeAddress, line: "apt 2" }],
    ["the company", { company: "Ødegård & Co." }, { ...wholeAddress, name: "ødegard co" }],
    ["e-mail, in any case", { email: "Ada@Example.com" }, { email: " ada@example.COM " }],
    ["phone, with the country's code or without", {}, { phone: "+1 212 555 0147" }],
    ["phone, whatever extension it has", { phone: "212-555-0147 ext. 12" }, { phone: "+1 212 555 0147" }],
    ["phone and its country", {}, { phone: "212-555-0147", countryCode: "US" }],
    ["any of several", {}, { email: "nobody@example.com", phone: "+12125550147" }],
  ];
  it.each(ways)("is found by %s", async (_, parts, by) => {
    const id = await draft(service, toAda(parts));
    const otherId = await draft(service);
    expect((await erase(service, { person: by })).erased).toEqual({ ...none, SHIPMENT: 1 });
    expect(await read(id)).toMatchObject({ shipTo: { name: null, phone: null } });
    expect((await read(otherId)).shipTo.name).toBe("Front Desk");
  });

  it.each([
    ["another name", { ...wholeAddress, name: "Ada" }],
    ["another line", { ...wholeAddress, line: "8 Rue d'Été" }],
    ["another postal code", { ...wholeAddress, postalCode: "10008" }],
    ["another country", { ...wholeAddress, countryCode: "FR" }],
    ["another number", { phone: "+1 212 555 0148" }],
    ["the end of the number", { phone: "555-0147", countryCode: "US" }],
    ["another e-mail", { email: "xada@example.com" }],
  ])("is not found by %s", async (_, by) => {
    const id = await draft(service, toAda({ email: "ada@example.com" }));
    expect(await erase(service, { person: by })).toEqual({ ...done, erased: none });
    await erase(service, { person: wholeAddress });
    expect((await read(id)).shipTo.name).toBeNull();
  });

  it("is found where somebody else receives: as buyer, sender, or to be notified", async () => {
    const bought = { soldTo: { ...person, name: "Ada B", email: "ada.buys@example.com" } };
    const ids = [
      await draft(service, everything({ shipTo: { ...person, name: "B", email: null }, customsDeclaration: bought })),
      await draft(service, { shipFrom: { ...ada, email: "ada.buys@example.com" } }),
      await draft(service, { options: { notifications: [{ event: "SHIPPED", emails: ["Ada.Buys@example.com"] }] } }),
    ];
    expect((await erase(service, { person: { email: "ada.buys@example.com" } })).erased.SHIPMENT).toBe(3);
    for (const id of ids) expect((await read(id)).shipTo.name).toBeNull();
  });

  it("loses the quotes that were asked for without a shipment", async () => {
    await rates({ ...ada, email: "ada.asks@example.com" });
    const { erased } = await erase(service, { person: { email: "ada.asks@example.com" } });
    expect(erased).toEqual({ ...none, RATE_QUOTE: expect.any(Number) });
    expect(erased.RATE_QUOTE).toBeGreaterThan(0);
  });

  it("takes no quotes of others along, from a warehouse that is no account's", async () => {
    const warehouse = { ...sanFrancisco, lines: ["1 Pier"], company: "Depot", phone: "+1 415 555 0199" };
    await rates({ ...newYork, name: "Somebody Else", phone: "+1 212 555 0188" }, warehouse);
    const quotesOfOthers = "select count(*)::int as count from rate_quote where details::text like '%Somebody Else%'";
    const [before] = await sql(service, quotesOfOthers);
    const orderId = anOrder();
    await draft(service, toAda({ email: "ada.depot@example.com" }, { orderId, shipFrom: warehouse }));
    await rates({ ...ada, email: "ada.depot@example.com" }, warehouse);
    const { erased } = await erase(service, { orderId });
    expect(erased).toEqual({ ...none, SHIPMENT: 1, RATE_QUOTE: expect.any(Number) });
    expect(erased.RATE_QUOTE).toBeGreaterThan(0);
    expect(before.count).toBeGreaterThan(0);
    expect(await sql(service, quotesOfOthers)).toEqual([before]);
  });

  it("without a name takes no quotes of a neighbour along", async () => {
    const at = { lines: ["9 Shared House"], phone: null, email: null };
    await rates({ ...ada, ...at, name: "A Neighbour" });
    const neighbours = "select count(*)::int as count from rate_quote where details::text like '%A Neighbour%'";
    const [before] = await sql(service, neighbours);
    const orderId = anOrder();
    await draft(service, toAda({ ...at, name: "." }, { orderId }));
    expect((await erase(service, { orderId })).erased).toEqual({ ...none, SHIPMENT: 1 });
    expect(before.count).toBeGreaterThan(0);
    expect(await sql(service, neighbours)).toEqual([before]);
  });

  it("is erased of all that there is, however long the search is", async () => {
    const email = "ada.long@example.com";
    const ids = [await draft(service, toAda({ email })), await draft(service, toAda({ email }))];
    await rates({ ...ada, email });
    const budget = new RequestBudget({ ...defaultBudgetLimits, ROWS: 3, CONNECTION_MILLISECONDS: 1 });
    const { erased } = await withinBudget(budget, () => erase(service, { person: { email } }));
    expect(erased).toMatchObject({ SHIPMENT: 2, RATE_QUOTE: expect.any(Number) });
    expect(erased.RATE_QUOTE).toBeGreaterThan(0);
    for (const id of ids) expect((await read(id)).shipTo.name).toBeNull();
  });

  it("is never the merchant: addresses of carrier accounts are not looked at", async () => {
    const id = await draft(service);
    const { name, company, lines, postalCode, countryCode, phone } = sanFrancisco;
    const by = { name, line: lines[0], postalCode, countryCode, phone };
    expect(await erase(service, { person: by })).toEqual({ ...done, erased: none });
    expect((await read(id)).shipFrom).toMatchObject({ company, lines });
  });

  it("of another tenant is not found", async () => {
    const id = await draft(service, toAda());
    const as = { tenantId: service.otherTenantId };
    expect(await erase(service, { person: wholeAddress }, as)).toEqual({ ...done, erased: none });
    expect((await read(id)).shipTo.name).toBe(ada.name);
    await erase(service, { person: wholeAddress });
  });
});

describe("the input", () => {
  const faults: [string, Record<string, unknown>, string, string][] = [
    ["nothing", {}, "REQUIRED", "input.orderId"],
    ["a blank order", { orderId: "  " }, "REQUIRED", "input.orderId"],
    ["two ways", { orderId: "1", person: { email: "a@example.com" } }, "INVALID", "input.person"],
    ["nobody", { person: {} }, "REQUIRED", "input.person.name"],
    ["a name of punctuation alone", { person: { ...wholeAddress, name: "-" } }, "REQUIRED", "input.person.name"],
    ["a name alone", { person: { name: "Ada", countryCode: "US" } }, "REQUIRED", "input.person.line"],
    [
      "part of an address beside an e-mail",
      { person: { line: "1 Main St", email: "a@b.example" } },
      "REQUIRED",
      "input.person.name",
    ],
    ["a phone of no country", { person: { phone: "212 555 0147" } }, "REQUIRED", "input.person.countryCode"],
    ["a text without end", { person: { email: "a".repeat(300) } }, "TOO_LONG", "input.person.email"],
  ];
  it.each(faults)("of %s is refused at its place", async (_, input, code, field) => {
    const { erased, postponed, userErrors } = await erase(service, input);
    expect({ erased, postponed }).toEqual({ erased: null, postponed: null });
    expect(userErrors[0]).toMatchObject({ code, field: field.split(".") });
  });
});

describe("what money hangs on", () => {
  it("is not erased while a purchase is on its way, and says when to come back", async () => {
    const orderId = anOrder();
    await hold(service, "SHIP");
    const idempotencyKey = aKey();
    const buying = buy(service, { idempotencyKey, shipment: aShipment({ orderId }) });
    await arrived(service, "SHIP");
    const [{ id, nextCheckAt }] = await sql(
      service,
      `select s.id, p.next_check_at as "nextCheckAt" from shipment s join label_purchase p on p.shipment_id = s.id where order_id = $1`,
      [orderId],
    );
    const answer = await erase(service, { orderId });
    const retryAt = new Date(nextCheckAt).toISOString();
    expect(answer.erased).toEqual(none);
    expect(answer.postponed).toEqual([{ shipmentId: id, documentId: null, reason: "PURCHASE_OPEN", retryAt }]);
    expect(answer.userErrors).toMatchObject([{ code: "ERASURE_POSTPONED", message: expect.stringContaining(retryAt) }]);
    await service.control.release();
    expect((await buying).purchase.state).toBe("PURCHASED");
    expect(await read(id)).toMatchObject({ status: "PURCHASED", shipTo: newYork });
    expect(await erase(service, { orderId })).toMatchObject({ ...done, erased: { SHIPMENT: 1 } });
  });

  it("is not erased while nobody knows the outcome, and is found out all the same", async () => {
    const orderId = anOrder();
    await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
    const { purchase, shipment } = await buy(service, { shipment: aShipment({ orderId }) });
    expect(purchase.state).toBe("UNKNOWN");
    expect((await erase(service, { orderId })).postponed).toMatchObject([
      { shipmentId: shipment.id, reason: "PURCHASE_OPEN" },
    ]);
    expect((await read(shipment.id)).shipTo).toMatchObject(newYork);
  });

  it("is not erased while a void waits for its answer", async () => {
    const orderId = anOrder();
    const { shipment } = await bought(service, { shipment: aShipment({ orderId }) });
    await service.control.addFault({ operation: "VOID", kind: "LOSE_ANSWER", times: 20 });
    await voidShipment(service, { shipmentId: shipment.id });
    expect((await erase(service, { orderId })).postponed).toMatchObject([
      { shipmentId: shipment.id, reason: "VOID_OPEN", retryAt: expect.stringMatching(/Z$/) },
    ]);
  });

  it("is not erased while its return label is still to be bought, or the carrier still asked", async () => {
    const orderId = anOrder();
    const { purchase, shipment } = await bought(service, { shipment: aShipment({ orderId }) });
    await sql(service, "update label_purchase set next_check_at = now() + interval '1 hour' where id = $1", [
      purchase.id,
    ]);
    expect((await erase(service, { orderId })).postponed).toMatchObject([{ reason: "CARRIER_LOOK_DUE" }]);
    await sql(
      service,
      "insert into generated_return (tenant_id, purchase_id, outbound_shipment_id, state) values ($1, $2, $3, 'WAITING')",
      [service.tenantId, purchase.id, shipment.id],
    );
    expect((await erase(service, { orderId })).postponed).toMatchObject([{ reason: "RETURN_WAITING" }]);
  });

  it("is not erased while an answer of the carrier is kept that the database does not have", async () => {
    const answersDir = await throwAwayFolder("answers-");
    const keeping = await startTestService({ sharing: service, answersDir });
    const orderId = anOrder();
    const { purchase, shipment } = await bought(keeping, { shipment: aShipment({ orderId }) });
    const key = { tenantId: service.tenantId, id: purchase.id };
    const kept = await keeping.deps.journal.keep({ ...key, kind: "SHIP" }, { outcome: {} });
    const postponed = { shipmentId: shipment.id, documentId: null, reason: "ANSWER_KEPT", retryAt: null };
    expect(await erase(keeping, { orderId })).toMatchObject({ erased: none, postponed: [postponed] });
    expect((await read(shipment.id)).shipTo).toMatchObject(newYork);
    await kept.forget();
    expect(await erase(keeping, { orderId })).toMatchObject({ ...done, erased: { SHIPMENT: 1 } });
    await keeping.close();
    await rm(answersDir, { recursive: true });
  });

  it("is erased beside what is postponed, and a document that others share goes with the last of them", async () => {
    const orderIds = [anOrder(), anOrder()];
    const first = await sentToPerson(service, { orderId: orderIds[0] });
    const second = await sentToPerson(service, { orderId: orderIds[1] });
    await sql(service, "insert into document_link values ($1, $2, $3, 1)", [
      service.tenantId,
      second.purchase.id,
      first.documentId,
    ]);
    const answer = await erase(service, { orderId: orderIds[0] });
    expect(answer.erased.SHIPMENT).toBe(1);
    expect(answer.postponed).toEqual([
      { shipmentId: first.shipment.id, documentId: first.documentId, reason: "DOCUMENT_SHARED", retryAt: null },
    ]);
    const file = `query ($id: ID!) { shippingDocument(id: $id) { name deletedAt file { url } } }`;
    expect((await service.run(file, { id: first.documentId })).shippingDocument.file).not.toBeNull();
    expect(await erase(service, { orderId: orderIds[1] })).toMatchObject(done);
    expect((await service.run(file, { id: first.documentId })).shippingDocument).toEqual({
      ...{ name: "Erased.", deletedAt: expect.any(String), file: null },
    });
  });
});

describe("after that", () => {
  it("the key buys nothing again, gives what it bought, and says why no more is known", async () => {
    const orderId = anOrder();
    const { purchase, shipment, input } = await sentToPerson(service, { orderId });
    await erase(service, { orderId });
    await service.control.clearRequests();
    for (const again of [input, { ...input, shipment: aShipment() }]) {
      const answer = await buy(service, again);
      expect(answer).toMatchObject({
        purchase: { id: purchase.id, state: "PURCHASED" },
        shipment: { id: shipment.id },
        userErrors: [{ code: "INVALID" }, { code: "PERSONAL_DATA_ERASED", field: ["input", "idempotencyKey"] }],
      });
    }
    expect(await requestCount(service, "SHIP")).toBe(0);
    expect(await purchaseBy(service, { idempotencyKey: input.idempotencyKey })).toMatchObject({ id: purchase.id });
  });

  it("the label cannot be printed or fetched again, and each way says so", async () => {
    const orderId = anOrder();
    const { shipment } = await sentToPerson(service, { orderId });
    const labelId = shipment.packages[0].label.id;
    await erase(service, { orderId });
    await service.control.clearRequests();
    const label = `query ($id: ID!) { shippingLabel(id: $id) { erasedAt base64 file { url } preview { url } } }`;
    expect((await service.run(label, { id: labelId })).shippingLabel).toEqual({
      ...{ erasedAt: expect.stringMatching(/Z$/), base64: null, file: null, preview: null },
    });
    const batch = `query ($input: [ID!], $labels: [ID!]) {
      labelBatchDocument(shipmentIds: $input, labelIds: $labels) { file { url } userErrors { ${userErrorFields} } } }`;
    for (const variables of [{ input: [shipment.id] }, { labels: [labelId] }])
      expect((await service.run(batch, variables)).labelBatchDocument).toMatchObject({
        ...{ file: null, userErrors: [{ code: "PERSONAL_DATA_ERASED" }] },
      });
    const recover = `mutation ($input: RecoverLabelInput!) { recoverLabel(input: $input) { label { id } userErrors { ${userErrorFields} } } }`;
    for (const by of [{ labelId }, { shipmentId: shipment.id }, { packageId: shipment.packages[0].id }])
      expect((await service.run(recover, { input: { ...by, format: "ZPL" } })).recoverLabel).toMatchObject({
        ...{ label: null, userErrors: [{ code: "PERSONAL_DATA_ERASED" }] },
      });
    expect(await service.control.requests()).toEqual([]);
  });

  it("nothing new can be made of it, and it can still be voided", async () => {
    const orderId = anOrder();
    const { shipment } = await sentToPerson(service, { orderId });
    const draftId = await draft(service, { orderId });
    await erase(service, { orderId });
    await service.control.clearRequests();
    const changed = await service.run(updateShipment, { input: { shipmentId: draftId, reference: "New" } });
    expect(changed.updateShipment).toEqual(refusedWith("PERSONAL_DATA_ERASED", "input.shipmentId"));
    const refused = { userErrors: [{ code: "PERSONAL_DATA_ERASED" }] };
    const input = { shipmentId: shipment.id };
    const copy = `mutation ($input: DuplicateShipmentInput!) { duplicateShipment(input: $input) { userErrors { code } } }`;
    expect((await service.run(copy, { input })).duplicateShipment).toEqual(refused);
    const rate = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) { userErrors { code } } }`;
    expect((await service.run(rate, { input: { shipmentId: draftId } })).shippingRates).toEqual(refused);
    expect(await buy(service, { shipmentId: draftId })).toMatchObject(refused);
    expect(await buyReturn(service, { outboundShipmentId: shipment.id })).toMatchObject(refused);
    expect(await upload(service, input)).toMatchObject(refused);
    expect(await service.control.requests()).toEqual([]);
    await sql(service, "update shipment set return_service = null where id = $1", [shipment.id]);
    expect(await voidShipment(service, input)).toMatchObject({ shipment: { status: "VOIDED" }, userErrors: [] });
  });

  it("a label that is bought with the number of its package is followed anew", async () => {
    const orderId = anOrder();
    const first = await bought(service, { shipment: aShipment({ orderId }) });
    await erase(service, { orderId });
    const { trackingNumber } = first.shipment.packages[0];
    const { purchase } = await bought(service);
    const [{ id }] = await sql(service, "select id from purchased_package where purchase_id = $1", [purchase.id]);
    // As the test environment does: one placeholder for every package.
    await inTenant(service.database, service.tenantId, async (manager) => {
      const account = await manager.findOneByOrFail(CarrierAccount, {});
      await openTrackers(manager, account, [{ id, trackingNumber }]);
    });
    await service.control.clearRequests();
    const { tracker, userErrors } = await refreshTracker(service, { carrierCode: "UPS", trackingNumber });
    expect([userErrors, tracker.trackingNumber]).toEqual([[], trackingNumber]);
    expect(await requestCount(service, "TRACK")).toBe(1);
  });

  it("the carrier is not asked about the package again", async () => {
    const orderId = anOrder();
    const { shipment } = await sentToPerson(service, { orderId });
    await erase(service, { orderId });
    await service.control.clearRequests();
    const { trackingNumber } = shipment.packages[0];
    const answer = await refreshTracker(service, { carrierCode: "UPS", trackingNumber });
    expect(answer).toMatchObject({ tracker: null, userErrors: [{ code: "PERSONAL_DATA_ERASED" }] });
    const [tracker] = await sql(service, "select next_check_at, received_by from tracker where tracking_number = $1", [
      trackingNumber,
    ]);
    expect(tracker).toEqual({ next_check_at: null, received_by: null });
    expect(await requestCount(service, "TRACK")).toBe(0);
  });
});

it("many are erased by several calls, each of which says that there is more", async () => {
  const orderId = anOrder();
  const columns = "tenant_id, status, order_id, ship_from, ship_to, options";
  const copies = `insert into shipment (id, number, ${columns})
    select 'shp_' || gen_random_uuid(), 'copy ' || n, ${columns} from shipment, generate_series(1, 100) n where id = $1`;
  await sql(service, copies, [await draft(service, { orderId })]);
  expect(await erase(service, { orderId })).toMatchObject({ isComplete: false, erased: { SHIPMENT: 100 } });
  expect(await erase(service, { orderId })).toMatchObject({ isComplete: true, erased: { SHIPMENT: 1 } });
});

it("a label's file goes only with the person: the database refuses it of what is not erased, or of another tenant", async () => {
  const orderId = anOrder();
  const { shipment } = await bought(service, { shipment: aShipment({ orderId }) });
  await expect(sql(service, "select erase_label_files($1)", [shipment.id])).rejects.toThrow(/not erased/);
  await erase(service, { orderId });
  const asOther = inTenant(service.database, service.otherTenantId, (manager) =>
    manager.query("select erase_label_files($1)", [shipment.id]),
  );
  await expect(asOther).rejects.toThrow(/not erased/);
});

it("every promise about purchases and labels holds afterwards", async () => {
  const { adminUrl } = service.testDatabase;
  const found = await findViolations({ adminUrl, reconcileAfterSeconds: 90, isAtRest: false });
  expect(found.filter(({ rows }) => rows.length > 0)).toEqual([]);
});

it("a look at a package that was under way does not bring the person back", async () => {
  const orderId = anOrder();
  const { shipment } = await bought(service, { shipment: aShipment({ orderId }) });
  await hold(service, "TRACK");
  const asked = refreshTracker(service, { carrierCode: "UPS", trackingNumber: shipment.packages[0].trackingNumber });
  await arrived(service, "TRACK");
  await erase(service, { orderId });
  await service.control.release();
  expect((await asked).tracker).toMatchObject({ receivedBy: null, events: [] });
});
