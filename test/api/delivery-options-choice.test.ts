import { randomUUID } from "node:crypto";
import { availableToAll, dispatchedAtOnce } from "../../src/entities/values/stored-method-rules.js";
import { addPublished, askAsBuyer, setMethod } from "../support/delivery.js";
import { addAccount, type Tenant, toronto } from "../support/rate-setup.js";
import { newYork, sanFrancisco } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

beforeEach(async () => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  await service.control.clearFaults();
  await service.control.clearRequests();
});

const ask = (input: object = {}) => askAsBuyer(service, tenant, input);
const rateCalls = async () => (await service.control.requests()).filter(({ operation }) => operation === "RATE");
const names = (list: { name: string }[]) => list.map(({ name }) => name);

describe("a method whose conditions do not hold", () => {
  it("costs no call, and is told in the language asked for", async () => {
    const account = await addAccount(tenant);
    const { id } = await addPublished(tenant, account.id, "Nur Kanada", { service: "UPS_GROUND" });
    await setMethod(service, tenant, id, { availability: { ...availableToAll, countries: ["CA"] } });
    const { options, unavailable } = await ask({ locale: "de-AT" });
    expect(options).toEqual([]);
    expect(unavailable).toEqual([
      { name: "Nur Kanada", reason: "DESTINATION_NOT_SERVED", message: expect.stringContaining("Land") },
    ]);
    expect(await rateCalls()).toEqual([]);
  });

  it("is not told at all where it is of another channel, or not published", async () => {
    const account = await addAccount(tenant);
    const { id } = await addPublished(tenant, account.id, "Wholesale", { service: "UPS_GROUND" });
    const draft = await addPublished(tenant, account.id, "Unfinished", { service: "UPS_2ND_DAY_AIR" });
    await setMethod(service, tenant, id, { availability: { ...availableToAll, channels: ["wholesale"] } });
    await setMethod(service, tenant, draft.id, { isPublished: false });
    expect(await ask({ channel: "web" })).toMatchObject({ options: [], unavailable: [] });
    expect(names((await ask({ channel: "Wholesale" })).options)).toEqual(["Wholesale"]);
  });

  it("is told with its own limit, and by what the cart weighs", async () => {
    const account = await addAccount(tenant);
    const { id } = await addPublished(tenant, account.id, "Light", { service: "UPS_GROUND" });
    const availability = { ...availableToAll, maxWeight: { value: 3, unit: "LB" as const } };
    await setMethod(service, tenant, id, { availability });
    expect(names((await ask()).options)).toEqual(["Light"]);
    const items = [{ description: "Mug", quantity: 3, weight: { value: 1.5, unit: "LB" } }];
    expect((await ask({ items })).unavailable).toEqual([
      { name: "Light", reason: "WEIGHT_LIMIT", message: expect.stringContaining("3 lb") },
    ]);
  });
});

describe("the promised day", () => {
  it("moves with handling days, though one account is asked once", async () => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "At once", { service: "UPS_2ND_DAY_AIR" });
    const later = await addPublished(tenant, account.id, "Made for you", { service: "UPS_GROUND" });
    await setMethod(service, tenant, later.id, { dispatch: { ...dispatchedAtOnce, handlingDays: 10 } });
    const { options } = await ask();
    const promised = Object.fromEntries(options.map((option: { name: string }) => [option.name, option]));
    const days = (Date.parse(promised["Made for you"].promisedDate) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(16);
    expect(promised["At once"].isFastest).toBe(true);
    expect(await rateCalls()).toHaveLength(1);
  });
});

it("leaves from the place that is stated, and is unknown where there is no such place", async () => {
  const account = await addAccount(tenant);
  await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
  const source = `mutation ($input: CreateShipFromPlaceInput!) {
    createShipFromPlace(input: $input) { shipFromPlace { id } userErrors { message field } } }`;
  const place = { name: "Harlem", address: newYork, timeZone: "America/New_York" };
  const as = { tenantId: tenant.tenantId, scopes: ["admin"] as const };
  const { shipFromPlace } = (await service.run(source, { input: place }, as)).createShipFromPlace;
  const fromHarlem = { shipFromPlaceId: shipFromPlace.id, shipTo: sanFrancisco };
  expect(names((await ask(fromHarlem)).options)).toEqual(["By road"]);
  const [call] = await rateCalls();
  expect(call?.body).toMatchObject({
    RateRequest: { Shipment: { ShipFrom: { Address: { AddressLine: newYork.lines } } } },
  });
  expect((await ask({ shipFromPlaceId: "sfp_unknown" })).userErrors).toMatchObject([
    { code: "NOT_FOUND", field: ["input", "shipFromPlaceId"] },
  ]);
});

describe("the form of a cart", () => {
  it.each([
    [{ shipTo: { ...newYork, countryCode: "XY" } }, "INVALID", "shipTo.countryCode"],
    [{ shipTo: { countryCode: "US" } }, "REQUIRED", "shipTo.postalCode"],
    [{ shipTo: { countryCode: "US", postalCode: "1000" } }, "INVALID", "shipTo.postalCode"],
    [{ shipTo: { ...newYork, region: "Nowhere" } }, "INVALID", "shipTo.region"],
    [{ items: null }, "REQUIRED", "items"],
    [{ packages: [{ weight: { value: 3 } }] }, "INVALID", "packages"],
    [{ items: [{ description: "Mug", quantity: 1 }] }, "REQUIRED", "items.0.weight"],
    [{ items: [{ description: "Mug", quantity: 1, weight: { value: 0 } }] }, "INVALID", "items.0.weight.value"],
    [{ items: [{ description: "Mug", quantity: 0, weight: { value: 1 } }] }, "INVALID", "items.0.quantity"],
    [{ carrierLocationId: "loc_unknown" }, "NOT_FOUND", "carrierLocationId"],
  ])("%j is refused with %s at %s before anybody is asked", async (input, code, path) => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
    const { options, unavailable, isComplete, userErrors } = await ask(input);
    expect({ options, unavailable, isComplete }).toEqual({ options: [], unavailable: [], isComplete: null });
    expect(userErrors).toEqual([expect.objectContaining({ code, field: ["input", ...path.split(".")] })]);
    expect(await rateCalls()).toEqual([]);
  });

  it("needs no more of an address than its country and postal code", async () => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
    const { options } = await ask({ shipTo: { countryCode: "us", postalCode: "10007" } });
    expect(names(options)).toEqual(["By road"]);
  });

  it("takes packages as they are, and tells what a carrier does not take at its place", async () => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
    const packages = [{ weight: { value: 3, unit: "LB" } }, { weight: { value: 200, unit: "LB" } }];
    expect((await ask({ items: null, packages })).userErrors).toMatchObject([
      { field: ["input", "packages", "1", "weight", "value"] },
    ]);
    expect(names((await ask({ items: null, packages: packages.slice(0, 1) })).options)).toEqual(["By road"]);
  });

  it("gives nothing where nothing is published", async () => {
    expect(await ask()).toMatchObject({ options: [], unavailable: [], isComplete: true, userErrors: [] });
  });
});

describe("an address that is to be looked up", () => {
  it("is, beside the prices", async () => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
    const { options, address } = await ask({ validateAddress: true });
    expect([names(options), address]).toEqual([["By road"], { status: "VALID" }]);
  });

  it("needs a street, and is told as it is where no carrier knows the country", async () => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "Abroad", { service: "UPS_STANDARD" });
    const without = await ask({ validateAddress: true, shipTo: { countryCode: "US", postalCode: "10007" } });
    expect(without.userErrors).toMatchObject([{ code: "REQUIRED", field: ["input", "shipTo", "lines"] }]);
    const abroad = await ask({ validateAddress: true, shipTo: toronto });
    expect(abroad.address).toEqual({ status: "UNSUPPORTED_COUNTRY" });
  });

  it("is UNAVAILABLE where nobody answers, and the options are there all the same", async () => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
    await service.control.addFault({ operation: "VALIDATE_ADDRESS", kind: "STATUS", status: 503, times: 5 });
    const { options, address } = await ask({ validateAddress: true });
    expect([names(options), address]).toEqual([["By road"], { status: "UNAVAILABLE" }]);
  });
});
