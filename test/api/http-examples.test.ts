import { parse, validate } from "graphql";
import { asOneDocument, readOperationSets } from "../../src/http/explorer/example-operations.js";
import { buildSubgraph } from "../../src/subgraph.js";
import { loadPage, sendTo, startRound } from "../acceptance/examples.js";
import { type Data, startExampleService, startHttpService, withSeededIds } from "../support/http-service.js";
import { startTestService, type TestService } from "../support/service.js";

describe("the example operations", () => {
  it("are valid, named and fit together in one document with one set of variables", async () => {
    const schema = buildSubgraph({ order: null });
    for (const { operations } of await readOperationSets()) {
      expect(operations.length).toBeGreaterThan(15);
      for (const { document } of operations) {
        expect(document).toMatch(/^# .+\n(query|mutation) [A-Z]\w+/);
        expect(validate(schema, parse(document)).map(String)).toEqual([]);
      }
      const { document, variables } = asOneDocument(operations);
      expect(validate(schema, parse(document)).map(String)).toEqual([]);
      const all = Object.assign({}, ...operations.map((operation) => operation.variables));
      for (const operation of operations) expect(all).toMatchObject(operation.variables);
      expect(all).toMatchObject(variables);
      // It travels in the address of Sandbox's frame.
      expect(encodeURIComponent(document).length).toBeLessThan(14_000);
    }
  });

  it("are all in Sandbox's document of the tour, and the first twenty in that of the first steps", async () => {
    const counts = (await readOperationSets()).map(({ operations }) => {
      const { document } = asOneDocument(operations);
      return [operations.length, parse(document).definitions.length] as const;
    });
    expect(counts[0]?.[1]).toBeGreaterThanOrEqual(20);
    expect(counts[1]?.[1]).toBe(counts[1]?.[0]);
  });
});

describe("the examples of the page, from first to last", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startExampleService();
  });
  const started: { stop(): Promise<void> }[] = [];
  afterAll(async () => {
    await Promise.all(started.map((http) => http.stop()));
    await service.close();
  });

  /** A fresh load of the page, and its script's way of running what it holds. */
  async function startPage(of: TestService) {
    const http = await startHttpService(of);
    started.push(http);
    const send = sendTo(http.url);
    const round = startRound(await loadPage(http.url), (document, variables) =>
      send(document, JSON.parse(withSeededIds(of, JSON.stringify(variables)))),
    );
    return { http, ...round };
  }

  /** From first to last, the first steps or the tour. */
  async function runExamples(of: TestService, set: "examples" | "tour" = "examples") {
    const { http, names, run } = await startPage(of);
    const answers: Record<string, Data> = {};
    for (const name of names.filter((all) => all.startsWith("Tour") === (set === "tour")))
      answers[name] = await run(name);
    return { http, answers };
  }

  function expectTheWholeStory(answers: Record<string, Data>) {
    expect(answers.CompareRates.shippingRates.quotes.length).toBeGreaterThan(3);
    expect(answers.BuyFirstLabel.purchaseLabel.purchase.state).toBe("PURCHASED");
    expect(answers.ResumePurchase.labelPurchase.id).toBe(answers.BuyFirstLabel.purchaseLabel.purchase.id);
    expect(answers.ShipmentWithEverything.shipment.id).toBe(answers.BuyFirstLabel.purchaseLabel.shipment.id);
    expect(answers.MarkLabelsPrinted.markLabelsPrinted.labels).toEqual([
      expect.objectContaining({ printedAt: expect.any(String) }),
    ]);
    expect(answers.VoidShipment.voidShipment.shipment.status).toBe("VOIDED");
    const [thermal] = answers.BuyThermalLabel.purchaseLabel.shipment.packages;
    expect(Buffer.from(thermal.label.base64, "base64").toString("latin1")).toMatch(/\^XA.*\^XZ/s);
    expect(answers.UpdateDraft.updateShipment.shipment.packages).toHaveLength(2);
    expect(answers.BuyDraft.purchaseLabel.shipment.packages.map((pkg: Data) => pkg.trackingNumber)).toEqual([
      expect.stringMatching(/^1Z/),
      expect.stringMatching(/^1Z/),
    ]);
    expect(answers.TrackPackage.tracker.events).toHaveLength(1);
    expect(answers.RefreshTracker.refreshTracker.tracker.status).toBe("LABEL_CREATED");
    expect(answers.DeleteDraft.deleteShipment.deletedShipmentId).toBe(answers.CreateDrafts.spare.shipment.id);
    expect(answers.DeleteCopy.deleteShipment.deletedShipmentId).toBe(
      answers.CorrectAddress.duplicateShipment.shipment.id,
    );
    expect(answers.ActivateCarrierAccount.activateCarrierAccount.carrierAccount.status).toBe("ACTIVE");
    expect(answers.SetupGuide.carrierAccount.setup.groups.map(({ steps }: Data) => steps.length)).toEqual([10, 17, 1]);
    expect(answers.ConfirmSetupStep.confirmSetupStep.userErrors).toEqual([]);
    expect(answers.ValidateAddress.validateAddress.addressValidation.status).toBe("VALID");
    expect(answers.FindAccessPoints.carrierLocations.results).toHaveLength(3);
    expect(answers.ShipToAccessPoint.purchaseLabel.shipment.carrierLocation.name).toBe("Grand Central Newsstand");
    expect(answers.AttachDocument.attachShippingDocuments.shipment.documents).toMatchObject([
      { kind: "COMMERCIAL_INVOICE" },
      { kind: "PACKING_LIST" },
    ]);
    expect(answers.ShipToCanada.purchaseLabel.carrierMessages).toEqual([]);
    expect(answers.ShipToCanada.purchaseLabel.shipment.documents).toMatchObject([{ kind: "COMMERCIAL_INVOICE" }]);
    const extras = answers.ServiceOptions.carrierServiceOptions.options;
    expect(extras.find(({ code }: Data) => code === "COLLECT_ON_DELIVERY")).toMatchObject({ level: "PACKAGE" });
    expect(answers.CollectOnDelivery.purchaseLabel.shipment).toMatchObject({
      options: { payerAccountNumberMasked: "••••Z3" },
      documents: [{ kind: "COD_TURN_IN" }],
    });
    expect(answers.ExportFiling.purchaseLabel).toMatchObject({
      purchase: { state: "PURCHASED" },
      shipment: { customsDeclaration: { taxNumbers: [{ kind: "EORI" }], recipientKind: "BUSINESS" } },
    });
    expect(answers.DangerousGoods.purchaseLabel).toMatchObject({
      purchase: { state: "PURCHASED" },
      shipment: { packages: [{ dangerousGoods: { regulation: "CFR" } }] },
    });
    expect(answers.RateGroundSaver.shippingRates).toMatchObject({
      quotes: [{ service: { code: "UPS_GROUND_SAVER" } }],
      unavailable: [],
    });
    expect(answers.ArchiveBoth.archiveCarrierAccount.carrierAccount.status).toBe("ARCHIVED");
  }

  it("all succeed on a fresh start, and again after a restart, with labels of their own", async () => {
    const first = await runExamples(service);
    expectTheWholeStory(first.answers);
    const [thermal] = first.answers.BuyThermalLabel.purchaseLabel.shipment.packages;
    expect(thermal.label.format).toBe("ZPL");
    await first.http.stop();
    const restarted = await startTestService({ sharing: service });
    const { http, answers } = await runExamples(restarted);
    expectTheWholeStory(answers);
    expect(answers.BuyFirstLabel.purchaseLabel.purchase.id).not.toBe(
      first.answers.BuyFirstLabel.purchaseLabel.purchase.id,
    );
    await http.stop();
    await restarted.close();
  });

  it("give a label that can be downloaded as PDF until it is voided", async () => {
    const { http, run } = await startPage(service);
    const [pkg] = (await run("BuyFirstLabel")).purchaseLabel.shipment.packages;
    const label = await fetch(pkg.label.file.url);
    expect([label.status, label.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const begin = Buffer.from(await label.arrayBuffer()).subarray(0, 5);
    expect(begin.toString()).toBe("%PDF-");
    await run("VoidShipment");
    expect((await fetch(pkg.label.file.url)).status).toBe(404);
    await http.stop();
  });

  it("all succeed on the tour, which makes an account of its own", async () => {
    const { http, answers } = await runExamples(service, "tour");
    expect(answers.TourMethod.createShippingMethod.shippingMethod.configuration.carrierAccount.setup.isComplete).toBe(
      true,
    );
    const kinds = answers.TourShip.purchaseLabel.shipment.documents.map((paper: Data) => paper.kind);
    expect(kinds.sort()).toEqual(["CERTIFICATE_OF_ORIGIN", "COMMERCIAL_INVOICE"]);
    expect(answers.TourVoid.voidShipment.shipment.status).toBe("VOIDED");
    expect(answers.TourShipment.shipment.returnShipments).toHaveLength(1);
    expect(answers.TourArchive.archiveCarrierAccount.carrierAccount.status).toBe("ARCHIVED");
    await http.stop();
  });

  it("all succeed from last to first, each after what it goes on with", async () => {
    const { http, names, run } = await startPage(service);
    for (const name of names.toReversed()) await run(name);
    await http.stop();
  });
});
