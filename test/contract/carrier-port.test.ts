import { Decimal } from "decimal.js";
import type { RateCharge } from "../../src/carrier/rating.js";
import type { ServiceOptionCode } from "../../src/carrier/service-options.js";
import type { ShippedShipment, ShipRequest } from "../../src/carrier/shipping.js";
import { type CarrierStage, stageFake, stageUps } from "../support/carriers.js";

/** What core relies on, whoever carries. A third carrier is one more line here. */
describe.each([
  ["UPS", stageUps],
  ["a fake carrier that lacks much of it", stageFake],
])("the carrier port, as %s keeps it", (_, startStage) => {
  const call = { purchaseId: null };
  let stage: CarrierStage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.close());

  async function ship(over: Partial<ShipRequest> = {}): Promise<{ request: ShipRequest; shipped: ShippedShipment }> {
    const request = stage.request(over);
    const outcome = await stage.adapter.ship(stage.account, request, call);
    if (outcome.kind !== "ANSWERED") throw new Error(JSON.stringify(outcome));
    return { request, shipped: outcome.value };
  }

  const numbersOf = ({ packages }: ShippedShipment) => packages.map(({ trackingNumber }) => trackingNumber);
  const recover = (carrierReference: string) =>
    stage.adapter.recoverLabels(stage.account, { labelFormat: "ZPL", carrierReference }, call);
  const find = (reference: string) =>
    stage.adapter.findByReference(stage.account, reference, new Date(Date.now() - 60_000), call);
  const voidAll = ({ shipmentIdentificationNumber }: ShippedShipment) =>
    stage.adapter.voidShipment(stage.account, { shipmentIdentificationNumber, trackingNumbers: [] }, call);
  const trackedStatus = async (trackingNumber: string) => {
    const outcome = await stage.adapter.track(stage.account, trackingNumber, call);
    return outcome.kind === "ANSWERED" ? (outcome.value?.status ?? null) : outcome.kind;
  };

  describe("what it sells", () => {
    it("is a catalogue that agrees with itself", () => {
      const { catalogue } = stage.adapter;
      const services = catalogue.services("US", "US");
      expect(services.length).toBeGreaterThan(0);
      for (const { code } of services) expect(catalogue.findService(code, "US")?.code).toBe(code);
      expect(catalogue.findService("NO_SUCH_SERVICE", "US")).toBeNull();
      expect(catalogue.packageTypes(null).map(({ code }) => code)).toContain(catalogue.defaultPackageType);
      expect(catalogue.units("US").weight.length * catalogue.units("US").dimension.length).toBeGreaterThan(0);
    });

    it("is priced with services of the catalogue, and costs what was quoted", async () => {
      const { details, serviceCode, weightUnit, dimensionUnit } = stage.request();
      const asked = { details, serviceCode: null, weightUnit, dimensionUnit };
      const rated = await stage.adapter.rate(stage.account, asked, call);
      if (rated.kind !== "ANSWERED") throw new Error(JSON.stringify(rated));
      for (const rate of rated.value)
        expect(stage.adapter.catalogue.findService(rate.serviceCode, "US")).not.toBeNull();
      const { shipped } = await ship();
      expect(rated.value.find((rate) => rate.serviceCode === serviceCode)?.total).toEqual(shipped.charges);
    });

    it("asks before anything leaves that costs money, and sends nothing where it may not", async () => {
      const asked: string[] = [];
      const request = stage.request({ carrierReference: `K${Date.now()}HELD` });
      const held = await stage.adapter.ship(stage.account, request, {
        ...call,
        mayLeave: async () => {
          asked.push("asked");
          return false;
        },
      });
      expect([held.kind, asked]).toEqual(["NOT_SENT", ["asked"]]);
      expect(await find(request.carrierReference)).toMatchObject({ kind: "ANSWERED", value: [] });
    });

    it("is charged in parts that sum to the whole, the packages' own among them", async () => {
      const { shipped } = await ship();
      const sumOf = (charges: RateCharge[]) => Decimal.sum(0, ...charges.map(({ amount }) => amount.amount));
      expect(sumOf(shipped.chargeItems).equals(shipped.charges?.amount ?? 0)).toBe(true);
      const ofPackages = sumOf(shipped.packages.flatMap(({ chargeItems }) => chargeItems));
      expect(ofPackages.lessThanOrEqualTo(shipped.charges?.amount ?? 0)).toBe(true);
    });

    it("leaves out of its options what the port says that it lacks", () => {
      const from = { countryCode: "US", region: "NY", postalCode: "10118" };
      const options = stage.adapter.serviceOptions({ from, to: from, serviceCode: null, packageType: null });
      const isOffered = (isMeant: (code: ServiceOptionCode) => boolean) =>
        options.some(({ code, isAvailable }) => isAvailable && isMeant(code));
      const { locations, documents, returns } = stage.adapter;
      if (locations === null) expect(isOffered((code) => code === "ACCESS_POINT_DELIVERY")).toBe(false);
      if (documents === null) expect(isOffered((code) => code === "PAPERLESS_DOCUMENTS")).toBe(false);
      expect(isOffered((code) => code.startsWith("RETURN_BY_"))).toBe(returns !== null);
      expect(options.filter(({ isAvailable, reason }) => isAvailable === (reason !== null))).toEqual([]);
    });
  });

  describe("what is wrong with a shipment", () => {
    it("is nothing where it can be bought", () => {
      const { details, serviceCode } = stage.request();
      expect(stage.adapter.checkShipment(details, serviceCode, stage.account.shipper)).toEqual([]);
      expect(stage.adapter.checkShipment(stage.refusedDetails, serviceCode, stage.account.shipper)).toEqual([]);
    });

    it("is told with a message, and with the path of what is meant", () => {
      const { details, serviceCode } = stage.request();
      const [first, second] = details.packages;
      const heavy = { ...second!, weight: { value: 10_000, unit: "LB" as const } };
      const options = { ...details.options, collectOnDelivery: { amount: "1.00", currencyCode: "XXX" } };
      const problems = stage.adapter.checkShipment({ ...details, packages: [first!, heavy], options }, serviceCode);
      expect(problems.map(({ path }) => path.slice(0, 3).join("."))).toContain("packages.1.weight");
      expect(problems.map(({ path }) => path.slice(0, 2).join("."))).toContain("options.collectOnDelivery");
      for (const { message } of problems) expect(message).toMatch(/\w/);
    });
  });

  describe("a purchase", () => {
    it("gives a number and a label for each package, in a format that is sold", async () => {
      const { request, shipped } = await ship();
      expect(new Set(numbersOf(shipped)).size).toBe(request.details.packages.length);
      for (const { label } of shipped.packages) {
        expect(stage.adapter.catalogue.labelFormats).toContain(label?.format);
        expect(label?.bytes.length).toBeGreaterThan(0);
      }
    });

    it("is found again by its reference, and by a number", async () => {
      const { request, shipped } = await ship();
      expect(await find(request.carrierReference)).toMatchObject({ kind: "ANSWERED", value: numbersOf(shipped) });
      const byReference = await recover(request.carrierReference);
      const trackingNumber = numbersOf(shipped)[1]!;
      const wanted = { labelFormat: "ZPL" as const, trackingNumber };
      const byNumber = await stage.adapter.recoverLabels(stage.account, wanted, call);
      for (const found of [byReference, byNumber]) {
        if (found.kind !== "ANSWERED" || found.value.found !== "ONE") throw new Error(JSON.stringify(found));
        expect(numbersOf(found.value.shipment)).toEqual(numbersOf(shipped));
        expect(found.value.shipment.shipmentIdentificationNumber).toBe(shipped.shipmentIdentificationNumber);
        expect(found.value.shipment.packages.map(({ label }) => label?.bytes)).toEqual(
          shipped.packages.map(({ label }) => label?.bytes),
        );
      }
    });

    it("whose answer is lost is UNKNOWN, was sent once, and is found again", async () => {
      await stage.loseNextAnswer();
      const request = stage.request();
      const outcome = await stage.adapter.ship(stage.account, request, call);
      expect(outcome.kind).toBe("UNKNOWN");
      expect(await stage.bookedUnder(request.carrierReference)).toBe(1);
      expect(await find(request.carrierReference)).toMatchObject({ value: [expect.any(String), expect.any(String)] });
      expect(await recover(request.carrierReference)).toMatchObject({ value: { found: "ONE" } });
    });

    it("that is refused says why, and books nothing", async () => {
      const request = stage.request({ details: stage.refusedDetails });
      const outcome = await stage.adapter.ship(stage.account, request, call);
      if (outcome.kind !== "REJECTED") throw new Error(JSON.stringify(outcome));
      expect(outcome.messages).toContainEqual({
        ...{ code: expect.stringMatching(/\w/), severity: "ERROR", text: expect.stringMatching(/\w/) },
      });
      expect(await stage.bookedUnder(request.carrierReference)).toBe(0);
    });

    it("that never was is not found", async () => {
      expect(await find("NEVERUSED")).toMatchObject({ kind: "ANSWERED", value: [] });
      expect(await recover("NEVERUSED")).toMatchObject({ kind: "ANSWERED", value: { found: "NONE" } });
    });
  });

  describe("a void", () => {
    it("can be repeated, and is seen by tracking", async () => {
      const { shipped } = await ship();
      for (const _twice of [1, 2])
        expect(await voidAll(shipped)).toMatchObject({ kind: "ANSWERED", value: { isVoided: true } });
      expect(await Promise.all(numbersOf(shipped).map(trackedStatus))).toEqual(["VOIDED", "VOIDED"]);
    });

    it("of one package leaves the other", async () => {
      const { shipped } = await ship();
      const [first, second] = numbersOf(shipped);
      const { shipmentIdentificationNumber } = shipped;
      const request = { shipmentIdentificationNumber, trackingNumbers: [second!] };
      const outcome = await stage.adapter.voidShipment(stage.account, request, call);
      expect(outcome).toMatchObject({ value: { packages: [{ trackingNumber: second, isVoided: true }] } });
      expect(await Promise.all([first!, second!].map(trackedStatus))).toEqual(["LABEL_CREATED", "VOIDED"]);
    });

    it("of what nobody bought is refused as too late or unknown", async () => {
      const { shipped } = await ship();
      const unknown = shipped.shipmentIdentificationNumber.replace(/.{4}$/, "0000");
      const outcome = await voidAll({ ...shipped, shipmentIdentificationNumber: unknown });
      if (outcome.kind !== "REJECTED") throw new Error(JSON.stringify(outcome));
      expect(stage.adapter.voidRefusalReason(outcome.messages)).toBe("WINDOW_CLOSED");
    });
  });

  describe("a tracking number", () => {
    it("is followed from the label on, and unknown where nobody has it", async () => {
      const [number] = numbersOf((await ship()).shipped);
      expect(await trackedStatus(number!)).toBe("LABEL_CREATED");
      expect(await trackedStatus(number!.replace(/.{4}$/, "0000"))).toBeNull();
    });

    it("is of the account it was bought with, and leads a person to the carrier's page", async () => {
      const [number] = numbersOf((await ship()).shipped);
      const { ownsTrackingNumber, trackingUrl } = stage.adapter;
      expect(ownsTrackingNumber(stage.account, number!)).not.toBe(false);
      expect(ownsTrackingNumber(stage.account, "not a number of anybody's")).toBeNull();
      expect(new URL(trackingUrl(number!))).toMatchObject({
        protocol: "https:",
        href: expect.stringContaining(number!),
      });
    });
  });

  describe("an account", () => {
    it("that the carrier does not accept is refused before anything is booked, and a step says what to mend", async () => {
      const request = stage.request();
      expect(await stage.adapter.ship(stage.wrongAccount, request, call)).toMatchObject({
        ...{ kind: "ACCOUNT_REFUSED", reason: "BAD_CREDENTIALS" },
      });
      expect(await stage.bookedUnder(request.carrierReference)).toBe(0);
      const { setupGuide, products } = stage.adapter.accounts;
      const checks = await stage.adapter.checkProducts(stage.wrongAccount);
      expect(checks.map(({ product }) => product).sort()).toEqual([...products.toShip, ...products.others].sort());
      const keys = setupGuide.flatMap(({ steps }) => steps.map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { state, setupStepKey } of checks) {
        expect(state).not.toBe("OK");
        expect(keys).toContain(setupStepKey);
      }
    });

    it("that it accepts is checked without booking anything", async () => {
      const states = (await stage.adapter.checkProducts(stage.account)).map(({ state, setupStepKey }) => [
        state,
        setupStepKey,
      ]);
      expect(new Set(states.map(String))).toEqual(new Set(["OK,"]));
    });

    it("has a guide whose checked steps name products of the carrier's, and whose vouched ones a person does", () => {
      const { setupGuide, products } = stage.adapter.accounts;
      const steps = setupGuide.flatMap((group) => group.steps);
      const productsKnown = [...products.toShip, ...products.others];
      for (const { key, evidence, isVouchedFor } of steps) {
        if (evidence.by === "CARRIER") expect([key, productsKnown.includes(evidence.product)]).toEqual([key, true]);
        if (isVouchedFor) expect([key, evidence.by]).toEqual([key, "PERSON"]);
      }
    });

    it("has credentials that the carrier names, and that are never printed", async () => {
      const names = stage.adapter.accounts.credentials.map(({ name }) => name);
      expect(Object.keys(stage.account.credentials).sort()).toEqual([...names].sort());
      const secrets = Object.values(stage.account.credentials).map((secret) => secret.reveal());
      const said = JSON.stringify([
        await stage.adapter.ship(stage.wrongAccount, stage.request(), call),
        await stage.adapter.checkProducts(stage.account),
        (await ship()).shipped,
      ]);
      expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    });
  });
});
