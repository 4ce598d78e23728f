import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { deriveReference, isDerivedReference } from "../../src/shipping/claim/carrier-reference.js";
import { aShipment, buy, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const secret = randomBytes(32);
const aTry = fc.record({
  tenantId: fc.oneof(fc.uuid(), fc.string()),
  idempotencyKey: fc.oneof(fc.string({ unit: "binary" }), fc.string()),
  number: fc.integer({ min: 1, max: 1_000 }),
});

describe("a reference derived from tenant, key and try", () => {
  it("has the form that the carrier's bar code holds, and is known for ours", () => {
    fc.assert(
      fc.property(aTry, (of) => {
        const reference = deriveReference(secret, of);
        expect(reference).toMatch(/^S[0-9A-HJKMNP-TV-Z]{13}$/);
        expect(isDerivedReference(secret, reference)).toBe(true);
        expect(deriveReference(secret, { ...of })).toBe(reference);
      }),
    );
  });

  it("is of one try only: another tenant, key or number has another", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aTry, { minLength: 2, maxLength: 50, selector: (of) => JSON.stringify(of) }),
        (tries) => {
          expect(new Set(tries.map((of) => deriveReference(secret, of))).size).toBe(tries.length);
        },
      ),
    );
  });

  it("does not run parts into one another", () => {
    const of = (tenantId: string, idempotencyKey: string) =>
      deriveReference(secret, { tenantId, idempotencyKey, number: 1 });
    expect(of("a", "bc")).not.toBe(of("ab", "c"));
    expect(of('a","b', "c")).not.toBe(of("a", 'b","c'));
  });

  it("cannot be computed without the secret, nor passes for another installation's", () => {
    const of = { tenantId: "t", idempotencyKey: "order-1", number: 1 };
    const foreign = Array.from({ length: 200 }, () => deriveReference(randomBytes(32), of));
    expect(new Set(foreign).size).toBe(200);
    expect(foreign.filter((reference) => isDerivedReference(secret, reference)).length).toBeLessThan(5);
  });

  it.each(["PO-1001", "SREFERENCE1234", "S00000000000000", "s0000000000000", ""])("is not taken from %p", (text) => {
    expect(isDerivedReference(Buffer.alloc(32, 7), text)).toBe(false);
  });
});

describe("a purchase", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
    await seedAccount(service);
  });
  afterAll(() => service.close());

  const secretOf = async () => (await sql(service, "select secret from reference_secret"))[0].secret as Buffer;
  const referenceOf = async (idempotencyKey: string, number: number) =>
    deriveReference(await secretOf(), { tenantId: service.tenantId, idempotencyKey, number });

  it("has the reference of its key's first try, and a repeat after one that was not sent that of the second", async () => {
    await service.control.addFault({ operation: "SHIP", kind: "RATE_LIMIT", times: 10 });
    const first = await buy(service, { idempotencyKey: "tried-twice" });
    expect(first.purchase).toMatchObject({
      state: "NOT_CREATED",
      carrierReference: await referenceOf("tried-twice", 1),
    });
    await service.control.clearFaults();
    const second = await buy(service, { idempotencyKey: "tried-twice" });
    expect(second.purchase).toMatchObject({
      state: "PURCHASED",
      carrierReference: await referenceOf("tried-twice", 2),
    });
  });

  it("goes on to the next try's reference where another tenant's purchase has the same, and is found by it", async () => {
    const as = { tenantId: service.otherTenantId };
    await seedAccount(service, {}, as);
    const other = await buy(service, {}, as);
    const taken = await referenceOf("collides", 1);
    await inTenant(service.database, service.otherTenantId, (manager) =>
      manager.query("update label_purchase set carrier_reference = $2 where id = $1", [other.purchase.id, taken]),
    );
    const { purchase } = await buy(service, { idempotencyKey: "collides" });
    expect(purchase).toMatchObject({ state: "PURCHASED", carrierReference: await referenceOf("collides", 2) });
    expect((await buy(service, { idempotencyKey: "collides" })).purchase.id).toBe(purchase.id);
  });

  it("goes to the carrier under that reference", async () => {
    await buy(service, { idempotencyKey: "sent", shipment: aShipment() });
    const references = (await service.control.ledger()).flatMap((booking) => booking.references);
    expect(references).toContain(await referenceOf("sent", 1));
  });

  it("of ten at once with one key that frees itself is bought once", async () => {
    await service.control.addFault({ operation: "SHIP", kind: "RATE_LIMIT", times: 2 });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => buy(service, { idempotencyKey: "ten-at-once" })),
    );
    await service.control.clearFaults();
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes.filter((code) => code !== "CONFLICT" && code !== "CARRIER_UNAVAILABLE")).toEqual([]);
    const again = await buy(service, { idempotencyKey: "ten-at-once" });
    expect(again.purchase.state).toBe("PURCHASED");
    const rows = await sql(service, "select 1 from label_purchase where idempotency_key = 'ten-at-once'");
    expect(rows).toHaveLength(1);
  });
});
