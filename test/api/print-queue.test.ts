import { aKey, aShipment, bought, voidShipment } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

interface Label {
  id: string;
  trackingNumber: string;
  isInForce: boolean;
  shipment: { id: string };
}

/** Labels of this shipment only, newest first. */
const listed = async (shipmentId: string, filter: Record<string, unknown>): Promise<Label[]> => {
  const query = `query ($filter: ShippingLabelFilter) {
    shippingLabels(first: 100, filter: $filter) { nodes { id trackingNumber isInForce shipment { id } } } }`;
  const { shippingLabels } = await service.run(query, { filter });
  return shippingLabels.nodes.filter(({ shipment }: Label) => shipment.id === shipmentId);
};
const toPrint = async (id: string) => (await listed(id, { isPrinted: false })).map((label) => label.id);

const mark = async (input: Record<string, unknown>) => {
  const mutation = `mutation ($input: MarkLabelsPrintedInput!) {
    markLabelsPrinted(input: $input) { labels { id } userErrors { code field } } }`;
  return (await service.run(mutation, { input })).markLabelsPrinted;
};
const recover = async (input: Record<string, unknown>) => {
  const mutation = `mutation ($input: RecoverLabelInput!) {
    recoverLabel(input: $input) { label { id isForAllPackages isInForce } userErrors { code field } } }`;
  return (await service.run(mutation, { input })).recoverLabel;
};

const buyLabels = async (count: number, input: Record<string, unknown> = {}) => {
  const shipment = aShipment({ packages: Array(count).fill(aPackage) });
  const answer = await bought(service, { shipment, labelFormat: "ZPL", ...input });
  const packages = answer.shipment.packages as { id: string; trackingNumber: string; label: { id: string } }[];
  return { id: answer.shipment.id as string, packages, labels: packages.map((pkg) => pkg.label.id) };
};

describe("the print queue", () => {
  it("holds the labels that were bought again, and not the voided ones", async () => {
    const first = await buyLabels(1);
    await voidShipment(service, { shipmentId: first.id });
    expect(await toPrint(first.id)).toEqual([]);
    const { shipment } = await bought(service, { shipmentId: first.id, labelFormat: "ZPL" });
    const [{ label }] = shipment.packages;
    expect(await toPrint(first.id)).toEqual([label.id]);
    expect((await listed(first.id, { isInForce: false })).map(({ id }) => id)).toEqual(first.labels);
    expect((await listed(first.id, { isInForce: true })).map(({ id }) => id)).toEqual([label.id]);
    expect((await listed(first.id, {})).map(({ isInForce }) => isInForce)).toEqual([true, false]);
  });

  it("drops one package's label when that package is voided", async () => {
    const { id, packages, labels } = await buyLabels(2);
    await voidShipment(service, { shipmentId: id, packageIds: [packages[0]?.id] });
    expect(await toPrint(id)).toEqual([labels[1]]);
  });

  it("does not hold a label while the carrier is being asked to void it", async () => {
    const { id, labels } = await buyLabels(1);
    await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 9 });
    await voidShipment(service, { shipmentId: id });
    await service.control.clearFaults();
    expect(await toPrint(id)).toEqual([]);
    expect(await mark({ labelIds: labels })).toEqual({
      labels: null,
      userErrors: [{ code: "ALREADY_VOIDED", field: ["input", "labelIds", "0"] }],
    });
  });

  it("holds a label again whose void the carrier refuses", async () => {
    const { id, labels } = await buyLabels(1);
    await service.control.advanceClock(40 * 86_400);
    await voidShipment(service, { shipmentId: id });
    await service.control.advanceClock(-40 * 86_400);
    expect(await toPrint(id)).toEqual(labels);
  });

  it("does not hold a copy of a label, printed or not", async () => {
    const { id, packages, labels } = await buyLabels(1);
    const recovered = await recover({ packageId: packages[0]?.id, format: "EPL" });
    expect(recovered.userErrors).toEqual([]);
    expect(await toPrint(id)).toEqual(labels);
    await mark({ labelIds: labels });
    expect((await recover({ labelId: labels[0], format: "GIF" })).label).toMatchObject({ isInForce: true });
    expect(await toPrint(id)).toEqual([]);
    expect((await listed(id, { isRecovered: true })).map((label) => label.id)).toContain(recovered.label.id);
  });

  it("lets go of the label whose copy was printed instead", async () => {
    const { id, packages, labels } = await buyLabels(2);
    const { label } = await recover({ packageId: packages[0]?.id, format: "EPL" });
    expect(await mark({ labelIds: [label.id] })).toEqual({ labels: [{ id: label.id }], userErrors: [] });
    expect(await toPrint(id)).toEqual([labels[1]]);
  });

  it("lets go of all packages' labels with the one file that holds them", async () => {
    const { id } = await buyLabels(3);
    const { label } = await recover({ shipmentId: id, format: "PDF" });
    expect(label.isForAllPackages).toBe(true);
    await mark({ labelIds: [label.id] });
    expect(await toPrint(id)).toEqual([]);
  });

  it("marks with a key only what is in force", async () => {
    const idempotencyKey = aKey();
    const { id, packages, labels } = await buyLabels(2, { idempotencyKey });
    await voidShipment(service, { shipmentId: id, packageIds: [packages[0]?.id] });
    expect(await mark({ idempotencyKey })).toEqual({ labels: [{ id: labels[1] }], userErrors: [] });
    await voidShipment(service, { shipmentId: id });
    const userErrors = [{ code: "ALREADY_VOIDED", field: ["input", "idempotencyKey"] }];
    expect(await mark({ idempotencyKey })).toEqual({ labels: null, userErrors });
  });
});

describe("a file that holds the labels of all packages", () => {
  it("is in force only while none of them is voided", async () => {
    const { id, packages } = await buyLabels(3);
    const { label } = await recover({ shipmentId: id, format: "PDF" });
    await voidShipment(service, { shipmentId: id, packageIds: [packages[2]?.id] });
    const copies = { isRecovered: true };
    expect(await listed(id, copies)).toMatchObject([{ id: label.id, isInForce: false }]);
    const again = await recover({ shipmentId: id, format: "PDF" });
    expect(again.label).toMatchObject({ isForAllPackages: true, isInForce: true });
    expect((await listed(id, copies)).map(({ isInForce }) => isInForce)).toEqual([true, false]);
  });
});

it("keeps no copy of a label that is voided while the carrier is asked for it", async () => {
  const { id } = await buyLabels(1);
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "HOLD", times: 1 });
  const recovering = recover({ shipmentId: id, format: "EPL" });
  while (!(await service.control.requests()).some(({ operation }) => operation === "RECOVER_LABEL"));
  await voidShipment(service, { shipmentId: id });
  await service.control.release();
  expect(await recovering).toEqual({
    label: null,
    userErrors: [{ code: "ALREADY_VOIDED", field: ["input", "shipmentId"] }],
  });
  expect(await listed(id, { isRecovered: true })).toEqual([]);
});
