import { parseRating } from "../../src/ups/rating/parse-rating.js";
import { ratingPath, serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { anAccount, anAddress, aPackage, aRateRequest, someDetails, someOptions } from "./builders.js";
import { fixture } from "./fixtures.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const eur = (amount: string) => ({ amount, currencyCode: "EUR" });

describe("the Rating request", () => {
  it("shops all services of a lane inside the United States", () => {
    const request = aRateRequest({ details: someDetails({ shipDate: "2025-06-02" }) });
    expect(ratingPath(request)).toBe("/api/rating/v2409/Shop?additionalinfo=timeintransit");
    expect(serialiseRating(anAccount(), request)).toEqual({
      RateRequest: {
        Request: { RequestOption: "Shop", SubVersion: "2409" },
        PickupType: { Code: "01" },
        CustomerClassification: { Code: "00" },
        Shipment: {
          Shipper: {
            Name: "Example Books",
            AttentionName: "Ada Example",
            ShipperNumber: "0A1B2C",
            Address: {
              AddressLine: ["350 5th Ave"],
              City: "New York",
              StateProvinceCode: "NY",
              PostalCode: "10118",
              CountryCode: "US",
            },
          },
          ShipTo: {
            Name: "Grace Sample",
            AttentionName: "Grace Sample",
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
            Address: {
              AddressLine: ["350 5th Ave"],
              City: "New York",
              StateProvinceCode: "NY",
              PostalCode: "10118",
              CountryCode: "US",
            },
          },
          PaymentDetails: { ShipmentCharge: [{ Type: "01", BillShipper: { AccountNumber: "0A1B2C" } }] },
          Package: [
            {
              PackagingType: { Code: "02" },
              PackageWeight: { UnitOfMeasurement: { Code: "LBS", Description: "Pounds" }, Weight: "2.5" },
            },
          ],
          ShipmentRatingOptions: { NegotiatedRatesIndicator: "" },
          TaxInformationIndicator: "",
          DeliveryTimeInformation: { PackageBillType: "03", Pickup: { Date: "20250602" } },
        },
      },
    });
  });

  it("asks for one service abroad with weight, value, size and the shipment's signature", () => {
    const details = someDetails({
      shipFrom: anAddress("berlin"),
      shipTo: anAddress("newYork", { residentialStatus: "RESIDENTIAL" }),
      packages: [
        aPackage({
          weight: { value: 1, unit: "LB" },
          dimensions: { length: 10, width: 30, height: 20.1, unit: "CM" },
          declaredValue: eur("99.50"),
        }),
        aPackage({ weight: { value: 2, unit: "KG" }, declaredValue: eur("0.50") }),
      ],
      options: someOptions({ signature: "ADULT_SIGNATURE", dutiesPayer: "SENDER", isSaturdayDelivery: true }),
    });
    const account = anAccount({ shipper: anAddress("berlin") });
    const { Shipment, ...rest } = serialiseRating(
      account,
      aRateRequest({ details, serviceCode: "UPS_WORLDWIDE_EXPRESS" }),
    ).RateRequest;
    const { Shipper, ShipFrom, ...shipment } = Shipment;
    expect(rest).toEqual({ Request: { RequestOption: "Rate", SubVersion: "2409" }, PickupType: { Code: "01" } });
    expect(Shipper.ShipperNumber).toBe("0A1B2C");
    expect(ShipFrom.Address.CountryCode).toBe("DE");
    expect(shipment).toEqual({
      ShipTo: {
        Name: "Example Books",
        AttentionName: "Ada Example",
        Address: {
          AddressLine: ["350 5th Ave"],
          City: "New York",
          StateProvinceCode: "NY",
          PostalCode: "10118",
          CountryCode: "US",
          ResidentialAddressIndicator: "",
        },
      },
      PaymentDetails: {
        ShipmentCharge: [
          { Type: "01", BillShipper: { AccountNumber: "0A1B2C" } },
          { Type: "02", BillShipper: { AccountNumber: "0A1B2C" } },
        ],
      },
      Service: { Code: "07" },
      Package: [
        {
          PackagingType: { Code: "02" },
          Dimensions: {
            UnitOfMeasurement: { Code: "CM", Description: "Centimeters" },
            Length: "30",
            Width: "21",
            Height: "10",
          },
          PackageWeight: { UnitOfMeasurement: { Code: "KGS", Description: "Kilograms" }, Weight: "0.5" },
          PackageServiceOptions: { DeclaredValue: { CurrencyCode: "EUR", MonetaryValue: "99.50" } },
        },
        {
          PackagingType: { Code: "02" },
          PackageWeight: { UnitOfMeasurement: { Code: "KGS", Description: "Kilograms" }, Weight: "2" },
          PackageServiceOptions: { DeclaredValue: { CurrencyCode: "EUR", MonetaryValue: "0.50" } },
        },
      ],
      ShipmentServiceOptions: { SaturdayDeliveryIndicator: "", DeliveryConfirmation: { DCISType: "2" } },
      ShipmentRatingOptions: { NegotiatedRatesIndicator: "" },
      TaxInformationIndicator: "",
      DeliveryTimeInformation: { PackageBillType: "03" },
      ShipmentTotalWeight: { UnitOfMeasurement: { Code: "KGS", Description: "Kilograms" }, Weight: "2.5" },
      InvoiceLineTotal: { CurrencyCode: "EUR", MonetaryValue: "100.00" },
    });
  });

  it.each([
    [
      { amount: "12.50", currencyCode: "USD" },
      { CurrencyCode: "USD", MonetaryValue: "12.50" },
    ],
    [
      { amount: "0.00", currencyCode: "USD" },
      { CurrencyCode: "USD", MonetaryValue: "1" },
    ],
    [null, { CurrencyCode: "USD", MonetaryValue: "1" }],
  ])("asks for transit times abroad with contents worth %j", (contentsValue, expected) => {
    const details = someDetails({ shipTo: anAddress("berlin"), packages: [aPackage({ contentsValue })] });
    const { Shipment } = serialiseRating(anAccount(), aRateRequest({ details })).RateRequest;
    expect(Shipment).toMatchObject({ InvoiceLineTotal: expected });
  });

  it("sends the residential flag for homes only, since its presence alone means yes", () => {
    const flagFor = (residentialStatus: "RESIDENTIAL" | "COMMERCIAL" | "UNKNOWN") => {
      const details = someDetails({ shipTo: anAddress("sanFrancisco", { residentialStatus }) });
      const address = serialiseRating(anAccount(), aRateRequest({ details })).RateRequest.Shipment.ShipTo.Address;
      return "ResidentialAddressIndicator" in address;
    };
    expect([flagFor("RESIDENTIAL"), flagFor("COMMERCIAL"), flagFor("UNKNOWN")]).toEqual([true, false, false]);
  });

  it("names no payer of duties where there is no customs border", () => {
    const options = someOptions({ dutiesPayer: "SENDER" });
    for (const shipTo of [anAddress("paris"), anAddress("berlin")]) {
      const details = someDetails({ shipFrom: anAddress("berlin"), shipTo, options });
      const { ShipmentCharge } = serialiseRating(anAccount(), aRateRequest({ details })).RateRequest.Shipment
        .PaymentDetails;
      expect(ShipmentCharge.map((charge) => charge.Type)).toEqual(["01"]);
    }
  });

  it("takes Puerto Rico written as a state for the country that UPS sees in it", () => {
    const details = someDetails({ shipTo: anAddress("sanJuan") });
    const { ShipTo } = serialiseRating(anAccount(), aRateRequest({ details })).RateRequest.Shipment;
    expect(ShipTo.Address).toMatchObject({ CountryCode: "PR", PostalCode: "00901" });
  });
});

describe("the Rating answer", () => {
  it("gives both prices, the breakdown of the negotiated one and why the other service has none", () => {
    const parsed = parseRating(fixture("rating", "negotiated-on-one-of-two"));
    expect(parsed?.messages).toEqual([{ code: "110971", severity: "INFO", text: "Prices may differ on the invoice" }]);
    expect(parsed?.value[0]).toEqual({
      serviceCode: "UPS_GROUND",
      carrierServiceCode: "03",
      total: usd("17.67"),
      published: usd("25.52"),
      negotiated: usd("17.67"),
      negotiatedState: "APPLIED",
      charges: [
        { carrierChargeCode: null, kind: "BASE", name: "Transport", amount: usd("7.92") },
        { carrierChargeCode: "375", kind: "FUEL", name: "Fuel surcharge", amount: usd("1.58") },
        { carrierChargeCode: "270", kind: "RESIDENTIAL", name: "Delivery to a home", amount: usd("4.17") },
        { carrierChargeCode: "120", kind: "SIGNATURE", name: "Signature on delivery", amount: usd("4.00") },
      ],
      estimatedDeliveryDate: "2025-06-06",
      estimatedDeliveryTime: "23:30",
      transitDays: 4,
      isGuaranteed: false,
      isSaturdayDelivery: false,
      billableWeight: { value: 5, unit: "LB" },
      messages: [{ code: "110971", severity: "INFO", text: "Prices may differ on the invoice" }],
    });
    expect(parsed?.value[1]).toMatchObject({
      total: usd("72.00"),
      negotiated: null,
      negotiatedState: "NOT_OFFERED_FOR_LANE",
      isGuaranteed: true,
    });
  });

  it("reads single objects for lists, numbers for text and empty text for nothing", () => {
    expect(parseRating(fixture("rating", "single-objects-and-empty-text"))).toEqual({
      kind: "ANSWERED",
      messages: [{ code: "110920", severity: "WARNING", text: "The address class was changed" }],
      value: [
        {
          serviceCode: "UPS_STANDARD",
          carrierServiceCode: "11",
          total: eur("23.80"),
          published: eur("20.00"),
          negotiated: null,
          negotiatedState: "UNKNOWN",
          charges: [
            { carrierChargeCode: "375", kind: "FUEL", name: "Fuel surcharge", amount: eur("3.00") },
            { carrierChargeCode: null, kind: "TAX", name: "Tax (VAT)", amount: eur("3.80") },
            {
              carrierChargeCode: null,
              kind: "OTHER",
              name: "Charges that UPS does not itemise",
              amount: eur("17.00"),
            },
          ],
          estimatedDeliveryDate: "2025-06-04",
          estimatedDeliveryTime: "09:00",
          transitDays: 2,
          isGuaranteed: true,
          isSaturdayDelivery: false,
          billableWeight: { value: 2.5, unit: "KG" },
          messages: [],
        },
      ],
    });
  });

  it("keeps the Saturday variant of a service apart", () => {
    const services = parseRating(fixture("rating", "same-service-on-saturday"))?.value ?? [];
    expect(services.map((service) => [service.serviceCode, service.isSaturdayDelivery, service.total.amount])).toEqual([
      ["UPS_NEXT_DAY_AIR", false, "72.00"],
      ["UPS_NEXT_DAY_AIR", true, "88.00"],
    ]);
  });

  it("says that the account has no contract when UPS says so", () => {
    const services = parseRating(fixture("rating", "account-not-enrolled"))?.value;
    expect(services?.map((service) => service.negotiatedState)).toEqual(["ACCOUNT_NOT_ENROLLED"]);
  });

  it("takes taxes from the negotiated block and the published breakdown, less a discount, where it is the only one", () => {
    const [service] = parseRating(fixture("rating", "taxes-inside-negotiated"))?.value ?? [];
    expect(service).toMatchObject({ total: eur("36.00"), negotiated: eur("30.00"), published: eur("50.00") });
    expect(service?.charges.map((charge) => [charge.kind, charge.name, charge.amount.amount])).toEqual([
      ["BASE", "Transport", "40.00"],
      ["FUEL", "Fuel surcharge", "10.00"],
      ["TAX", "Tax (VAT)", "6.00"],
      ["OTHER", "Discount on the published price", "-20.00"],
    ]);
  });

  it.each([
    ["no object", "text"],
    ["no services", { RateResponse: { Response: { ResponseStatus: { Code: "1" } }, RatedShipment: [] } }],
    ["a failure in a success", { RateResponse: { Response: { ResponseStatus: { Code: "0" } }, RatedShipment: [] } }],
    [
      "a price that is no number, of no service",
      {
        RateResponse: {
          Response: { ResponseStatus: { Code: "1" } },
          RatedShipment: [{ TotalCharges: { CurrencyCode: "USD", MonetaryValue: "free" } }],
        },
      },
    ],
  ])("is unreadable with %s", (_name, body) => {
    expect(parseRating(body)).toBeNull();
  });
});

describe("the Rating call", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(() => ups.reset());
  afterAll(() => ups.close());

  const rate = (over: Parameters<typeof aRateRequest>[0] = {}, account = anAccount()) =>
    ups.adapter.rate(account, aRateRequest(over), { purchaseId: null });

  it("prices every service of the lane in one call", async () => {
    const outcome = await rate();
    expect(outcome).toMatchObject({ kind: "ANSWERED" });
    if (outcome.kind !== "ANSWERED") return;
    const codes = outcome.value.map((service) => service.serviceCode);
    expect(codes).toContain("UPS_GROUND");
    expect(codes).toContain("UPS_NEXT_DAY_AIR");
    expect(outcome.value.every((service) => service.negotiatedState === "APPLIED")).toBe(true);
    expect(outcome.value.every((service) => service.estimatedDeliveryDate !== null)).toBe(true);
    expect((await ups.control.requests()).filter((seen) => seen.operation === "RATE")).toHaveLength(1);
  });

  it.each([
    ["Canada to the United States", "toronto", "newYork"],
    ["Germany to France", "berlin", "paris"],
    ["Germany to the United States", "berlin", "newYork"],
    ["the United States to Puerto Rico", "newYork", "sanJuan"],
    ["the United States to Germany", "newYork", "berlin"],
  ] as const)("prices %s", async (_name, from, to) => {
    const details = someDetails({ shipFrom: anAddress(from), shipTo: anAddress(to) });
    expect(await rate({ details })).toMatchObject({ kind: "ANSWERED" });
  });

  it("brings Saturday beside the weekdays when shopping for it", async () => {
    const details = someDetails({ options: someOptions({ isSaturdayDelivery: true }) });
    const outcome = await rate({ details });
    if (outcome.kind !== "ANSWERED") throw new Error(outcome.kind);
    const overnight = outcome.value.filter((service) => service.serviceCode === "UPS_NEXT_DAY_AIR");
    expect(overnight.map((service) => service.isSaturdayDelivery)).toEqual([false, true]);
  });

  it("says why there is no negotiated price", async () => {
    const outcome = await rate({}, anAccount({ accountNumber: "0A1B2N" }));
    if (outcome.kind !== "ANSWERED") throw new Error(outcome.kind);
    expect(new Set(outcome.value.map((service) => service.negotiatedState))).toEqual(new Set(["ACCOUNT_NOT_ENROLLED"]));
  });

  it("hands on UPS's refusal with its code", async () => {
    const details = someDetails({ shipTo: anAddress("sanFrancisco", { postalCode: "99999" }) });
    expect(await rate({ details })).toMatchObject({
      kind: "REJECTED",
      messages: [{ code: "111210", severity: "ERROR" }],
    });
  });

  it("tells a wrong account number from wrong input", async () => {
    expect(await rate({}, anAccount({ accountNumber: "000000" }))).toMatchObject({
      kind: "ACCOUNT_REFUSED",
      reason: "WRONG_ACCOUNT",
    });
  });
});
