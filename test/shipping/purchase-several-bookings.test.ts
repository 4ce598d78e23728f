import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";
import { buy, makeDue, purchaseBy, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

/** A worker that dies as soon as it asks for a void. */
function dyingBeforeVoid(deps: ShippingDeps): ShippingDeps {
  const die = () => Promise.reject(new Error("killed"));
  const carriers = [...deps.carriers].map(([code, adapter]): [string, CarrierAdapter] => {
    const get = (target: CarrierAdapter, name: string) => {
      const value = Reflect.get(target, name, target);
      return name === "voidShipment" ? die : typeof value === "function" ? value.bind(target) : value;
    };
    return [code, new Proxy(adapter, { get: (target, name) => get(target, String(name)) })];
  });
  return { ...deps, carriers: new Map(carriers) };
}

const sweep = async (deps: ShippingDeps) => {
  await makeDue(service);
  await sweepDuePurchases(deps);
};

it("voids every booking but one, though the worker dies before the first void", async () => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  const { purchase } = await buy(service, { labelFormat: "ZPL" });
  const more = { shipperNumber: "0A1B2C", reference: purchase.carrierReference };
  for (let time = 0; time < 3; time++) await service.control.bookBehindTheBack(more);
  const booked = (await service.control.ledger()).filter((booking) =>
    booking.references.includes(purchase.carrierReference),
  );

  await sweep(dyingBeforeVoid(service.deps));
  expect((await purchaseBy(service, { id: purchase.id })).state).toBe("PURCHASED");
  const [row] = await sql(service, "select unwanted_bookings as noted from label_purchase where id = $1", [
    purchase.id,
  ]);
  expect(row.noted.sort()).toEqual(booked.slice(1).map((booking) => booking.shipmentIdentificationNumber));

  await sweep(service.deps);
  const live = (await service.control.ledger()).filter((booking) => booking.voidedAt === null);
  expect(live.map((booking) => booking.shipmentIdentificationNumber)).toEqual([
    booked[0]?.shipmentIdentificationNumber,
  ]);
});

it("voids a second booking too of which the carrier gives no label", async () => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  const { purchase } = await buy(service, { labelFormat: "ZPL" });
  await service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference: purchase.carrierReference });
  // Asked by reference there are two candidates; the first has gone on, and its label is given no more.
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "DELAY", seconds: 0 });
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "REFUSE", code: "300002" });

  await sweep(service.deps);
  const { state, shipment } = await purchaseBy(service, { id: purchase.id });
  const live = (await service.control.ledger()).filter(
    (booking) => booking.references.includes(purchase.carrierReference) && booking.voidedAt === null,
  );
  expect(state).toBe("PURCHASED");
  expect(live.map((booking) => booking.shipmentIdentificationNumber)).toEqual([shipment.packages[0].trackingNumber]);
});
