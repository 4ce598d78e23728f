import { voidCodes } from "../../src/ups/words/error-codes/void-codes.js";
import { aShipment, bought, makeDue, voidShipment } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(() => service.control.clearFaults());
afterAll(() => service.close());

/** In the format that is cheapest to make. */
const boughtLabel = () => bought(service, { labelFormat: "ZPL" });
const refuseVoids = (code: string, times = 1) =>
  service.control.addFault({ operation: "VOID", kind: "REFUSE", code, times });
const stateOf = ({ shipment, userErrors }: Awaited<ReturnType<typeof voidShipment>>) => ({
  status: shipment.status,
  voidStates: shipment.packages.map((pkg: { voidState: string }) => pkg.voidState),
  errors: userErrors.map((error: { code: string; carrierErrorCode: string | null }) => [
    error.code,
    error.carrierErrorCode,
  ]),
});
const inForce = (errorCode: string, code: string) => ({
  status: "PURCHASED",
  voidStates: ["VOID_REFUSED"],
  errors: [[errorCode, code]],
});
const endings: Record<string, (code: string) => object> = {
  VOID_DONE: () => ({ status: "VOIDED", voidStates: ["VOIDED"], errors: [] }),
  VOID_WINDOW_CLOSED: (code) => inForce("VOID_WINDOW_CLOSED", code),
  VOIDED_AS_A_WHOLE_ONLY: (code) => inForce("NOT_ALLOWED", code),
  NEVER_VOIDED: (code) => inForce("NOT_ALLOWED", code),
  VOID_REFUSED: (code) => inForce("CARRIER_REJECTED", code),
  REQUEST: (code) => inForce("CARRIER_REJECTED", code),
  TRANSIENT: () => ({ status: "PURCHASED", voidStates: ["VOID_PENDING"], errors: [["CARRIER_UNAVAILABLE", null]] }),
};

it.each([...voidCodes, { code: "199999", leadsTo: "VOID_REFUSED" }])(
  "a void that UPS refuses with $code ends as $leadsTo",
  async ({ code, leadsTo }) => {
    const { shipment } = await boughtLabel();
    await refuseVoids(code);
    expect(stateOf(await voidShipment(service, { shipmentId: shipment.id }))).toEqual(endings[leadsTo]!(code));
  },
);

it.each(["190001", "190002"])("asks again by itself after %s", async (code) => {
  const { shipment } = await boughtLabel();
  await refuseVoids(code);
  await voidShipment(service, { shipmentId: shipment.id });
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  expect(stateOf(await voidShipment(service, { shipmentId: shipment.id }))).toMatchObject({ status: "VOIDED" });
});

it("takes what was voided before for voided also in the headers of an empty answer", async () => {
  const { shipment } = await boughtLabel();
  await service.control.addFault({ operation: "VOID", kind: "HEADER_REFUSAL", code: "190117" });
  expect(stateOf(await voidShipment(service, { shipmentId: shipment.id }))).toMatchObject({ status: "VOIDED" });
});

it("leaves the other packages in force where the chosen ones were voided before", async () => {
  const { shipment } = await bought(service, { shipment: aShipment({ packages: [aPackage, aPackage] }) });
  await refuseVoids("190117");
  const packageIds = [shipment.packages[0].id];
  expect(stateOf(await voidShipment(service, { shipmentId: shipment.id, packageIds }))).toEqual({
    ...{ status: "PURCHASED", voidStates: ["VOIDED", "NOT_VOIDED"], errors: [] },
  });
});

it.each(["190110", "190121", "190122", "199999"])(
  "is not told in force where UPS refuses with %s but shows it as voided",
  async (code) => {
    const { shipment } = await boughtLabel();
    await service.control.addFault({ operation: "VOID", kind: "REFUSE", code, afterProcessing: true });
    expect(stateOf(await voidShipment(service, { shipmentId: shipment.id }))).toMatchObject({
      ...{ status: "VOIDED", voidStates: ["VOIDED"], errors: [] },
    });
  },
);
