import { statementsDuring } from "../support/count-statements.js";
import { aShipment, bought, buy, voidShipment } from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

interface Package {
  id: string;
  trackingNumber: string;
  label: { id: string };
}

const buyLabels = async (input: Record<string, unknown>) => {
  const answer = await bought(service, { labelFormat: "ZPL", ...input });
  return {
    ...{ id: answer.shipment.id as string, purchaseId: answer.purchase.id as string },
    packages: answer.shipment.packages as [Package, ...Package[]],
  };
};
const ofPackages = (count: number) => ({ shipment: aShipment({ packages: Array(count).fill(aPackage) }) });
const anInstant = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);

const history = `
  voidState voidedAt service { code } carrierAccount { name }
  packages { trackingNumber trackingUrl voidState voidedAt voidMessages { text } package { id } purchase { id }
    label { id } recoveredLabels { id } tracker { status } }`;
const purchasesOf = async (id: string) =>
  (await service.run(`query ($id: ID!) { shipment(id: $id) { purchases { id ${history} } } }`, { id })).shipment
    .purchases;

describe("LabelPurchase", () => {
  it("keeps what it bought and what became of it, after the shipment is bought again", async () => {
    const first = await buyLabels(ofPackages(1));
    await voidShipment(service, { shipmentId: first.id });
    const second = await buyLabels({ shipmentId: first.id, service: "UPS_NEXT_DAY_AIR" });
    const row = ({ purchaseId, packages: [pkg] }: typeof first, status: string, voided: object) => ({
      ...{ trackingNumber: pkg.trackingNumber, trackingUrl: expect.stringContaining(pkg.trackingNumber) },
      ...{ package: { id: pkg.id }, purchase: { id: purchaseId }, label: { id: pkg.label.id } },
      ...{ recoveredLabels: [], tracker: { status }, voidMessages: [], ...voided },
    });
    const carrierAccount = { name: expect.stringMatching(/./) };
    expect(await purchasesOf(first.id)).toEqual([
      {
        ...{ id: second.purchaseId, voidState: "NOT_VOIDED", voidedAt: null, carrierAccount },
        service: { code: "UPS_NEXT_DAY_AIR" },
        packages: [row(second, "LABEL_CREATED", { voidState: "NOT_VOIDED", voidedAt: null })],
      },
      {
        ...{ id: first.purchaseId, voidState: "VOIDED", voidedAt: anInstant, carrierAccount },
        service: { code: "UPS_GROUND" },
        packages: [row(first, "VOIDED", { voidState: "VOIDED", voidedAt: anInstant })],
      },
    ]);
    expect(second.packages[0].trackingNumber).not.toBe(first.packages[0].trackingNumber);
  });

  it("is voided in part while a label of it is in force", async () => {
    const { id, packages } = await buyLabels(ofPackages(2));
    await voidShipment(service, { shipmentId: id, packageIds: [packages[1]?.id] });
    expect(await purchasesOf(id)).toMatchObject([
      {
        voidState: "PARTIALLY_VOIDED",
        voidedAt: null,
        packages: [{ voidState: "NOT_VOIDED" }, { voidState: "VOIDED" }],
      },
    ]);
  });

  it("says while a void has no answer yet", async () => {
    const { id } = await buyLabels(ofPackages(1));
    await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 9 });
    await voidShipment(service, { shipmentId: id });
    await service.control.clearFaults();
    expect(await purchasesOf(id)).toMatchObject([{ voidState: "VOID_PENDING", voidedAt: null }]);
  });

  it("has nothing where nothing was bought", async () => {
    const shipTo = { ...newYork, name: "Refused Recipient", company: null };
    const { purchase } = await buy(service, { shipment: aShipment({ shipTo }) });
    const { labelPurchase } = await service.run(
      `query ($id: ID!) { labelPurchase(id: $id) { voidState voidedAt packages { id } } }`,
      { id: purchase.id },
    );
    expect(labelPurchase).toEqual({ voidState: null, voidedAt: null, packages: [] });
  });
});

describe("ShipmentPackage.purchases", () => {
  const query = `query ($id: ID!, $first: Int) {
    shipment(id: $id) { packages { purchases(first: $first) { id trackingNumber voidState label { id } } } } }`;
  const ofFirst = async (id: string, first?: number) =>
    (await service.run(query, { id, first })).shipment.packages[0].purchases;

  it("lists what each purchase gave the package, newest first, as many as asked for", async () => {
    const bought = [await buyLabels(ofPackages(1))];
    const { id } = bought[0]!;
    for (let count = 0; count < 2; count += 1) {
      await voidShipment(service, { shipmentId: id });
      bought.push(await buyLabels({ shipmentId: id }));
    }
    const rows = bought.reverse().map(({ packages: [pkg] }, index) => ({
      ...{ id: expect.stringMatching(/^ppk_/), trackingNumber: pkg.trackingNumber, label: { id: pkg.label.id } },
      voidState: index === 0 ? "NOT_VOIDED" : "VOIDED",
    }));
    expect(await ofFirst(id)).toEqual(rows);
    expect(await ofFirst(id, 2)).toEqual(rows.slice(0, 2));
  });

  it.each([0, 101])("refuses first %i", async (first) => {
    const { id } = await buyLabels(ofPackages(1));
    const { errors } = await service.execute(query, { id, first });
    expect(errors?.map((error) => (error.originalError as { code?: string }).code)).toEqual(["BAD_USER_INPUT"]);
  });
});

it("costs one statement for each step, however many shipments and purchases", async () => {
  for (let count = 0; count < 2; count += 1) {
    const { id } = await buyLabels(ofPackages(2));
    await voidShipment(service, { shipmentId: id });
    await buyLabels({ shipmentId: id });
  }
  const query = `query { shipments(first: 5) { nodes { purchases { voidState packages { label { id } package { id } purchase { id } } } packages { purchases { id } } } } }`;
  const statements = await statementsDuring(() => service.run(query));
  expect(statements.map((text) => /FROM "(\w+)"/.exec(text)?.[1]).sort()).toEqual([
    "label_purchase",
    "label_purchase",
    "purchased_package",
    "purchased_package",
    "shipment",
    "shipment_package",
    "shipment_package",
    "shipping_label",
  ]);
});
