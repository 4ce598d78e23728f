import {
  aKey,
  arrived,
  aShipment,
  bought,
  buy,
  hold,
  makeDue,
  purchaseBy,
  requestCount,
  sql,
  userErrorFields,
} from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

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

const resolve = async (input: Record<string, unknown>, as = {}) => {
  const mutation = `mutation ($input: ResolvePurchaseInput!) { resolvePurchase(input: $input) {
    purchase { id state } shipment { status } userErrors { ${userErrorFields} } } }`;
  return (await service.run(mutation, { input }, as)).resolvePurchase;
};

const stuck = async () =>
  (await service.run(`{ stuckPurchases(first: 100) { nodes { id state } } }`)).stuckPurchases.nodes;

const openPurchase = async (kind: "LOSE_ANSWER" | "RESET_BEFORE", input: Record<string, unknown> = {}) => {
  await service.control.addFault({ operation: "SHIP", kind });
  const { purchase, shipment } = await buy(service, input);
  return {
    id: purchase.id as string,
    reference: purchase.carrierReference as string,
    shipmentId: shipment.id as string,
  };
};

const refused = (code: string, field: string | null) => ({
  ...{ purchase: null, shipment: null },
  userErrors: [
    { code, message: expect.stringMatching(/\S/), field: field && ["input", field], carrierErrorCode: null },
  ],
});

const decisions = (purchaseId: string) =>
  sql(service, "select actor, decision, reason from purchase_decision where purchase_id = $1", [purchaseId]);

const booked = async (reference: string) =>
  (await service.control.ledger()).find((shipment) => shipment.references.includes(reference));

describe("stuckPurchases", () => {
  it("lists what has no outcome for too long, newest first, and nothing else", async () => {
    await bought(service);
    const first = await openPurchase("LOSE_ANSWER");
    const second = await openPurchase("RESET_BEFORE");
    expect(await stuck()).toEqual([second, first].map(({ id }) => ({ id, state: "UNKNOWN" })));
  });

  it("lists a purchase under way only once nothing can be on its way any more", async () => {
    await hold(service, "SHIP");
    const idempotencyKey = aKey();
    const buying = buy(service, { idempotencyKey });
    await arrived(service, "SHIP");
    const { id } = await purchaseBy(service, { idempotencyKey });
    const isStuck = async () => (await stuck()).some((row: { id: string }) => row.id === id);
    expect(await isStuck()).toBe(false);
    await sql(service, "update label_purchase set started_at = now() - interval '91 seconds' where id = $1", [id]);
    expect(await isStuck()).toBe(true);
    await service.control.release();
    await buying;
    expect(await isStuck()).toBe(false);
  });
});

describe("resolvePurchase", () => {
  it("CHECK_NOW asks UPS at once and adopts what it finds", async () => {
    const { id, reference } = await openPurchase("LOSE_ANSWER");
    expect(await resolve({ purchaseId: id, decision: "CHECK_NOW", reason: "customer waits" })).toEqual({
      purchase: { id, state: "PURCHASED" },
      shipment: { status: "PURCHASED" },
      userErrors: [],
    });
    expect(await decisions(id)).toEqual([{ actor: "tester", decision: "CHECK_NOW", reason: "customer waits" }]);
    const { shipment } = await purchaseBy(service, { id });
    expect(shipment.packages[0].trackingNumber).toBe((await booked(reference))?.shipmentIdentificationNumber);
  });

  it("CHECK_NOW leaves open what UPS does not know yet", async () => {
    const { id } = await openPurchase("RESET_BEFORE");
    expect(await resolve({ purchaseId: id, decision: "CHECK_NOW" })).toMatchObject({
      purchase: { id, state: "UNKNOWN" },
    });
  });

  it("ADOPT takes over the booking of a tracking number", async () => {
    const { id } = await openPurchase("RESET_BEFORE");
    const other = await service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference: "BY HAND" });
    const trackingNumber = other.packages[0]?.trackingNumber;
    expect(await resolve({ purchaseId: id, decision: "ADOPT", trackingNumber, reason: "UPS support" })).toEqual({
      purchase: { id, state: "PURCHASED" },
      shipment: { status: "PURCHASED" },
      userErrors: [],
    });
    expect(await decisions(id)).toEqual([
      { actor: "tester", decision: "ADOPT", reason: `${trackingNumber}: UPS support` },
    ]);
    const { shipment, charges } = await purchaseBy(service, { id });
    expect(shipment).toMatchObject({ packages: [{ trackingNumber }], charges: { isActualEstimated: true } });
    expect(charges).not.toBeNull();
  });

  it("ADOPT is refused without a number, for an unknown one, and is then not put on record twice", async () => {
    const { id } = await openPurchase("RESET_BEFORE");
    expect(await resolve({ purchaseId: id, decision: "ADOPT" })).toEqual(refused("REQUIRED", "trackingNumber"));
    expect(await decisions(id)).toEqual([]);
    const trackingNumber = "1Z0A1B2C0399999990";
    expect(await resolve({ purchaseId: id, decision: "ADOPT", trackingNumber })).toEqual(
      refused("NOT_FOUND", "trackingNumber"),
    );
    expect((await purchaseBy(service, { id })).state).toBe("UNKNOWN");
  });

  it("ADOPT is refused for a booking that another purchase has", async () => {
    const { shipment } = await bought(service);
    const { id } = await openPurchase("RESET_BEFORE");
    const [{ trackingNumber }] = shipment.packages;
    expect(await resolve({ purchaseId: id, decision: "ADOPT", trackingNumber })).toEqual(
      refused("NOT_ALLOWED", "trackingNumber"),
    );
    expect((await purchaseBy(service, { id })).state).toBe("UNKNOWN");
  });

  it("ADOPT is refused for a booking of other packages", async () => {
    const shipment = aShipment({ packages: [aPackage, aPackage] });
    const { id } = await openPurchase("RESET_BEFORE", { shipment });
    const other = await service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference: "ONE BOX" });
    const trackingNumber = other.packages[0]?.trackingNumber;
    expect(await resolve({ purchaseId: id, decision: "ADOPT", trackingNumber })).toEqual(
      refused("NOT_ALLOWED", "trackingNumber"),
    );
    expect((await booked("ONE BOX"))?.voidedAt).toBeNull();
  });

  it("ADOPT says when UPS cannot be asked", async () => {
    const { id } = await openPurchase("RESET_BEFORE");
    await service.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 5 });
    const answer = await resolve({ purchaseId: id, decision: "ADOPT", trackingNumber: "1Z0A1B2C0399999990" });
    expect(answer).toEqual(refused("CARRIER_UNAVAILABLE", "trackingNumber"));
  });

  it("NOT_CREATED frees the shipment at once", async () => {
    const { id, shipmentId } = await openPurchase("RESET_BEFORE");
    expect(await resolve({ purchaseId: id, decision: "NOT_CREATED", reason: "asked UPS" })).toEqual({
      purchase: { id, state: "NOT_CREATED" },
      shipment: { status: "DRAFT" },
      userErrors: [expect.objectContaining({ code: "CARRIER_UNAVAILABLE" })],
    });
    expect(await decisions(id)).toEqual([{ actor: "tester", decision: "NOT_CREATED", reason: "asked UPS" }]);
    expect((await bought(service, { shipmentId })).shipment.id).toBe(shipmentId);
    await makeDue(service);
  });

  it("decides on nothing that has ended, is under way, or is unknown", async () => {
    const { purchase } = await bought(service);
    const rejected = await buy(service, {
      shipment: aShipment({ shipTo: { ...newYork, name: "Refused Recipient", company: null } }),
    });
    for (const id of [purchase.id, rejected.purchase.id])
      for (const decision of ["CHECK_NOW", "ADOPT", "NOT_CREATED"])
        expect(await resolve({ purchaseId: id, decision })).toEqual(refused("NOT_ALLOWED", "purchaseId"));
    expect(await resolve({ purchaseId: "lpu_unknown", decision: "CHECK_NOW" })).toEqual(
      refused("NOT_FOUND", "purchaseId"),
    );
    expect(await decisions(purchase.id)).toEqual([]);
  });

  it("needs the scope admin", async () => {
    const { id } = await openPurchase("RESET_BEFORE");
    const { errors } = await service.execute(
      `mutation ($id: ID!) { resolvePurchase(input: { purchaseId: $id, decision: NOT_CREATED }) { userErrors { code } } }`,
      { id },
      { scopes: ["ship", "read", "quote"] },
    );
    expect(errors?.map((error) => (error.originalError as { code?: string }).code)).toEqual(["FORBIDDEN"]);
    expect(await requestCount(service, "RECOVER_LABEL")).toBe(0);
  });
});
