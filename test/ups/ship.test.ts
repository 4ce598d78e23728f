import { setTimeout as sleep } from "node:timers/promises";
import { parseShip } from "../../src/ups/shipping/parse-ship.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { anAccount, anAddress, aPackage, aShipRequest, someDetails, someOptions } from "./builders.js";
import { fixture } from "./fixtures.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

describe("the Ship request", () => {
  it("buys inside the United States with our reference on every package", () => {
    const details = someDetails({
      reference: "PO 4711",
      packages: [aPackage({ reference: "box 1" }), aPackage()],
      shipDate: "2025-06-02",
      options: someOptions({ signature: "SIGNATURE" }),
    });
    const body = serialiseShip(anAccount(), aShipRequest({ details, labelFormat: "ZPL" }), "purchase-1");
    const newYork = {
      AddressLine: ["350 5th Ave"],
      City: "New York",
      StateProvinceCode: "NY",
      PostalCode: "10118",
      CountryCode: "US",
    };
    const pkg = {
      Packaging: { Code: "02" },
      PackageWeight: { UnitOfMeasurement: { Code: "LBS", Description: "Pounds" }, Weight: "2.5" },
      PackageServiceOptions: { DeliveryConfirmation: { DCISType: "2" } },
    };
    expect(body).toEqual({
      ShipmentRequest: {
        Request: {
          RequestOption: "nonvalidate",
          SubVersion: "2205",
          TransactionReference: { CustomerContext: "purchase-1" },
        },
        Shipment: {
          Shipper: {
            Name: "Example Books",
            AttentionName: "Ada Example",
            Phone: { Number: "2125550100" },
            ShipperNumber: "0A1B2C",
            Address: newYork,
          },
          ShipTo: {
            Name: "Grace Sample",
            AttentionName: "Grace Sample",
            Phone: { Number: "4155550101" },
            Address: {
              AddressLine: ["1 Ferry Building"],
              City: "San Francisco",
              StateProvinceCode: "CA",
              PostalCode: "941114209",
              CountryCode: "US",
            },
          },
          ShipFrom: {
            Name: "Example Books",
            AttentionName: "Ada Example",
            Phone: { Number: "2125550100" },
            Address: newYork,
          },
          PaymentInformation: { ShipmentCharge: [{ Type: "01", BillShipper: { AccountNumber: "0A1B2C" } }] },
          ShipmentRatingOptions: { NegotiatedRatesIndicator: "" },
          TaxInformationIndicator: "",
          Service: { Code: "03" },
          ShipmentDate: "20250602",
          Package: [
            { ...pkg, ReferenceNumber: [{ Value: "box 1" }, { Value: "A0000000000001" }, { Value: "PO 4711" }] },
            { ...pkg, ReferenceNumber: [{ Value: "PO 4711" }, { Value: "A0000000000001" }] },
          ],
        },
        LabelSpecification: { LabelImageFormat: { Code: "ZPL" }, LabelStockSize: { Height: "6", Width: "4" } },
      },
    });
  });

  it("buys abroad with references, description and signature on the shipment", () => {
    const details = someDetails({
      shipFrom: anAddress("berlin", { taxId: "DE123456789", email: "shop@example.com" }),
      shipTo: anAddress("newYork", { email: "ada@example.com" }),
      reference: "PO 4711",
      packages: [
        aPackage({ reference: "box 1", description: "Steel screws" }),
        aPackage({ reference: "box 2", description: "Steel screws" }),
        aPackage({ description: "Brass nuts" }),
      ],
      options: someOptions({ signature: "SIGNATURE", isSaturdayDelivery: true, dutiesPayer: "SENDER" }),
    });
    const request = aShipRequest({ details, serviceCode: "UPS_WORLDWIDE_EXPRESS", labelFormat: "PDF" });
    const { Shipment, LabelSpecification } = serialiseShip(anAccount(), request, "p").ShipmentRequest;
    const { Shipper, ShipTo, ShipFrom, Package, ...shipment } = Shipment;
    expect(Package.map((pkg) => Object.keys(pkg))).toEqual(Array(3).fill(["Packaging", "PackageWeight"]));
    expect([ShipFrom, ShipTo].map((party) => Object.keys(party))).toEqual([
      ["Name", "AttentionName", "TaxIdentificationNumber", "Phone", "Address"],
      ["Name", "AttentionName", "Phone", "EMailAddress", "Address"],
    ]);
    expect(Shipper.ShipperNumber).toBe("0A1B2C");
    expect(shipment).toEqual({
      Description: "Steel screws, Brass nuts",
      PaymentInformation: {
        ShipmentCharge: [
          { Type: "01", BillShipper: { AccountNumber: "0A1B2C" } },
          { Type: "02", BillShipper: { AccountNumber: "0A1B2C" } },
        ],
      },
      ShipmentRatingOptions: { NegotiatedRatesIndicator: "" },
      TaxInformationIndicator: "",
      ReferenceNumber: [{ Value: "PO 4711" }, { Value: "A0000000000001" }, { Value: "box 1" }, { Value: "box 2" }],
      Service: { Code: "07" },
      ShipmentServiceOptions: { SaturdayDeliveryIndicator: "", DeliveryConfirmation: { DCISType: "1" } },
    });
    expect(LabelSpecification).toEqual({
      HTTPUserAgent: "Mozilla/4.5",
      LabelImageFormat: { Code: "GIF" },
      LabelStockSize: { Height: "6", Width: "4" },
    });
  });

  it.each([
    [
      { payer: "RECIPIENT", payerAccountNumber: "0X9Y8Z", payerPostalCode: "94111" },
      { BillReceiver: { AccountNumber: "0X9Y8Z", Address: { PostalCode: "94111" } } },
    ],
    [
      { payer: "THIRD_PARTY", payerAccountNumber: "0X9Y8Z", payerPostalCode: "m5v 3l9", payerCountryCode: "ca" },
      { BillThirdParty: { AccountNumber: "0X9Y8Z", Address: { PostalCode: "M5V3L9", CountryCode: "CA" } } },
    ],
  ] as const)("bills %j", (options, expected) => {
    const details = someDetails({ options: someOptions(options) });
    const { PaymentInformation } = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest.Shipment;
    expect(PaymentInformation.ShipmentCharge).toEqual([{ Type: "01", ...expected }]);
  });

  const usd = (amount: string) => ({ amount, currencyCode: "USD" });

  it.each([
    ["as declared", [{ declaredValue: usd("40.00") }, { declaredValue: usd("40") }], "80.00"],
    ["of the contents", [{ contentsValue: usd("12.345") }, { contentsValue: usd("7") }], "19.35"],
    ["of the contents rather than as declared", [{ contentsValue: usd("30"), declaredValue: usd("500") }], "30.00"],
    ["as declared where contents have none", [{ contentsValue: usd("30") }, { declaredValue: usd("5.50") }], "35.50"],
  ])("gives the value of the goods %s as invoice total to Canada", (_name, packages, MonetaryValue) => {
    const details = someDetails({ shipTo: anAddress("toronto"), packages: packages.map((pkg) => aPackage(pkg)) });
    const { Shipment } = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest;
    expect(Shipment.InvoiceLineTotal).toEqual({ CurrencyCode: "USD", MonetaryValue });
  });

  it("insures nothing for the value of the contents", () => {
    const details = someDetails({ shipTo: anAddress("toronto"), packages: [aPackage({ contentsValue: usd("500") })] });
    const { Shipment } = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest;
    expect(Shipment.Package.every((pkg) => !("PackageServiceOptions" in pkg))).toBe(true);
  });
});

const usd = (amount: string) => ({ amount, currencyCode: "USD" });

describe("the Ship answer", () => {
  it("gives numbers, charges and labels in the order of the request", () => {
    const zpl = (text: string) => ({
      format: "ZPL",
      contentType: "application/zpl",
      bytes: Buffer.from(`^XA^FD${text}^FS^XZ\n`),
    });
    expect(parseShip(fixture("ship", "two-packages-negotiated"), 2)).toEqual({
      kind: "ANSWERED",
      messages: [{ code: "121524", severity: "WARNING", text: "No payer of duties is needed" }],
      value: {
        shipmentIdentificationNumber: "1Z0A1B2C0300000014",
        documents: [],
        unreadableDocuments: [],
        charges: { amount: "9.50", currencyCode: "USD" },
        chargeItems: [
          { carrierChargeCode: null, kind: "BASE", name: "Transport", amount: usd("11.31") },
          { carrierChargeCode: null, kind: "OTHER", name: "Discount on the published price", amount: usd("-1.81") },
        ],
        packages: [
          { trackingNumber: "1Z0A1B2C0300000014", label: zpl("one"), chargeItems: [] },
          { trackingNumber: "1Z0A1B2C0300000023", label: zpl("two"), chargeItems: [] },
        ],
      },
    });
  });

  it("reads a single package given as an object", () => {
    expect(parseShip(fixture("ship", "one-package-as-object"), 1)?.value).toMatchObject({
      charges: { amount: "13.57", currencyCode: "USD" },
      packages: [{ trackingNumber: "1Z0A1B2C0300000014", label: { format: "GIF", contentType: "image/gif" } }],
    });
  });

  it("is unreadable when a paid package is missing, and not when its label alone is", () => {
    const [pkg] = parseShip(fixture("ship", "package-without-label"), 1)?.value.packages ?? [];
    expect([pkg?.trackingNumber, pkg?.label?.bytes.length]).toEqual([expect.stringMatching(/^1Z/), 0]);
    expect(parseShip(fixture("ship", "two-packages-negotiated"), 3)).toBeNull();
  });
});

describe("the charges in a Ship answer", () => {
  const money = (MonetaryValue: string) => ({ MonetaryValue, CurrencyCode: "USD" });
  const image = { ImageFormat: { Code: "ZPL" }, GraphicImage: Buffer.from("^XA^XZ").toString("base64") };
  const shipped = (results: object, packages: object[]) => {
    const PackageResults = packages.map((pkg, index) => ({
      TrackingNumber: `1Z${index}`,
      ShippingLabel: image,
      ...pkg,
    }));
    const ShipmentResults = { ShipmentIdentificationNumber: "1Z0", ...results, PackageResults };
    return parseShip(
      { ShipmentResponse: { Response: { ResponseStatus: { Code: "1" } }, ShipmentResults } },
      packages.length,
    )?.value;
  };
  const inWords = (items: { kind: string; amount: { amount: string } }[] = []) =>
    items.map(({ kind, amount }) => [kind, amount.amount]);
  const fuel = { Code: "375", ...money("3.00") };
  const published = { BaseServiceCharge: money("20.00"), ItemizedCharges: [fuel], TotalCharges: money("34.00") };
  const packages = [
    { BaseServiceCharge: money("8.00"), ItemizedCharges: [{ Code: "120", ...money("6.00") }] },
    { BaseServiceCharge: money("12.00"), ItemizedCharges: { Code: "400", ...money("5.00") } },
  ];

  it("are itemised for the shipment and for each package, and sum to what is charged", () => {
    const answer = shipped({ ShipmentCharges: published }, packages);
    expect(inWords(answer?.chargeItems)).toEqual([
      ["BASE", "20.00"],
      ["FUEL", "3.00"],
      ["SIGNATURE", "6.00"],
      ["DECLARED_VALUE", "5.00"],
    ]);
    expect(answer?.packages.map((pkg) => inWords(pkg.chargeItems))).toEqual([
      [
        ["BASE", "8.00"],
        ["SIGNATURE", "6.00"],
      ],
      [
        ["BASE", "12.00"],
        ["DECLARED_VALUE", "5.00"],
      ],
    ]);
  });

  it("are a package's at the price that is paid only", () => {
    const NegotiatedCharges = { ItemizedCharges: [{ Code: "120", ...money("4.00") }] };
    const answer = shipped({ ShipmentCharges: published, NegotiatedRateCharges: { TotalCharge: money("30.00") } }, [
      { ...packages[0], NegotiatedCharges },
      packages[1]!,
    ]);
    expect(inWords(answer?.chargeItems).at(-1)).toEqual(["OTHER", "-4.00"]);
    expect(answer?.packages.map((pkg) => inWords(pkg.chargeItems))).toEqual([[["SIGNATURE", "4.00"]], []]);
  });

  it("are all of the only package's", () => {
    const answer = shipped({ ShipmentCharges: { ...published, TotalCharges: money("29.00") } }, [packages[0]!]);
    expect(answer?.packages[0]?.chargeItems).toEqual(answer?.chargeItems);
    expect(inWords(answer?.chargeItems)).toEqual([
      ["BASE", "20.00"],
      ["FUEL", "3.00"],
      ["SIGNATURE", "6.00"],
    ]);
  });

  it("are no package's where packages come to more than the shipment, as with a discount on the whole", () => {
    const answer = shipped({ ShipmentCharges: { ...published, TotalCharges: money("30.00") } }, packages);
    expect(answer?.packages.map((pkg) => pkg.chargeItems)).toEqual([[], []]);
    expect(inWords(answer?.chargeItems).at(-1)).toEqual(["OTHER", "-4.00"]);
  });

  it("cost no label when their parts cannot be read", () => {
    const odd = {
      BaseServiceCharge: money("n/a"),
      ItemizedCharges: [{ Code: "375", MonetaryValue: "much" }],
      TaxCharges: [{}],
    };
    const ofPackage = { ...odd, NegotiatedCharges: "?" };
    const answer = shipped({ ShipmentCharges: { ...odd, TotalCharges: money("34.00") } }, [ofPackage, ofPackage]);
    expect(answer).toMatchObject({
      charges: { amount: "34.00" },
      packages: [{ chargeItems: [] }, { chargeItems: [] }],
    });
    expect(answer?.packages.every(({ label }) => label !== null)).toBe(true);
    expect(inWords(answer?.chargeItems)).toEqual([["OTHER", "34.00"]]);
  });

  it.each(["US$", "", "QQQ", null])("in %j are no price, and cost no label", (CurrencyCode) => {
    const unread = { ...published, TotalCharges: { MonetaryValue: "34.00", CurrencyCode } };
    const answer = shipped({ ShipmentCharges: unread }, packages);
    expect(answer).toMatchObject({ charges: null, chargeItems: [] });
    expect(answer?.packages.map(({ label, chargeItems }) => [label?.format, chargeItems])).toEqual([
      ["ZPL", []],
      ["ZPL", []],
    ]);
  });

  it.each([
    ["a total that is no number", { TotalCharge: money("much") }],
    ["a total in no currency", { TotalCharge: { MonetaryValue: "30.00", CurrencyCode: "US$" } }],
    ["one total of two", { TotalCharge: money("30.00"), TotalChargesWithTaxes: money("?") }],
    ["a text", "?"],
  ])("are not the published ones where the negotiated ones cannot be read: %s", (_what, NegotiatedRateCharges) => {
    const answer = shipped({ ShipmentCharges: published, NegotiatedRateCharges }, packages);
    expect(answer).toMatchObject({ charges: null, chargeItems: [], packages: [{ chargeItems: [] }, {}] });
    expect(answer?.packages.every(({ label }) => label !== null)).toBe(true);
  });

  it("are the negotiated ones where the published ones cannot be read", () => {
    const unread = { ...published, TotalCharges: money("much") };
    const answer = shipped({ ShipmentCharges: unread, NegotiatedRateCharges: { TotalCharge: money("30.00") } }, [{}]);
    expect(answer).toMatchObject({ charges: { amount: "30.00" }, chargeItems: [{ amount: { amount: "30.00" } }] });
  });

  it.each([
    { BaseServiceCharge: { MonetaryValue: "8.00", CurrencyCode: "US$" } },
    { BaseServiceCharge: money("much") },
    { ItemizedCharges: [{ Code: "120", MonetaryValue: "6.00", CurrencyCode: "US$" }] },
    { ItemizedCharges: { Code: "120", MonetaryValue: "?" } },
  ])("of a package are unknown where one cannot be read: %j", (unread) => {
    const answer = shipped({ ShipmentCharges: published }, [{ ...packages[0], ...unread }, packages[1]!]);
    expect(answer?.packages[0]?.chargeItems).toEqual([]);
    expect(inWords(answer?.packages[1]?.chargeItems)).toEqual([
      ["BASE", "12.00"],
      ["DECLARED_VALUE", "5.00"],
    ]);
    expect(answer?.charges).toEqual(usd("34.00"));
  });

  it("are none where UPS does not say what it charges", () => {
    expect(shipped({}, [{}])).toMatchObject({ charges: null, chargeItems: [], packages: [{ chargeItems: [] }] });
  });
});

describe("the Ship call", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(() => ups.reset());
  afterAll(() => ups.close());

  let count = 0;
  const newReference = () => {
    count += 1;
    return `T${String(count).padStart(13, "0")}`;
  };
  /** One that no adapter has a token for yet. */
  const newAccount = () => anAccount({ accountId: newReference() });
  const ship = (over: Parameters<typeof aShipRequest>[0] = {}, account = anAccount(), timeoutMs?: number) =>
    ups.adapter.ship(account, aShipRequest({ carrierReference: newReference(), ...over }), {
      purchaseId: "purchase-1",
      ...(timeoutMs !== undefined && { timeoutMs }),
    });
  const booked = async () => (await ups.control.ledger()).length;
  const shipRequests = async () => (await ups.control.requests()).filter((seen) => seen.operation === "SHIP");

  it.each(["GIF", "ZPL", "EPL", "SPL"] as const)("buys two packages with labels in %s", async (labelFormat) => {
    const details = someDetails({ packages: [aPackage(), aPackage()] });
    const outcome = await ship({ details, labelFormat });
    if (outcome.kind !== "ANSWERED") throw new Error(JSON.stringify(outcome));
    expect(outcome.value.packages.map((pkg) => pkg.label?.format)).toEqual([labelFormat, labelFormat]);
    expect(new Set(outcome.value.packages.map((pkg) => pkg.trackingNumber)).size).toBe(2);
    expect(outcome.value.charges).toMatchObject({ currencyCode: "USD" });
  });

  it("charges what was quoted for the same words", async () => {
    const details = someDetails({ options: someOptions({ signature: "SIGNATURE" }) });
    const quoted = await ups.adapter.rate(
      anAccount(),
      { details, serviceCode: "UPS_GROUND", weightUnit: null, dimensionUnit: null },
      { purchaseId: null },
    );
    const bought = await ship({ details });
    if (quoted.kind !== "ANSWERED" || bought.kind !== "ANSWERED") throw new Error("no answer");
    expect(bought.value.charges).toEqual(quoted.value[0]?.total);
  });

  it("buys abroad with customs words", async () => {
    const details = someDetails({
      shipFrom: anAddress("berlin"),
      packages: [aPackage({ weight: { value: 1, unit: "KG" }, description: "Books" })],
      options: someOptions({ dutiesPayer: "SENDER" }),
    });
    const account = anAccount({ shipper: anAddress("berlin") });
    expect(await ship({ details, serviceCode: "UPS_WORLDWIDE_SAVER" }, account)).toMatchObject({ kind: "ANSWERED" });
  });

  it("says that UPS refused, in UPS's words", async () => {
    const details = someDetails({ shipTo: anAddress("sanFrancisco", { name: "Refused Recipient" }) });
    expect(await ship({ details })).toMatchObject({ kind: "REJECTED", messages: [{ code: "121000" }] });
  });

  it.each([
    ["the answer is lost", { kind: "LOSE_ANSWER" }, 1, "UNREACHABLE"],
    ["the connection breaks before it is processed", { kind: "RESET_BEFORE" }, 0, "UNREACHABLE"],
    ["half of the answer comes", { kind: "HALF_BODY" }, 1, "PROTOCOL_ERROR"],
    ["UPS answers 500 after booking", { kind: "STATUS", status: 500, afterProcessing: true }, 1, "CARRIER_FAULT"],
    ["UPS answers 503", { kind: "STATUS", status: 503 }, 0, "CARRIER_FAULT"],
    ["a page of HTML comes with 200", { kind: "HTML", status: 200, afterProcessing: true }, 1, "PROTOCOL_ERROR"],
    ["a page of HTML comes with 403", { kind: "HTML", status: 403 }, 0, "PROTOCOL_ERROR"],
    ["UPS redirects", { kind: "REDIRECT", location: "http://127.0.0.1:9/elsewhere" }, 0, "PROTOCOL_ERROR"],
  ] as const)("is unknown and not sent again when %s", async (_name, fault, bookings, reason) => {
    const before = await booked();
    await ups.control.addFault({ operation: "SHIP", ...fault });
    expect(await ship()).toMatchObject({ kind: "UNKNOWN", reason });
    expect(await shipRequests()).toHaveLength(1);
    expect((await booked()) - before).toBe(bookings);
  });

  it("is unknown when the answer does not come in time", async () => {
    await ups.control.addFault({ operation: "SHIP", kind: "HANG" });
    expect(await ship({}, anAccount(), 1_000)).toMatchObject({ kind: "UNKNOWN", reason: "TIMEOUT" });
    expect(await shipRequests()).toHaveLength(1);
  });

  it("is unknown when the answer is larger than allowed", async () => {
    const adapter = ups.another({ limits: { maxBodyBytes: 1024 * 1024 } });
    await ups.control.addFault({ operation: "SHIP", kind: "HUGE_BODY", megabytes: 4 });
    const request = aShipRequest({ carrierReference: newReference() });
    expect(await adapter.ship(anAccount(), request, { purchaseId: null })).toMatchObject({
      kind: "UNKNOWN",
      reason: "PROTOCOL_ERROR",
    });
  });

  it("is not sent when nobody listens", async () => {
    const adapter = ups.another({ baseUrls: { SIMULATOR: "http://127.0.0.1:9", TEST: null, PRODUCTION: null } });
    expect(await adapter.ship(anAccount(), aShipRequest(), { purchaseId: null })).toMatchObject({
      kind: "NOT_SENT",
      reason: "UNREACHABLE",
    });
  });

  it.each([
    ["it may leave in time, and has its whole time then", 1_200, { kind: "ANSWERED" }, 1],
    ["it may leave too late", 2_100, { kind: "NOT_SENT", reason: "UNREACHABLE" }, 0],
  ] as const)("is answered or not sent, but never unknown, when %s", async (_name, waitMs, outcome, requests) => {
    await ups.control.addFault({ operation: "SHIP", kind: "DELAY", seconds: 1.2 });
    const mayLeave = () => sleep(waitMs, true);
    const request = aShipRequest({ carrierReference: newReference() });
    const context = { purchaseId: null, timeoutMs: 2_000, mayLeave };
    expect(await ups.adapter.ship(anAccount(), request, context)).toMatchObject(outcome);
    expect(await shipRequests()).toHaveLength(requests);
  });

  it("is not sent for an environment without an address", async () => {
    const outcome = await ship({}, anAccount({ environment: "PRODUCTION" }));
    expect(outcome).toMatchObject({ kind: "NOT_SENT", message: expect.stringContaining("PRODUCTION") });
  });

  it("is not sent when no token comes in time", async () => {
    await ups.control.addFault({ operation: "TOKEN", kind: "HANG" });
    expect(await ship({}, newAccount(), 100)).toMatchObject({ kind: "NOT_SENT", reason: "TIMEOUT" });
    expect(await shipRequests()).toHaveLength(0);
  });

  it("is sent once when UPS answers 429, which it has not processed", async () => {
    const before = await booked();
    await ups.control.addFault({ operation: "SHIP", kind: "RATE_LIMIT", times: 1 });
    expect(await ship()).toMatchObject({ kind: "NOT_SENT", reason: "RATE_LIMITED" });
    expect(await booked()).toBe(before);
    expect(await shipRequests()).toHaveLength(1);
  });

  it("is sent once all the same while UPS wants a pause that another purchase was told of", async () => {
    await ups.control.addFault({ operation: "SHIP", kind: "RATE_LIMIT", retryAfter: "30" });
    const account = anAccount({ accountId: "account-quiet" });
    const first = await ship({}, account, 20_000);
    expect(first).toMatchObject({ kind: "NOT_SENT", reason: "RATE_LIMITED", retryAfterSeconds: 30 });
    const begun = performance.now();
    expect(await ship({}, account, 20_000)).toMatchObject({ kind: "ANSWERED" });
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(await shipRequests()).toHaveLength(2);
  });

  it("renews a refused token once and is sent again, since UPS refuses before it processes", async () => {
    const before = await booked();
    await ups.control.addFault({ operation: "SHIP", kind: "UNAUTHORIZED", times: 1 });
    expect(await ship({}, newAccount())).toMatchObject({ kind: "ANSWERED" });
    expect((await booked()) - before).toBe(1);
    const operations = (await ups.control.requests()).map((seen) => seen.operation);
    expect(operations).toEqual(["TOKEN", "SHIP", "TOKEN", "SHIP"]);
  });

  it("blames the product when a fresh token is refused too", async () => {
    const account = anAccount({ clientId: "client-without-shipping", accountId: "account-2" });
    expect(await ship({}, account)).toMatchObject({ kind: "ACCOUNT_REFUSED", reason: "PRODUCT_NOT_ADDED" });
    expect(await shipRequests()).toHaveLength(2);
  });

  it("logs every exchange under the purchase, with the transId that UPS saw", async () => {
    await ups.control.addFault({ operation: "SHIP", kind: "UNAUTHORIZED", times: 1 });
    await ship({}, newAccount());
    const seen = await ups.control.requests();
    expect(ups.calls.map((call) => [call.operation, call.httpStatus, call.purchaseId])).toEqual([
      ["TOKEN", 200, "purchase-1"],
      ["SHIP", 401, "purchase-1"],
      ["TOKEN", 200, "purchase-1"],
      ["SHIP", 200, "purchase-1"],
    ]);
    expect(ups.calls.map((call) => call.transactionId)).toEqual(seen.map((request) => request.transId));
    expect(ups.calls.map((call) => call.carrierTransactionId)).toEqual(
      seen.map((seenBy) => seenBy.backendTransactionId),
    );
    expect(new Set(seen.map((request) => request.transId)).size).toBe(4);
    expect(new Set(seen.map((request) => request.transactionSrc))).toEqual(new Set(["shipping-subgraph"]));
    expect(JSON.stringify(ups.calls)).not.toMatch(/secret-one|client-one/);
  });
});
