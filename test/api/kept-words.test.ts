import { bought, draft, sql } from "../support/purchases.js";
import { addMethod, shippingRates, toronto } from "../support/rate-setup.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { updateShipment } from "../support/shipments.js";

let service: TestService;
let accountId: string;
let methodId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
  methodId = (await addMethod(service, accountId, { collectOnDelivery: true })).id;
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const rowOf = async (id: string) => (await sql(service, "select * from shipment where id = $1", [id]))[0];
const optionsOf = async (id: string) => (await rowOf(id)).options;
const update = async (shipmentId: string, changes: object) => {
  const answer = await service.run(updateShipment, { input: { shipmentId, ...changes } });
  expect(answer.updateShipment.userErrors).toEqual([]);
};

const unchosen = {
  ...{ payer: "SENDER", payerAccountNumber: null, payerPostalCode: null, payerCountryCode: null },
  ...{ signature: "NONE", isSaturdayDelivery: false, dutiesPayer: null, generateReturnLabel: false },
  ...{ collectOnDelivery: null, collectOnDeliveryFunds: null, notifications: [], letters: "WITHOUT_ACCENTS" },
  dutiesPayerAccount: null,
};
const payer = {
  ...{ payer: "THIRD_PARTY", payerAccountNumber: " x9y8z7 ", payerPostalCode: "10007", payerCountryCode: "us" },
};
const atTheDoor = { signature: "ADULT_SIGNATURE", isSaturdayDelivery: true, dutiesPayer: "SENDER" };
const notifications = [{ event: "DELIVERED", emails: [" ada@example.com "], memo: " It is there. " }];
const chosen = { ...payer, ...atTheDoor, notifications, generateReturnLabel: true, letters: "TRANSLITERATE" };
const kept = {
  ...{ ...unchosen, ...payer, payerAccountNumber: "X9Y8Z7", payerCountryCode: "US" },
  ...{ ...atTheDoor, generateReturnLabel: true, letters: "TRANSLITERATE" },
  notifications: [{ event: "DELIVERED", emails: ["ada@example.com"], memo: "It is there." }],
};
const overnight = { shipTo: newYork, packages: [aPackage], service: "UPS_NEXT_DAY_AIR" };

describe("the options of a draft", () => {
  it("are all there when none is chosen", async () => {
    expect(await optionsOf(await draft(service))).toEqual(unchosen);
    const nothing = Object.fromEntries(Object.keys(unchosen).map((option) => [option, null]));
    expect(await optionsOf(await draft(service, { options: nothing }))).toEqual(unchosen);
  });

  it("stay in changes that name none of them", async () => {
    const shipmentId = await draft(service, { ...overnight, options: chosen });
    expect(await optionsOf(shipmentId)).toEqual(kept);
    for (const options of [undefined, {}]) {
      await update(shipmentId, { options });
      expect(await optionsOf(shipmentId)).toEqual(kept);
    }
  });

  it("change one by one", async () => {
    const shipmentId = await draft(service, { ...overnight, options: chosen });
    const changes: [string, unknown][] = [
      ["generateReturnLabel", false],
      ["signature", "SIGNATURE"],
      ["isSaturdayDelivery", false],
      ["dutiesPayer", "RECIPIENT"],
      ["notifications", []],
      ["payerPostalCode", "94102"],
      ["payerAccountNumber", "A1A1A1"],
    ];
    let expected: Record<string, unknown> = kept;
    for (const [option, value] of changes) {
      await update(shipmentId, { options: { [option]: value } });
      expected = { ...expected, [option]: value };
      expect(await optionsOf(shipmentId)).toEqual(expected);
    }
    await update(shipmentId, { options: { payer: "SENDER" } });
    const nobody = { payer: "SENDER", payerAccountNumber: null, payerPostalCode: null, payerCountryCode: null };
    expect(await optionsOf(shipmentId)).toEqual({ ...expected, ...nobody });
  });

  it("collect nothing more after a null", async () => {
    const parts = { shippingMethodId: methodId, options: { collectOnDelivery: usd("100.10") } };
    const shipmentId = await draft(service, parts);
    const collected = { ...unchosen, dutiesPayer: "RECIPIENT" };
    const collecting = { ...collected, collectOnDelivery: usd("100.10"), collectOnDeliveryFunds: "ANY_CHECK" };
    expect(await optionsOf(shipmentId)).toEqual(collecting);
    await update(shipmentId, { options: {} });
    expect(await optionsOf(shipmentId)).toEqual(collecting);
    await update(shipmentId, { options: { collectOnDelivery: null } });
    expect(await optionsOf(shipmentId)).toEqual(collected);
  });

  it("reach the carrier", async () => {
    const shipmentId = await draft(service, { ...overnight, options: { ...chosen, generateReturnLabel: false } });
    await bought(service, { shipmentId });
    const [ship] = (await service.control.requests()).filter(({ operation }) => operation === "SHIP");
    // biome-ignore lint/suspicious/noExplicitAny: the request as UPS saw it
    const { Shipment } = (ship!.body as any).ShipmentRequest;
    expect(Shipment.PaymentInformation.ShipmentCharge).toEqual([
      {
        Type: "01",
        BillThirdParty: { AccountNumber: "X9Y8Z7", Address: { PostalCode: "10007", CountryCode: "US" } },
      },
    ]);
    expect(Shipment.ShipmentServiceOptions).toMatchObject({
      SaturdayDeliveryIndicator: "",
      Notification: [{ EMail: { EMailAddress: ["ada@example.com"] } }],
    });
    expect(Shipment.Package[0].PackageServiceOptions).toEqual({ DeliveryConfirmation: { DCISType: "3" } });
  });
});

const bare = { description: " Mug ", quantity: 1 };
const bareKept = {
  ...{ productId: null, sku: null, description: "Mug", quantity: 1, unitValue: null, weight: null },
  ...{ hsCode: null, originCountryCode: null, manufacturerProductId: null, gtin: null },
};
const full = {
  ...{ productId: "prd_1", sku: " NOVEL-1 ", description: "Hardcover novel", quantity: 2, unitValue: usd("12.50") },
  ...{ weight: { value: 1.5 }, hsCode: "4901.99", originCountryCode: "US" },
  ...{ manufacturerProductId: "M-1", gtin: "9783161484100" },
};
const fullKept = { ...full, weight: { value: 1.5, unit: "LB" } };

describe("the packages of an offer", () => {
  it("are all there, units and blanks filled in", async () => {
    const packages = [
      { weight: { value: 1 }, items: [bare] },
      {
        ...{ weight: { value: 2, unit: "KG" }, dimensions: { length: 10, width: 8.5, height: 4 } },
        ...{ packageType: "UPS_PAK", declaredValue: usd("20"), reference: " Box 2 ", items: [bare, full] },
      },
    ];
    const { quotes } = (await service.run(shippingRates, { input: { shipTo: newYork, packages } })).shippingRates;
    const [row] = await sql(service, "select details from rate_quote where id = $1", [quotes[0].id]);
    const { shipFrom, shipTo, ...parts } = row.details;
    expect(parts).toEqual({
      packages: [
        {
          ...{ weight: { value: 1, unit: "LB" }, dimensions: null, packageType: "UPS_CUSTOMER_PACKAGE" },
          ...{
            declaredValue: null,
            reference: null,
            containsRegulatedItems: false,
            dangerousGoods: null,
            items: [bareKept],
          },
        },
        {
          ...{ weight: { value: 2, unit: "KG" }, dimensions: { length: 10, width: 8.5, height: 4, unit: "IN" } },
          ...{ packageType: "UPS_PAK", declaredValue: usd("20"), reference: "Box 2", containsRegulatedItems: false },
          dangerousGoods: null,
          items: [bareKept, fullKept],
        },
      ],
      options: { ...unchosen, dutiesPayer: "RECIPIENT" },
      ...{ shipDate: null, accessPoint: null, customs: null, returnService: null },
    });
  });
});

describe("the declaration of a draft", () => {
  const undeclared = {
    ...{ reasonForExport: null, incoterm: null, invoiceNumber: null, invoiceDate: null, comments: null },
    ...{ declarationStatement: null, soldTo: null, currencyCode: null, items: null, discount: null },
    ...{ freightCharges: null, insuranceCharges: null, otherCharges: null, exportFiling: null },
    ...{ taxNumbers: [], sellerKind: null, recipientKind: null, isLowValue: null },
  };
  const abroad = { shipTo: toronto, service: "UPS_STANDARD", packages: [{ ...aPackage, items: [full] }] };
  const declared = async (customsDeclaration: object) =>
    (await rowOf(await draft(service, { ...abroad, customsDeclaration }))).customs;

  it("is all there when nothing is said", async () => {
    expect(await declared({})).toEqual(undeclared);
    const nothing = Object.fromEntries(Object.keys(undeclared).map((part) => [part, null]));
    expect(await declared(nothing)).toEqual(undeclared);
    const blank = { reasonForExport: " ", comments: " ", invoiceNumber: "", currencyCode: "" };
    expect(await declared(blank)).toEqual(undeclared);
  });

  it("is kept as given, without blanks around it", async () => {
    const { productId, ...line } = full;
    const words = {
      ...{ reasonForExport: " Gift ", incoterm: "DAP", invoiceNumber: " 17 ", invoiceDate: "2026-03-02" },
      ...{ comments: " Fragile ", declarationStatement: " True. ", currencyCode: " USD ", items: [line] },
      ...{ discount: usd("1"), freightCharges: usd("2.50"), insuranceCharges: usd("3.00") },
      otherCharges: { amount: usd("1.00"), description: " Packing " },
      ...{ recipientKind: "CONSUMER", isLowValue: true },
    };
    const { productId: _, ...lineKept } = fullKept;
    expect(await declared(words)).toEqual({
      ...{ reasonForExport: "Gift", incoterm: "DAP", invoiceNumber: "17", invoiceDate: "2026-03-02" },
      ...{ comments: "Fragile", declarationStatement: "True.", soldTo: null, currencyCode: "USD", items: [lineKept] },
      ...{ discount: usd("1"), freightCharges: usd("2.50"), insuranceCharges: usd("3.00") },
      ...{ otherCharges: { amount: usd("1.00"), description: "Packing" }, exportFiling: null, taxNumbers: [] },
      ...{ sellerKind: null, recipientKind: "CONSUMER", isLowValue: true },
    });
  });
});
