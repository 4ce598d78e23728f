import { Decimal } from "decimal.js";
import { createCarrierAccount } from "../../src/shipping/account/create-carrier-account.js";
import { changeAccount } from "../support/accounts.js";
import { createFakeCarrier, type FakeCarrier } from "../support/fake-carrier.js";
import { aKey, aShipment, bought, buy, draft, makeDue, sql, voidShipment } from "../support/purchases.js";
import { addMethod } from "../support/rate-setup.js";
import { aPackage, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
let fake: FakeCarrier;
let accountId: string;
let pigeonAccountId: string;
beforeAll(async () => {
  fake = createFakeCarrier();
  service = await startTestService({ carriers: [fake] });
  accountId = await seedAccount(service);
  pigeonAccountId = await addPigeonAccount();
});
beforeEach(() => service.control.clearFaults());
afterAll(() => service.close());

async function addPigeonAccount(): Promise<string> {
  const actor = { tenantId: service.tenantId, subject: "tester" };
  const { value } = await createCarrierAccount(service.deps, actor, {
    ...{ name: "Loft", environment: "SIMULATOR", accountNumber: "1234" },
    credentials: { carrierCode: "PIGEON", at: ["input", "pigeon"], texts: { apiKey: "brass" } },
    address: sanFrancisco,
  });
  await changeAccount(service, "activateCarrierAccount", { carrierAccountId: value!.id });
  return value!.id;
}

const money = "{ amount currencyCode }";
const shipmentCharges = `query ($id: ID!) { shipment(id: $id) {
  charges {
    estimated ${money} purchased ${money} voided ${money} actual ${money} paidByMerchant ${money} paidByOthers ${money}
    isActualEstimated hasUnknownVoidedCharges invoiceable ${money} invoiceableBasis
  }
  purchases {
    state paidBy charges ${money} purchasedCharges ${money} voidedCharges ${money} hasEstimatedCharges
    hasUnknownVoidedCharges chargeItems { carrierChargeCode kind name amount ${money} }
    packages { charges ${money} chargeItems { kind amount ${money} } }
  }
  packages { id }
} }`;
const chargesOf = async (id: string) => (await service.run(shipmentCharges, { id })).shipment;

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const sumOf = (monies: { amount: string }[]) => Decimal.sum(0, ...monies.map(({ amount }) => amount)).toFixed(2);
const minus = (a: string, b: string) => usd(new Decimal(a).minus(b).toFixed(2));

const ofUps = (parts: Record<string, unknown> = {}) => aShipment({ carrierAccountId: accountId, ...parts });
const threeBoxes = (options: object = {}) =>
  ofUps({ packages: [aPackage, aPackage, aPackage], options: { signature: "SIGNATURE", ...options } });

describe("what the carrier charged", () => {
  it("is kept in the parts that it itemised, which add up to it", async () => {
    const { shipment, purchase } = await bought(service, { shipment: threeBoxes() });
    const { purchases } = await chargesOf(shipment.id);
    const signature = { kind: "SIGNATURE", amount: usd("6.65") };
    expect(purchases[0].packages).toMatchObject(Array(3).fill({ charges: usd("6.65"), chargeItems: [signature] }));
    expect(purchases[0].chargeItems.map(({ kind }: { kind: string }) => kind)).toEqual([
      "BASE",
      "FUEL",
      "SIGNATURE",
      "OTHER",
    ]);
    expect(sumOf(purchases[0].chargeItems.map(({ amount }: { amount: { amount: string } }) => amount))).toBe(
      purchase.charges.amount,
    );
    expect(purchases).toMatchObject([
      { charges: purchase.charges, purchasedCharges: purchase.charges, voidedCharges: usd("0.00"), paidBy: "SENDER" },
    ]);
  });

  it("is rated afterwards in its parts where the answer was lost, and says so", async () => {
    await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER", times: 1 });
    const { shipment } = await buy(service, { shipment: ofUps() });
    await makeDue(service);
    await sweepDuePurchases(service.deps);
    const { charges, purchases } = await chargesOf(shipment.id);
    expect(charges.isActualEstimated).toBe(true);
    expect(purchases[0]).toMatchObject({ hasEstimatedCharges: true, charges: charges.actual });
    expect(sumOf(purchases[0].chargeItems.map(({ amount }: { amount: { amount: string } }) => amount))).toBe(
      charges.actual.amount,
    );
  });
});

describe("what was voided", () => {
  it("is subtracted and shown beside, and the purchases sum to what is left after void and rebuy", async () => {
    const { shipment, purchase: first } = await bought(service, { shipment: ofUps() });
    await voidShipment(service, { shipmentId: shipment.id });
    const { charges: voided } = await chargesOf(shipment.id);
    expect(voided).toMatchObject({
      purchased: first.charges,
      voided: first.charges,
      ...{ actual: usd("0.00"), paidByMerchant: usd("0.00"), paidByOthers: usd("0.00") },
      ...{ invoiceable: usd("0.00"), invoiceableBasis: "VOIDED", hasUnknownVoidedCharges: false },
    });
    const again = await bought(service, { shipmentId: shipment.id, service: "UPS_2ND_DAY_AIR" });
    const { charges, purchases } = await chargesOf(shipment.id);
    const { amount } = again.purchase.charges;
    expect(charges).toMatchObject({
      purchased: usd(new Decimal(amount).plus(first.charges.amount).toFixed(2)),
      voided: first.charges,
      ...{ actual: usd(amount), invoiceable: usd(amount), invoiceableBasis: "ACTUAL" },
    });
    expect(sumOf(purchases.map((labels: { charges: { amount: string } }) => labels.charges))).toBe(
      charges.actual.amount,
    );
    expect(purchases[1]).toMatchObject({
      charges: usd("0.00"),
      purchasedCharges: first.charges,
      voidedCharges: first.charges,
    });
  });

  it("of one package is what the carrier charged for it, where it told all packages' charges", async () => {
    const heavy = { ...aPackage, weight: { value: 3, unit: "LB" } };
    const packages = [aPackage, heavy];
    const byPigeon = { carrierAccountId: pigeonAccountId, service: "PIGEON_DAY", shipTo: newYork, packages };
    const { shipment, purchase } = await bought(service, { shipment: byPigeon, labelFormat: "ZPL" });
    await voidShipment(service, { shipmentId: shipment.id, packageIds: [shipment.packages[1].id] });
    const { charges, purchases } = await chargesOf(shipment.id);
    const rest = minus(purchase.charges.amount, "16.00");
    expect(charges).toMatchObject({
      ...{ purchased: purchase.charges, voided: usd("16.00"), actual: rest, hasUnknownVoidedCharges: false },
      ...{ invoiceable: rest, invoiceableBasis: "ACTUAL" },
    });
    expect(purchases).toMatchObject([{ charges: rest, voidedCharges: usd("16.00"), hasUnknownVoidedCharges: false }]);
    expect(purchases[0].packages.map((pkg: { charges: object }) => pkg.charges)).toEqual([rest, usd("0.00")]);
  });

  it("of one package is what is known of it, and says that it is not all, where the carrier did not tell", async () => {
    const { shipment, purchase } = await bought(service, { shipment: threeBoxes() });
    await voidShipment(service, { shipmentId: shipment.id, packageIds: [shipment.packages[0].id] });
    const { charges, purchases } = await chargesOf(shipment.id);
    expect(charges).toMatchObject({
      hasUnknownVoidedCharges: true,
      purchased: purchase.charges,
      actual: minus(purchase.charges.amount, charges.voided.amount),
    });
    expect(Number(charges.voided.amount)).toBeLessThan(Number(purchase.charges.amount) / 2);
    expect(purchases).toMatchObject([{ charges: charges.actual, hasUnknownVoidedCharges: true }]);
    await voidShipment(service, { shipmentId: shipment.id });
    expect((await chargesOf(shipment.id)).charges).toMatchObject({
      ...{ voided: purchase.charges, actual: usd("0.00"), hasUnknownVoidedCharges: false },
    });
  });
});

describe("what is invoiced", () => {
  it("is the actual charge where the policy is ESTIMATED and no offer was accepted, and says so", async () => {
    const { id } = await addMethod(service, accountId, { service: "UPS_GROUND" });
    await sql(service, "update shipping_method set invoicing_policy = 'ESTIMATED' where id = $1", [id]);
    const { service: _, ...unchosen } = ofUps();
    const shipmentId = await draft(service, { ...unchosen, service: null, shippingMethodId: id });
    expect((await chargesOf(shipmentId)).charges).toMatchObject({ invoiceable: null, invoiceableBasis: null });
    const { purchase } = await bought(service, { shipmentId });
    expect((await chargesOf(shipmentId)).charges).toMatchObject({
      ...{ estimated: null, invoiceable: purchase.charges, invoiceableBasis: "ACTUAL" },
    });
  });

  it("is nothing of what the carrier bills to the recipient, which stands apart from what the merchant pays", async () => {
    const buyer = { payerAccountNumber: "X9Y8Z7", payerPostalCode: "10007", payerCountryCode: "US" };
    const shipment = ofUps({ options: { payer: "RECIPIENT", ...buyer } });
    const answer = await bought(service, { idempotencyKey: aKey(), shipment });
    const { charges, purchases } = await chargesOf(answer.shipment.id);
    expect(purchases).toMatchObject([{ paidBy: "RECIPIENT", charges: answer.purchase.charges }]);
    expect(charges).toMatchObject({
      ...{ actual: answer.purchase.charges, paidByMerchant: usd("0.00"), paidByOthers: answer.purchase.charges },
      ...{ invoiceable: usd("0.00"), invoiceableBasis: "PAID_BY_OTHERS" },
    });
  });
});
