import { randomUUID } from "node:crypto";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../src/entities/carrier-shipping-method.js";
import { RateQuote } from "../../src/entities/rate-quote.js";
import { ShipFromPlace } from "../../src/entities/ship-from-place.js";
import {
  availableToAll,
  dispatchedAtOnce,
  type StoredAvailability,
  type StoredDispatch,
  type StoredProviderConfiguration,
} from "../../src/entities/values/stored-method-rules.js";
import { handoverDay, promisedDays } from "../../src/shipping/availability/promise.js";
import { addPublished, askAsBuyer } from "../support/delivery.js";
import { buy } from "../support/purchases.js";
import { addAccount, shippingRates, type Tenant } from "../support/rate-setup.js";
import { newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

async function beginTenant(): Promise<void> {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  accountId = (await addAccount(tenant)).id;
}

const unknownWay = { estimatedDeliveryDate: null, transitDays: null };
const ownPrice = {
  provider: "FIXED",
  providerConfiguration: { provider: "FIXED", price: { amount: "5.00", currencyCode: "USD" } },
} as const;

interface Conditions {
  provider?: "FIXED";
  providerConfiguration?: StoredProviderConfiguration;
  availability?: Partial<StoredAvailability>;
  dispatch?: Partial<StoredDispatch>;
  archivedAt?: string;
  shipFromPlaceId?: string;
}

/** A published method by Ground, under its name. */
async function addMethod(name: string, { availability, dispatch, ...rest }: Conditions): Promise<string> {
  const { id } = await addPublished(tenant, accountId, name, { service: "UPS_GROUND" });
  const changes = {
    ...rest,
    availability: { ...availableToAll, ...availability },
    dispatch: { ...dispatchedAtOnce, ...dispatch },
  };
  await inTenant(service.database, tenant.tenantId, (manager) =>
    manager.update(CarrierShippingMethod, { id }, changes),
  );
  return id;
}

const addPlace = (place: Pick<ShipFromPlace, "id" | "name" | "timeZone" | "openingHours"> & { address: object }) =>
  inTenant(service.database, tenant.tenantId, (manager) =>
    manager.insert(ShipFromPlace, { tenantId: tenant.tenantId, ...place } as ShipFromPlace),
  );

const ask = (input: object = {}) => askAsBuyer(service, tenant, input);
const namesOf = (rows: { name: string }[]) => rows.map(({ name }) => name).sort();
// Both days, for whoever runs this at midnight.
const today = () => [0, 1].map((days) => new Date(Date.now() - days * 8 * 3_600_000).toISOString().slice(0, 10));

describe("offers a method where its conditions hold, and says in the buyer's language why not", () => {
  const conditions: Record<string, Conditions> = {
    Everywhere: {},
    Germany: { availability: { countries: ["DE"] } },
    California: { availability: { regions: ["US-CA"] } },
    "New York": { availability: { countries: ["US"], regions: ["US-NY"], postalPrefixes: ["1000"] } },
    Boston: { availability: { postalPrefixes: ["021"], postalRanges: [{ from: "02200", to: "02299" }] } },
    "Up to 2 lb": { availability: { maxWeight: { value: 2, unit: "LB" } } },
    "Up to 3 lb": { availability: { maxWeight: { value: 48, unit: "OZ" } } },
    "Cold goods": { availability: { requiredTags: ["cold"] } },
    "No glass": { availability: { excludedTags: ["glass"] } },
    "At the till": { availability: { channels: ["pos"] } },
    "Closed today": { dispatch: { blackoutDays: today(), timeZone: "America/Los_Angeles" } },
    Archived: { archivedAt: "2026-01-01T00:00:00Z" },
  };
  beforeAll(async () => {
    await beginTenant();
    for (const [name, itsConditions] of Object.entries(conditions)) await addMethod(name, itsConditions);
  });

  it("for a cart to New York, in German", async () => {
    const { options, unavailable, userErrors } = await ask({ locale: "de-AT" });
    expect(userErrors).toEqual([]);
    expect(options).toHaveLength(1);
    const told = unavailable.map(({ name, message }: { name: string; message: string }) => [name, message]);
    expect(Object.fromEntries(told)).toEqual({
      Germany: "Mit dieser Versandart liefern wir nicht in dieses Land.",
      California: "Mit dieser Versandart liefern wir nicht in diese Region.",
      Boston: "Mit dieser Versandart liefern wir nicht in dieses Postleitzahlengebiet.",
      "Up to 2 lb": expect.stringMatching(/^Die Bestellung ist zu schwer für diese Versandart: .* 2 lb\.$/),
      "Cold goods": "Diese Versandart ist für diese Bestellung nicht verfügbar.",
      "Closed today": expect.stringMatching(/^Diese Versandart ist heute nicht verfügbar\./),
    });
  });

  it("for a cold cart with glass at the till, to a region that is not told", async () => {
    const shipTo = { ...newYork, region: null };
    const { unavailable, userErrors } = await ask({ shipTo, tags: ["COLD", "glass"], channel: "POS", locale: "fr" });
    expect(userErrors).toEqual([]);
    expect(namesOf(unavailable)).toEqual([
      "Boston",
      "California",
      "Closed today",
      "Germany",
      "New York",
      "No glass",
      "Up to 2 lb",
    ]);
    const { message } = unavailable.find(({ name }: { name: string }) => name === "New York");
    expect(message).toBe("Veuillez indiquer l’État, la province ou la région de l’adresse de livraison.");
  });
});

describe("promises", () => {
  beforeEach(beginTenant);

  it("the carrier's day, asked about the day of the handover", async () => {
    const dispatch = { ...dispatchedAtOnce, handlingDays: 2, cutOffTime: "00:00", timeZone: "America/New_York" };
    const id = await addMethod("Made for you", { dispatch });
    const place = { timeZone: "America/New_York", workingDays: [1, 2, 3, 4, 5] };
    const shipDate = handoverDay(dispatch, place, new Date());
    const input = { shipTo: newYork, packages: [{ weight: { value: 3 } }], shippingMethodIds: [id], shipDate };
    const rates = (await service.run(shippingRates, { input }, { tenantId: tenant.tenantId })).shippingRates;
    const { options } = await ask();
    expect(options).toMatchObject([{ name: "Made for you", promisedDate: rates.quotes[0].estimatedDeliveryDate }]);
    expect(options[0].promisedDate > shipDate).toBe(true);
  });

  it("the merchant's own days where the carrier is not asked", async () => {
    const dispatch = { ...dispatchedAtOnce, transitDays: { min: 1, max: 3 } };
    await addMethod("By bicycle", { dispatch, ...ownPrice });
    const { options } = await ask();
    const promised = promisedDays(
      dispatch,
      { timeZone: "America/Los_Angeles", workingDays: [] },
      new Date(),
      unknownWay,
    );
    expect(options).toMatchObject([{ promisedDate: promised.earliest, promisedLatestDate: promised.latest }]);
  });

  it("what a parcel from the method's own place costs and takes", async () => {
    const id = "sfp_new_york";
    const place = { name: "Shop", address: newYork, timeZone: "America/New_York", openingHours: [] };
    await addPlace({ id, ...place });
    await addMethod("From the shop", { shipFromPlaceId: id });
    const { options } = await ask();
    const quote = await inTenant(service.database, tenant.tenantId, (manager) =>
      manager.findOneByOrFail(RateQuote, { id: options[0].rateQuote.id }),
    );
    expect(quote.details.shipFrom).toMatchObject({ city: "New York", postalCode: "10007" });
  });

  it("the day on which somebody is at the place that it leaves from, by its clock", async () => {
    const place = { timeZone: "Pacific/Auckland", openingHours: [{ weekday: 3, opens: "09:00", closes: "12:00" }] };
    const id = "sfp_farm";
    await addPlace({ id, name: "Farm shop", address: sanFrancisco, ...place });
    const dispatch = { ...dispatchedAtOnce, transitDays: { min: 0, max: 0 } };
    await addMethod("From the farm", { dispatch, shipFromPlaceId: id, ...ownPrice });
    const handover = handoverDay(dispatch, { timeZone: "Pacific/Auckland", workingDays: [3] }, new Date());
    const { options } = await ask();
    expect(options).toMatchObject([{ promisedDate: handover, promisedLatestDate: handover }]);
    expect(new Date(handover).getUTCDay()).toBe(3);
  });
});

describe("a buyer's quote", () => {
  it.each([1, 10, 80])("is bought on any day, whatever day was promised: %d days of handling", async (handlingDays) => {
    const as = { tenantId: randomUUID() };
    tenant = { deps: service.deps, ...as };
    accountId = await seedAccount(service, {}, as);
    await addMethod("Made for you", { dispatch: { handlingDays } });
    const packages = [{ weight: { value: 3, unit: "LB" } }];
    const { options } = await ask({ items: null, packages });
    const soonest = Date.now() + handlingDays * 86_400_000;
    expect(Date.parse(options[0].promisedDate)).toBeGreaterThan(soonest);
    const rateQuoteId = options[0].rateQuote.id;
    const { purchase, userErrors } = await buy(service, { rateQuoteId, shipment: { shipTo: newYork, packages } }, as);
    expect([purchase?.state, userErrors]).toEqual(["PURCHASED", []]);
  });
});
