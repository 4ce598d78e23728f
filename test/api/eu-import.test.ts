import { aShipment, bought, userErrorFields } from "../support/purchases.js";
import { shippingRates } from "../support/rate-setup.js";
import { aPackage, berlin, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
afterAll(() => service.close());

const book = {
  description: "Hardcover novel",
  quantity: 1,
  unitValue: { amount: "12.50", currencyCode: "USD" },
  sku: "NOVEL-1",
  hsCode: "4901.99",
  originCountryCode: "US",
};
const identified = { ...book, manufacturerProductId: "M-1", gtin: "9783161484100" };
const toBerlin = (item: object, customsDeclaration?: object) =>
  aShipment({
    carrierAccountId: accountId,
    shipTo: { ...berlin, phone: "+493090260" },
    service: "UPS_WORLDWIDE_SAVER",
    packages: [{ ...aPackage, items: [item] }],
    ...(customsDeclaration && { customsDeclaration }),
  });
const create = async (input: object) =>
  (
    await service.run(
      `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) { userErrors { ${userErrorFields} }
        carrierMessages { carrierErrorCode severity text }
        shipment { packages { items { manufacturerProductId gtin } }
          customsDeclaration { sellerKind recipientKind isLowValue items { manufacturerProductId gtin } } } } }`,
      { input },
    )
  ).createShipment;
const euCode = "EU_IMPORT_INCOMPLETE";
const codes = (answer: { carrierMessages: { carrierErrorCode: string }[] }) =>
  answer.carrierMessages.map(({ carrierErrorCode }) => carrierErrorCode);

it("is read back as it was said", async () => {
  const { shipment, userErrors, carrierMessages } = await create(toBerlin(identified, { recipientKind: "CONSUMER" }));
  const ids = { manufacturerProductId: "M-1", gtin: "9783161484100" };
  expect([userErrors, carrierMessages]).toEqual([[], []]);
  expect(shipment).toEqual({
    packages: [{ items: [ids] }],
    customsDeclaration: { sellerKind: null, recipientKind: "CONSUMER", isLowValue: null, items: [ids] },
  });
});

it("is told to UPS", async () => {
  const shipment = toBerlin(identified, { recipientKind: "CONSUMER", sellerKind: "BUSINESS", isLowValue: true });
  await bought(service, { shipment });
  expect((await service.control.ledger()).at(-1)?.invoice).toMatchObject({
    facts: { shipperType: "01", consigneeType: "02", deMinimis: "Y" },
    products: [{ identifiers: [{ id: "NOVEL-1" }, { id: "M-1" }, { id: "9783161484100" }] }],
  });
});

it("warns with the draft of what is missing, once", async () => {
  const { carrierMessages } = await create(toBerlin(book, { recipientKind: "CONSUMER" }));
  expect(carrierMessages).toMatchObject([
    { carrierErrorCode: euCode, severity: "WARNING", text: expect.stringContaining("of item 1") },
  ]);
});

it("warns with prices and with the purchase", async () => {
  const { carrierAccountId, shipTo, packages } = toBerlin(book) as Record<string, unknown>;
  const input = { carrierAccountId, shipTo, packages };
  expect(codes((await service.run(shippingRates, { input })).shippingRates)).toContain(euCode);
  const { purchase } = await bought(service, { shipment: toBerlin(book) });
  const { labelPurchase } = await service.run(
    "query ($id: ID!) { labelPurchase(id: $id) { carrierMessages { carrierErrorCode } } }",
    { id: purchase.id },
  );
  expect(codes(labelPurchase)).toContain(euCode);
});
