import type { Fault } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { LabelPurchase } from "../../src/entities/label-purchase.js";
import { buyGeneratedReturn } from "../../src/shipping/purchase/buy-generated-return.js";
import { requeueGeneratedReturn } from "../../src/shipping/shipment/generated-return.js";
import { statementsDuring } from "../support/count-statements.js";
import {
  aKey,
  arrived,
  aShipment,
  bought,
  buy,
  draft,
  ended,
  makeDue,
  purchaseBy,
  refused,
  requestCount,
  sql,
  voidShipment,
} from "../support/purchases.js";
import { bookedReturns, buyReturn, returnsOf } from "../support/returns.js";
import { sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
beforeEach(() => service.control.clearRequests());
afterEach(async () => {
  await service.control.clearFaults();
  await sql(service, "delete from spend_limit");
  await sql(service, "delete from spend_counter");
});
afterAll(() => service.close());

const options = { generateReturnLabel: true };
const withReturn = (parts: Record<string, unknown> = {}) => ({ shipment: aShipment({ options, ...parts }) });
/** Refused by UPS as somebody to send to, and so as the one whom goods come back to. */
const refusedSender = { ...sanFrancisco, name: "Refused Recipient", company: null };

/** The first call of the operation as usual, and this for the next: the outbound's, then the return's. */
const faultOnReturn = async (operation: Fault["operation"], kind: object) => {
  await service.control.addFault({ operation, kind: "DELAY", seconds: 0 });
  await service.control.addFault({ operation, ...kind } as Fault);
};
const sweep = async () => {
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  await service.settled();
};
const limit = (unit: string, maximum: number) =>
  sql(service, "insert into spend_limit (tenant_id, spender, period, unit, maximum) values ($1, '*', 'DAY', $2, $3)", [
    service.tenantId,
    unit,
    maximum,
  ]);
const newReturns = async (before: number) => (await bookedReturns(service)).slice(before);

it("buys a print return label after the outbound, in the same answer", async () => {
  const before = (await bookedReturns(service)).length;
  const { shipment } = await bought(service, { ...withReturn({ reference: "out 1" }), labelFormat: "ZPL" });
  const { returnShipments, generatedReturn, options: kept } = await returnsOf(service, shipment.id);
  expect(kept).toEqual(options);
  expect(returnShipments).toMatchObject([
    {
      ...{ status: "PURCHASED", reference: "out 1", returnService: { kind: "PRINT_RETURN_LABEL" } },
      ...{ shipFrom: { city: "New York" }, shipTo: { city: "San Francisco" }, service: { code: "UPS_GROUND" } },
      packages: [{ label: { format: "ZPL", isDerived: false } }],
    },
  ]);
  const [back] = returnShipments;
  expect(generatedReturn).toEqual({
    ...{ state: "PURCHASED", userErrors: [] },
    shipment: { id: back.id, status: "PURCHASED" },
  });
  expect(await newReturns(before)).toEqual([{ number: back.packages[0].trackingNumber, code: "9", email: "" }]);
});

it("has no return where the option is off", async () => {
  const { shipment } = await bought(service);
  expect(await returnsOf(service, shipment.id)).toMatchObject({
    ...{ options: { generateReturnLabel: false }, returnShipments: [], generatedReturn: null },
  });
});

it("takes the option from the shipping method, from a draft, and lets a shipment go without", async () => {
  const { createShippingMethod } = await service.run(
    `mutation ($input: CreateShippingMethodInput!) {
      createShippingMethod(input: $input) { shippingMethod { id } userErrors { message } } }`,
    {
      input: {
        name: "Ground with return label",
        ups: {
          ...{
            carrierAccountId: accountId,
            service: "UPS_GROUND",
            packageType: "UPS_CUSTOMER_PACKAGE",
            weightUnit: "LB",
          },
          ...{ dimensionUnit: "IN", labelFormat: "ZPL", generateReturnLabel: true },
        },
      },
    },
  );
  const shippingMethodId = createShippingMethod.shippingMethod.id;
  const { service: _, ...parts } = aShipment();
  const byMethod = await bought(service, { shipment: { ...parts, shippingMethodId } });
  expect((await returnsOf(service, byMethod.shipment.id)).generatedReturn.state).toBe("PURCHASED");
  const without = { ...parts, shippingMethodId, options: { generateReturnLabel: false } };
  const none = await bought(service, { shipment: without });
  expect((await returnsOf(service, none.shipment.id)).generatedReturn).toBeNull();
  const saved = await bought(service, { shipmentId: await draft(service, { options }) });
  expect((await returnsOf(service, saved.shipment.id)).generatedReturn.state).toBe("PURCHASED");
});

it("buys one return for a key, however often it is asked with", async () => {
  const before = (await bookedReturns(service)).length;
  const input = { idempotencyKey: aKey(), ...withReturn() };
  const [first, second] = await Promise.all([buy(service, input), buy(service, input)]);
  await buy(service, input);
  await sweep();
  await sweep();
  expect(second.purchase.id).toBe(first.purchase.id);
  expect(await newReturns(before)).toHaveLength(1);
});

it("keeps the outbound when UPS refuses the return, says why, and buys only the return when tried again", async () => {
  const answer = await buy(service, withReturn({ shipFrom: refusedSender }));
  expect(answer).toMatchObject({ purchase: { state: "PURCHASED" }, shipment: { status: "PURCHASED" }, userErrors: [] });
  expect(answer.shipment.packages).toMatchObject([{ label: { format: "PDF" } }]);
  const outboundShipmentId = answer.shipment.id;
  const { generatedReturn, returnShipments } = await returnsOf(service, outboundShipmentId);
  expect(generatedReturn).toEqual({
    state: "REFUSED",
    shipment: { id: returnShipments[0].id, status: "DRAFT" },
    userErrors: [{ code: "CARRIER_REJECTED", field: null, carrierErrorCode: "121000" }],
  });
  await sweep();
  expect(await requestCount(service, "SHIP")).toBe(2);
  // The one whom goods come back to is put right in the return itself.
  const { updateShipment } = await service.run(
    `mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) { userErrors { code field message } } }`,
    { input: { shipmentId: returnShipments[0].id, shipTo: sanFrancisco } },
  );
  expect(updateShipment.userErrors).toEqual([]);
  await bought(service, { shipmentId: returnShipments[0].id });
  expect((await returnsOf(service, outboundShipmentId)).generatedReturn).toMatchObject({
    ...{ state: "PURCHASED", userErrors: [], shipment: { id: returnShipments[0].id, status: "PURCHASED" } },
  });
  expect(await requestCount(service, "SHIP")).toBe(3);
});

it("keeps the outbound when only the return is over the spend limit, and retries it alone", async () => {
  await limit("LABEL", 1);
  const { purchase, shipment } = await bought(service, withReturn());
  const refusal = { code: "SPEND_LIMIT_EXCEEDED", field: ["input", "outboundShipmentId"], carrierErrorCode: null };
  expect(await returnsOf(service, shipment.id)).toMatchObject({
    ...{ status: "PURCHASED", returnShipments: [] },
    generatedReturn: { state: "REFUSED", shipment: null, userErrors: [refusal] },
  });
  await sweep();
  expect(await requestCount(service, "SHIP")).toBe(1);
  await sql(service, "update spend_limit set maximum = 2");
  const retried = await buyReturn(service, { outboundShipmentId: shipment.id });
  expect(retried.purchase.state).toBe("PURCHASED");
  expect((await returnsOf(service, shipment.id)).generatedReturn).toEqual({
    ...{ state: "PURCHASED", userErrors: [] },
    shipment: { id: retried.shipment.id, status: "PURCHASED" },
  });
  expect(await requestCount(service, "SHIP")).toBe(2);
  expect((await purchaseBy(service, { id: purchase.id })).shipment.status).toBe("PURCHASED");
});

it("tries again by itself when UPS provably did not get the request", async () => {
  const before = (await bookedReturns(service)).length;
  await faultOnReturn("SHIP", { kind: "STATUS", status: 429, times: 30 });
  const { shipment } = await bought(service, withReturn());
  expect((await returnsOf(service, shipment.id)).generatedReturn).toMatchObject({ state: "PENDING", userErrors: [] });
  const again = await buyReturn(service, { outboundShipmentId: shipment.id });
  expect(again).toEqual(refused({ code: "CONFLICT", field: "input.outboundShipmentId" }));
  const [left] = await sql(service, "select id from shipment where outbound_shipment_id = $1", [shipment.id]);
  const byId = await buy(service, { shipmentId: left!.id });
  expect(byId).toEqual(refused({ code: "CONFLICT", field: "input.shipmentId" }));
  await service.control.clearFaults();
  await sweep();
  expect(await returnsOf(service, shipment.id)).toMatchObject({
    returnShipments: [{ status: "PURCHASED", purchases: [{ state: "PURCHASED" }, { state: "NOT_CREATED" }] }],
    generatedReturn: { state: "PURCHASED" },
  });
  expect(await newReturns(before)).toHaveLength(1);
});

it("is waited for again only while nobody bought it meanwhile, and is looked at again then", async () => {
  const { shipment, purchase } = await bought(service, withReturn());
  const [claimed] = await sql(service, "select return_shipment_id from generated_return where purchase_id = $1", [
    purchase.id,
  ]);
  const requeue = async () => {
    await inTenant(service.database, service.tenantId, async (manager) => {
      await manager.query("update label_purchase set next_check_at = null where id = $1", [purchase.id]);
      const outbound = await manager.findOneByOrFail(LabelPurchase, { id: purchase.id });
      await requeueGeneratedReturn(service.deps, manager, outbound, claimed!.return_shipment_id as string, 24);
    });
    const state = `select g.state, p.next_check_at is not null as is_looked_at from generated_return g
      join label_purchase p on p.id = g.purchase_id where g.purchase_id = $1`;
    return sql(service, state, [purchase.id]);
  };
  expect(await requeue()).toEqual([{ state: "CLAIMED", is_looked_at: false }]);
  await sql(service, "update shipment set status = 'DRAFT' where outbound_shipment_id = $1", [shipment.id]);
  expect(await requeue()).toEqual([{ state: "WAITING", is_looked_at: true }]);
  await sql(service, "delete from generated_return where purchase_id = $1", [purchase.id]);
});

it("waits for a price that cannot be had just now", async () => {
  await limit("USD", 1_000);
  await faultOnReturn("RATE", { kind: "STATUS", status: 503, times: 30 });
  const { shipment } = await bought(service, withReturn());
  expect((await returnsOf(service, shipment.id)).generatedReturn).toEqual({
    ...{ state: "PENDING", shipment: null, userErrors: [] },
  });
  await service.control.clearFaults();
  await sweep();
  expect((await returnsOf(service, shipment.id)).generatedReturn.state).toBe("PURCHASED");
});

it("gives up after a day of waiting, and says why", async () => {
  await limit("USD", 1_000);
  await faultOnReturn("RATE", { kind: "STATUS", status: 503, times: 60 });
  const { shipment } = await bought(service, withReturn());
  await sql(service, "update generated_return set created_at = created_at - interval '25 hours'");
  await sweep();
  expect((await returnsOf(service, shipment.id)).generatedReturn).toMatchObject({
    ...{ state: "REFUSED", userErrors: [{ code: "CARRIER_UNAVAILABLE" }] },
  });
});

it("gives up after a day of requests that never reached UPS", async () => {
  await faultOnReturn("SHIP", { kind: "STATUS", status: 429, times: 60 });
  const { shipment } = await bought(service, withReturn());
  await sql(service, "update generated_return set created_at = created_at - interval '25 hours'");
  await sweep();
  expect((await returnsOf(service, shipment.id)).generatedReturn).toMatchObject({
    ...{ state: "REFUSED", shipment: { status: "DRAFT" }, userErrors: [{ code: "CARRIER_UNAVAILABLE" }] },
  });
});

it("looks up a return whose answer was lost, and never sends it again", async () => {
  const before = (await bookedReturns(service)).length;
  await faultOnReturn("SHIP", { kind: "LOSE_ANSWER" });
  const { shipment } = await bought(service, withReturn());
  expect((await returnsOf(service, shipment.id)).generatedReturn.state).toBe("PENDING");
  await sweep();
  expect((await returnsOf(service, shipment.id)).generatedReturn.state).toBe("PURCHASED");
  expect(await newReturns(before)).toHaveLength(1);
  expect(await requestCount(service, "SHIP")).toBe(2);
});

it("brings the return also with an outbound whose own answer was lost", async () => {
  const before = (await bookedReturns(service)).length;
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  const { purchase, shipment } = await buy(service, withReturn());
  expect(purchase.state).toBe("UNKNOWN");
  expect((await returnsOf(service, shipment.id)).generatedReturn).toBeNull();
  await sweep();
  await sweep();
  expect((await returnsOf(service, shipment.id)).generatedReturn.state).toBe("PURCHASED");
  expect(await newReturns(before)).toHaveLength(1);
});

it("answers in time when the return takes long, and shows it later", async () => {
  const hasty = await startTestService({ sharing: service, timings: { answerWithin: 1 } });
  await faultOnReturn("SHIP", { kind: "HOLD" });
  const { purchase, shipment } = await buy(hasty, withReturn());
  expect((await ended(service, { id: purchase.id })).state).toBe("PURCHASED");
  await arrived(service, "SHIP", 2);
  expect((await returnsOf(service, shipment.id)).generatedReturn.state).toBe("PENDING");
  await service.control.release();
  await hasty.settled();
  expect((await returnsOf(service, shipment.id)).generatedReturn.state).toBe("PURCHASED");
  await hasty.close();
});

it("buys once when worker and request come to it at the same moment", async () => {
  const before = (await bookedReturns(service)).length;
  await limit("USD", 1_000);
  await faultOnReturn("RATE", { kind: "STATUS", status: 503, times: 30 });
  const { purchase, shipment } = await bought(service, withReturn());
  await service.control.clearFaults();
  const outbound = { ...purchase, tenantId: service.tenantId, shipmentId: shipment.id };
  await Promise.all([1, 2, 3, 4].map(() => buyGeneratedReturn(service.deps, outbound)));
  expect((await returnsOf(service, shipment.id)).generatedReturn.state).toBe("PURCHASED");
  expect(await newReturns(before)).toHaveLength(1);
});

it("buys nothing by itself any more when somebody bought the return meanwhile", async () => {
  const before = (await bookedReturns(service)).length;
  await limit("USD", 1_000);
  await faultOnReturn("RATE", { kind: "HOLD" });
  const buying = bought(service, withReturn());
  await arrived(service, "RATE", 2);
  const [{ outbound_shipment_id: outboundShipmentId }] = await sql(
    service,
    "update generated_return set state = 'REFUSED' where state = 'WAITING' returning outbound_shipment_id",
  ).then((answer) => answer[0]);
  const { shipment } = await buyReturn(service, { outboundShipmentId });
  await service.control.release();
  await buying;
  await sweep();
  expect((await returnsOf(service, outboundShipmentId)).generatedReturn).toEqual({
    ...{ state: "PURCHASED", userErrors: [] },
    shipment: { id: shipment.id, status: "PURCHASED" },
  });
  expect(await newReturns(before)).toHaveLength(1);
});

it("leaves the return in force when the outbound is voided, and buys no second one with a second outbound", async () => {
  const before = (await bookedReturns(service)).length;
  const { shipment } = await bought(service, withReturn());
  expect((await voidShipment(service, { shipmentId: shipment.id })).shipment.status).toBe("VOIDED");
  const { generatedReturn } = await returnsOf(service, shipment.id);
  expect(generatedReturn).toMatchObject({ state: "PURCHASED", shipment: { status: "PURCHASED" } });
  await bought(service, { shipmentId: shipment.id });
  expect(await newReturns(before)).toHaveLength(1);
  expect((await voidShipment(service, { shipmentId: generatedReturn.shipment.id })).shipment.status).toBe("VOIDED");
});

it("buys no return for an outbound that was voided before it came to it", async () => {
  await limit("USD", 1_000);
  await faultOnReturn("RATE", { kind: "STATUS", status: 503, times: 30 });
  const { shipment } = await bought(service, withReturn());
  await service.control.clearFaults();
  await voidShipment(service, { shipmentId: shipment.id });
  await sweep();
  expect((await returnsOf(service, shipment.id)).generatedReturn).toMatchObject({
    ...{ state: "REFUSED", shipment: null, userErrors: [{ code: "NOT_ALLOWED" }] },
  });
});

it("can be asked for again when the return left behind was deleted", async () => {
  const { shipment } = await bought(service, withReturn({ shipFrom: refusedSender }));
  const { returnShipments } = await returnsOf(service, shipment.id);
  const { deleteShipment } = await service.run(
    `mutation ($id: ID!) { deleteShipment(input: { shipmentId: $id }) { deletedShipmentId userErrors { message } } }`,
    { id: returnShipments[0].id },
  );
  expect(deleteShipment).toEqual({ deletedShipmentId: returnShipments[0].id, userErrors: [] });
  expect(await returnsOf(service, shipment.id)).toMatchObject({
    returnShipments: [],
    generatedReturn: { state: "REFUSED", shipment: null, userErrors: [{ code: "NOT_FOUND" }] },
  });
});

it("shows the returns of many shipments with one statement for each step, and nothing at UPS", async () => {
  const ids = [];
  for (const _ of [1, 2, 3]) ids.push((await bought(service, withReturn())).shipment.id);
  await service.control.clearRequests();
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Shipment {
    returnShipments { id outboundShipment { id } returnService { kind } packages { recoveredLabels { id } } }
    generatedReturn { state shipment { id } } } } }`;
  const ask = (shipmentIds: string[]) =>
    statementsDuring(() =>
      service.run(query, { representations: shipmentIds.map((id) => ({ __typename: "Shipment", id })) }),
    );
  const forOne = await ask(ids.slice(0, 1));
  expect(await ask(ids)).toHaveLength(forOne.length);
  expect(forOne.length).toBeLessThanOrEqual(8);
  expect(await service.control.requests()).toEqual([]);
});
