import { createGuessLimit } from "../../src/rate-limits/guess-limit.js";
import { trackDelivery } from "../../src/shipping/tracking/track-delivery.js";
import { statementsDuring } from "../support/count-statements.js";
import { erase } from "../support/erasures.js";
import { plainSelection } from "../support/plain-selection.js";
import { aShipment, bought, requestCount, sql, voidShipment } from "../support/purchases.js";
import { buyReturn } from "../support/returns.js";
import { newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { type As, startTestService, type TestService } from "../support/service.js";
import { refreshTracker } from "../support/tracking.js";

const buyer = { scopes: ["quote"] } as const;
const unknown = "1Z0000000000000000";

let service: TestService;
let number: string;
let source: string;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  [number] = await buyOne();
  const selection = plainSelection(service.schema, "TrackedDelivery");
  source = `query ($number: String!, $code: String!) {
    trackDelivery(trackingNumber: $number, postalCode: $code) { ${selection} events { ${plainSelection(service.schema, "DeliveryEvent")} } } }`;
});
afterAll(() => service.close());

async function buyOne(parts: Record<string, unknown> = {}): Promise<[string, string]> {
  const { shipment } = await bought(service, { shipment: aShipment(parts) });
  return [shipment.packages[0].trackingNumber, shipment.id];
}

const follow = async (of: string, code: string, as: As = buyer) =>
  (await service.run(source, { number: of, code }, as)).trackDelivery;

/** The service with limits of its own. */
const guarded = (ofOne: number, ofCaller: number) => {
  const deliveryGuesses = createGuessLimit({ ofOne, ofCaller, isShared: true }, service.database);
  const deps = { ...service.deps, deliveryGuesses };
  return (trackingNumber: string, postalCode: string) =>
    trackDelivery(deps, service.context(buyer).actor, { trackingNumber, postalCode }).then(
      (found) => (found === null ? "NULL" : "FOUND"),
      (error) => error.code,
    );
};

describe("a package that is followed by its number and postal code", () => {
  it("tells how far it is and nothing else, without asking the carrier", async () => {
    await refreshTracker(service, { carrierCode: "UPS", trackingNumber: number });
    await service.control.clearRequests();
    const answer = await follow(number, "10007");
    expect(answer).toMatchObject({
      status: "LABEL_CREATED",
      deliveredAt: null,
      carrierName: "UPS",
      url: expect.stringContaining(number),
      events: [{ status: "LABEL_CREATED" }],
    });
    expect(await requestCount(service, "TRACK")).toBe(0);
    expect(JSON.stringify(answer)).not.toMatch(/City Hall|Front Desk|94102|10007|shp_|trk_/);
  });

  it.each(["10007", " 10007-1234", "US-10007", "100071234"])(
    "is found however the code is written: %s",
    async (code) => {
      expect(await follow(` ${number.toLowerCase()} `, code)).not.toBeNull();
    },
  );

  it("is found by the buyer's code on its way back, and not by the merchant's", async () => {
    const { shipment } = await buyReturn(service, {
      shipment: { ...aShipment(), shipFrom: newYork, shipTo: sanFrancisco },
    });
    const [{ trackingNumber }] = shipment.packages;
    expect(await follow(trackingNumber, newYork.postalCode)).toMatchObject({ status: "LABEL_CREATED" });
    expect(await follow(trackingNumber, sanFrancisco.postalCode)).toBeNull();
  });

  it("tells the day that was offered while the carrier tells none", async () => {
    const ask = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
      quotes { id estimatedDeliveryDate service { code } } } }`;
    const { packages, shipTo } = aShipment() as Record<string, unknown>;
    const { shippingRates } = await service.run(ask, { input: { packages, shipTo } });
    const quote = shippingRates.quotes.find((each: { estimatedDeliveryDate: unknown }) => each.estimatedDeliveryDate);
    const { shipment } = await bought(service, {
      shipment: { ...aShipment(), service: undefined, rateQuoteId: quote.id },
    });
    expect(await follow(shipment.packages[0].trackingNumber, "10007")).toMatchObject({
      estimatedDeliveryDate: quote.estimatedDeliveryDate,
    });
  });
});

describe("nothing is told", () => {
  it("of another code, an unknown number, no code, or a number that cannot be", async () => {
    const codes = ["10008", "", "0", "1000"].map((code) => follow(number, code));
    expect(await Promise.all(codes)).toEqual([null, null, null, null]);
    expect(await Promise.all([follow(unknown, "10007"), follow("", ""), follow("9".repeat(90), "10007")])).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("to another tenant", async () => {
    expect(await follow(number, "10007", { ...buyer, tenantId: service.otherTenantId })).toBeNull();
  });

  it("where the destination has no code", async () => {
    const [of, id] = await buyOne();
    await sql(service, "update shipment set ship_to = ship_to || '{\"postalCode\": null}' where id = $1", [id]);
    expect(await Promise.all([follow(of, ""), follow(of, "-"), follow(of, "10007")])).toEqual([null, null, null]);
  });

  it("of a label that is voided, or of a person who is erased", async () => {
    const [voided, id] = await buyOne();
    const [erased] = await buyOne({ orderId: "to be forgotten" });
    expect(await follow(erased, "10007")).not.toBeNull();
    await voidShipment(service, { shipmentId: id });
    await erase(service, { orderId: "to be forgotten" });
    expect(await Promise.all([follow(voided, "10007"), follow(erased, "10007")])).toEqual([null, null]);
  });

  it("by the work it makes: a wrong code and an unknown number cost the same statements", async () => {
    const wrong = await statementsDuring(() => follow(number, "10010"));
    expect(await statementsDuring(() => follow(unknown, "10010"))).toEqual(wrong);
    expect(wrong).toHaveLength(1);
  });
});

describe("postal codes that are guessed", () => {
  beforeEach(() => sql(service, "delete from request_count where tenant_id = $1", [service.tenantId]));

  it("are refused after so many for a number, the right one too, and right ones count nothing before", async () => {
    const ask = guarded(3, 0);
    for (const _ of [1, 2, 3, 4]) expect(await ask(number, "10007")).toBe("FOUND");
    const asked = ["10001", "10002", "10003", "10004", "10007"];
    const answers = [];
    for (const code of asked) answers.push(await ask(number, code));
    expect(answers).toEqual(["NULL", "NULL", "NULL", "RATE_LIMITED", "RATE_LIMITED"]);
    expect(await ask((await buyOne())[0], "10007")).toBe("FOUND");
  });

  it("are refused for an unknown number alike", async () => {
    const ask = guarded(1, 0);
    expect([await ask(unknown, "10001"), await ask(unknown, "10001")]).toEqual(["NULL", "RATE_LIMITED"]);
  });

  it("cannot be sent all at once", async () => {
    const ask = guarded(3, 0);
    const codes = Array.from({ length: 12 }, (_, index) => `1010${index % 10}`);
    const answers = await Promise.all(codes.map((code) => ask(number, code)));
    expect(answers.filter((answer) => answer === "NULL")).toHaveLength(3);
  });

  it("are counted for a caller over all numbers", async () => {
    const ask = guarded(0, 2);
    const answers = [];
    for (const each of ["1Z1", "1Z2", "1Z3"]) answers.push(await ask(each, "10007"));
    expect(answers).toEqual(["NULL", "NULL", "RATE_LIMITED"]);
  });

  it("are refused with the code for too many, without a setting after ten", async () => {
    const [of] = await buyOne();
    for (let wrong = 0; wrong < 10; wrong += 1) expect(await follow(of, "10001")).toBeNull();
    const { errors } = await service.execute(source, { number: of, code: "10007" }, buyer);
    expect(errors?.map(({ originalError }) => originalError)).toEqual([
      expect.objectContaining({ code: "RATE_LIMITED", retryable: true, retryAfterSeconds: expect.any(Number) }),
    ]);
  });

  it("are counted by one server alone where servers do not share, and not at all without a limit", async () => {
    const limit = (ofOne: number) => createGuessLimit({ ofOne, ofCaller: ofOne, isShared: false }, service.database);
    const actor = { tenantId: service.tenantId, subject: "somebody" };
    const single = limit(1);
    await (await single.count(actor, number))();
    await single.count(actor, number);
    await expect(single.count(actor, number)).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: 3_600 });
    const none = limit(0);
    for (const _ of [1, 2, 3]) await none.count(actor, number);
  });
});
