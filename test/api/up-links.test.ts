import { statementsDuring } from "../support/count-statements.js";
import { aShipment, bought, draft, voidShipment } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

const buyTwo = async () => {
  const shipment = aShipment({ packages: [aPackage, aPackage] });
  return (await bought(service, { shipment, labelFormat: "ZPL" })).shipment as {
    id: string;
    packages: { id: string; trackingNumber: string; label: { id: string } }[];
  };
};
const up = "package { id shipment { id } } shipment { id }";
const upTo = (shipment: { id: string }, pkg: { id: string }) => ({
  package: { id: pkg.id, shipment: { id: shipment.id } },
  shipment: { id: shipment.id },
});
const tracker = async (trackingNumber: string) => {
  const query = `query ($number: String!) { tracker(carrierCode: "UPS", trackingNumber: $number) { id ${up}
    purchasedPackage { trackingNumber voidState label { id } } } }`;
  return (await service.run(query, { number: trackingNumber })).tracker;
};

it("a label leads to its package, its purchase and its shipment", async () => {
  const shipment = await buyTwo();
  for (const pkg of shipment.packages) {
    const query = `query ($id: ID!) { shippingLabel(id: $id) { purchase { shipment { id } } ${up} } }`;
    const { shippingLabel } = await service.run(query, { id: pkg.label.id });
    expect(shippingLabel).toEqual({ ...upTo(shipment, pkg), purchase: { shipment: { id: shipment.id } } });
  }
});

it("a tracker leads to its package and its shipment, also once its label is voided", async () => {
  const shipment = await buyTwo();
  const pkg = shipment.packages[1]!;
  expect(await tracker(pkg.trackingNumber)).toMatchObject(upTo(shipment, pkg));
  await voidShipment(service, { shipmentId: shipment.id });
  await bought(service, { shipmentId: shipment.id });
  expect(await tracker(pkg.trackingNumber)).toMatchObject({
    ...upTo(shipment, pkg),
    purchasedPackage: { trackingNumber: pkg.trackingNumber, voidState: "VOIDED", label: { id: pkg.label.id } },
  });
});

it("a tracker of a number that was not bought here leads nowhere", async () => {
  const { packages } = await buyTwo();
  const number = packages[0]!.trackingNumber;
  const as = { tenantId: service.otherTenantId };
  await seedAccount(service, {}, as);
  const query = `query ($number: String!) { tracker(carrierCode: "UPS", trackingNumber: $number) { trackingNumber ${up} } }`;
  const { tracker: foreign } = await service.run(query, { number }, as);
  expect(foreign).toEqual({ trackingNumber: number, package: null, shipment: null });
});

it("a package of a draft leads to it", async () => {
  const id = await draft(service);
  const query = "query ($id: ID!) { shipment(id: $id) { packages { shipment { id } } } }";
  expect((await service.run(query, { id })).shipment.packages).toEqual([{ shipment: { id } }]);
});

it("buyers get no further up than what is under way to them", async () => {
  const shipment = await buyTwo();
  const ids = [];
  for (const { trackingNumber } of shipment.packages) ids.push((await tracker(trackingNumber)).id);
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Tracker { ${up} } } }`;
  const representations = ids.map((id) => ({ __typename: "Tracker", id }));
  const asBuyer = async () => (await service.run(query, { representations }, { scopes: ["quote"] }))._entities;
  expect(await asBuyer()).toEqual(shipment.packages.map((pkg) => upTo(shipment, pkg)));
  await voidShipment(service, { shipmentId: shipment.id });
  expect(await asBuyer()).toEqual([null, null]);
});

it("costs one statement for each step, of however many rows", async () => {
  for (let count = 0; count < 3; count += 1) await buyTwo();
  const source = (text: string) => /FROM "(\w+)"/.exec(text)?.[1];
  const labels = await statementsDuring(() => service.run(`query { shippingLabels(first: 6) { nodes { ${up} } } }`));
  expect(labels.map(source).sort()).toEqual(["purchased_package", "shipment", "shipment_package", "shipping_label"]);
  const trackers = await statementsDuring(() =>
    service.run(`query { shipments(first: 3) { nodes { packages { tracker { ${up} } } } } }`),
  );
  expect(trackers.map(source).sort()).toEqual([
    ...["purchased_package", "purchased_package", "shipment", "shipment", "shipment_package", "shipment_package"],
    "tracker",
  ]);
});
