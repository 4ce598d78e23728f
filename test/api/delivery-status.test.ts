import { statementsDuring } from "../support/count-statements.js";
import { aShipment, bought, sql, voidShipment } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { refreshTracker, travelTo } from "../support/tracking.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(() => travelTo(service, "2026-03-02T15:00:00Z"));
afterEach(() => service.control.clearFaults());
afterAll(() => service.close());

interface Package {
  id: string;
  trackingNumber: string;
}

const buyPackages = async (count: number) => {
  const shipment = aShipment({ service: "UPS_NEXT_DAY_AIR", packages: Array(count).fill(aPackage) });
  const { id, packages } = (await bought(service, { shipment, labelFormat: "ZPL" })).shipment;
  return { id: id as string, packages: packages as [Package, ...Package[]] };
};
const deliver = async (...packages: Package[]) => {
  await travelTo(service, "2026-03-20T00:00:00Z");
  for (const { trackingNumber } of packages) await refreshTracker(service, { carrierCode: "UPS", trackingNumber });
};
const statusOf = async (id: string, scopes: ("read" | "quote")[] = ["read"]) =>
  (await service.run("query ($id: ID!) { shipment(id: $id) { deliveryStatus } }", { id }, { scopes })).shipment
    .deliveryStatus;

it("is delivered when every package is, and in part before", async () => {
  const { id, packages } = await buyPackages(2);
  expect(await statusOf(id)).toBe("LABEL_CREATED");
  await deliver(packages[0]);
  expect(await statusOf(id)).toBe("PARTIALLY_DELIVERED");
  await deliver(...packages);
  expect(await statusOf(id)).toBe("DELIVERED");
  expect(await statusOf(id, ["quote"])).toBe("DELIVERED");
});

it("does not count voided packages, nor those about to be voided", async () => {
  const { id, packages } = await buyPackages(3);
  await deliver(packages[0]);
  await travelTo(service, "2026-03-02T15:00:00Z");
  await voidShipment(service, { shipmentId: id, packageIds: [packages[1]?.id] });
  expect(await statusOf(id)).toBe("PARTIALLY_DELIVERED");
  await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 9 });
  await voidShipment(service, { shipmentId: id, packageIds: [packages[2]?.id] });
  expect(await statusOf(id)).toBe("DELIVERED");
});

it("is of the labels in force: none after a void, and those that are bought then", async () => {
  const { id } = await buyPackages(1);
  await voidShipment(service, { shipmentId: id });
  expect(await statusOf(id)).toBeNull();
  await bought(service, { shipmentId: id });
  expect(await statusOf(id)).toBe("LABEL_CREATED");
});

const both = (first: string, second: string) => [first, second] as [string, string];
it.each([
  [both("EXCEPTION", "OUT_FOR_DELIVERY"), "EXCEPTION"],
  [both("VOIDED", "IN_TRANSIT"), "EXCEPTION"],
  [both("RETURNED", "IN_TRANSIT"), "RETURNING"],
  [both("RETURNED", "RETURNED"), "RETURNED"],
  [both("RETURNED", "DELIVERED"), "PARTIALLY_DELIVERED"],
  [both("AVAILABLE_FOR_PICKUP", "OUT_FOR_DELIVERY"), "AVAILABLE_FOR_PICKUP"],
  [both("OUT_FOR_DELIVERY", "IN_TRANSIT"), "OUT_FOR_DELIVERY"],
  [both("LABEL_CREATED", "IN_TRANSIT"), "IN_TRANSIT"],
  [both("UNKNOWN", "LABEL_CREATED"), "LABEL_CREATED"],
  [both("UNKNOWN", "UNKNOWN"), "UNKNOWN"],
])("of packages that are %p it is %s", async (statuses, expected) => {
  const { id, packages } = await buyPackages(2);
  for (const [index, { trackingNumber }] of packages.entries())
    await sql(service, "update tracker set status = $2 where tracking_number = $1", [trackingNumber, statuses[index]]);
  expect(await statusOf(id)).toBe(expected);
});

it("costs one statement for each step, and nothing at the carrier", async () => {
  await buyPackages(2);
  await buyPackages(3);
  await service.control.clearRequests();
  const statements = await statementsDuring(() => service.run("{ shipments(first: 2) { nodes { deliveryStatus } } }"));
  expect(statements.map((text) => /FROM "(\w+)"/.exec(text)?.[1])).toEqual([
    "shipment",
    "shipment_package",
    "purchased_package",
    "tracker",
  ]);
  expect(await service.control.requests()).toEqual([]);
});
