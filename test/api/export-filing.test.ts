import { aShipment, bought, buy, draft, userErrorFields } from "../support/purchases.js";
import { shippingRates } from "../support/rate-setup.js";
import { aPackage, berlin, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

const microscope = {
  description: "Laboratory microscope",
  quantity: 2,
  unitValue: { amount: "2900.00", currencyCode: "USD" },
  sku: "SCOPE-1",
  hsCode: "9011.80",
  originCountryCode: "US",
};
const packages = [{ ...aPackage, items: [microscope] }];
const toBerlin = (customsDeclaration?: object) =>
  aShipment({
    carrierAccountId: accountId,
    shipTo: { ...berlin, phone: "+493090260" },
    service: "UPS_WORLDWIDE_SAVER",
    packages,
    ...(customsDeclaration && { customsDeclaration }),
  });
const itn = "X20261130123456";
const filed = { exportFiling: { itn } };

it.each([
  ["declared", toBerlin({ reasonForExport: "SALE" })],
  ["only packed", toBerlin()],
])("refuses goods over 2,500 USD of one tariff line that nobody filed, %s", async (_, shipment) => {
  const { purchase, userErrors } = await buy(service, { shipment });
  expect(purchase).toBeNull();
  const field = ["input", "shipment", "customsDeclaration", "exportFiling"];
  expect(userErrors).toMatchObject([{ code: "REQUIRED", field, message: expect.stringContaining("2500 USD") }]);
  expect(await service.control.requests()).toEqual([]);
});

it("tells UPS the number, and prints it", async () => {
  await bought(service, { shipment: toBerlin(filed) });
  const invoice = (await service.control.ledger()).at(-1)?.invoice;
  expect(invoice).toMatchObject({ filing: { code: "1", shipperCode: "A", itn }, comments: `AES ${itn}` });
});

it("keeps what was said, and copies it", async () => {
  const exportFiling = { carrierFiling: { powerOfAttorney: "ONE_TIME" } };
  const items = [{ ...microscope, hsCode: "9011800000", weight: { value: 3, unit: "LB" } }];
  const parts = toBerlin({ exportFiling, items });
  const shipFrom = {
    ...{ company: "Example Books", name: "Ada Example", lines: ["350 5th Ave"], city: "New York", region: "NY" },
    ...{ postalCode: "10118", countryCode: "US", phone: "2125550100", taxId: "12-3456789" },
  };
  const shipmentId = await draft(service, { ...parts, shipFrom });
  const { duplicateShipment } = await service.run(
    `mutation ($input: DuplicateShipmentInput!) { duplicateShipment(input: $input) { userErrors { ${userErrorFields} }
      shipment { customsDeclaration { exportFiling { itn exemption carrierFiling {
        powerOfAttorney ultimateConsignee isBetweenRelatedParties licenseCode eccn } } } } } }`,
    { input: { shipmentId } },
  );
  expect(duplicateShipment).toEqual({
    userErrors: [],
    shipment: {
      customsDeclaration: {
        exportFiling: {
          itn: null,
          exemption: null,
          carrierFiling: {
            ...{ powerOfAttorney: "ONE_TIME", ultimateConsignee: "OTHER", isBetweenRelatedParties: false },
            ...{ licenseCode: "C33", eccn: "EAR99" },
          },
        },
      },
    },
  });
});

const codes = (answer: { carrierMessages: { carrierErrorCode: string }[] }) =>
  answer.carrierMessages.map(({ carrierErrorCode }) => carrierErrorCode);

it("is told with prices and with the draft, before anything is bought", async () => {
  const { carrierAccountId, shipTo } = toBerlin() as Record<string, unknown>;
  const rates = (await service.run(shippingRates, { input: { carrierAccountId, shipTo, packages } })).shippingRates;
  expect(codes(rates)).toContain("EXPORT_FILING_NEEDED");
  const { service: _, ...unchosen } = toBerlin() as Record<string, unknown>;
  const { createShipment } = await service.run(
    `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) {
      shipment { id } userErrors { message } carrierMessages { carrierErrorCode } } }`,
    { input: unchosen },
  );
  expect(codes(createShipment)).toContain("EXPORT_FILING_NEEDED");
});

it("is told with a purchase where the currency leaves it open", async () => {
  const euros = { ...microscope, unitValue: { amount: "2000.00", currencyCode: "EUR" } };
  const { purchase } = await bought(service, {
    shipment: { ...toBerlin(), packages: [{ ...aPackage, items: [euros] }] },
  });
  const { labelPurchase } = await service.run(
    "query ($id: ID!) { labelPurchase(id: $id) { carrierMessages { carrierErrorCode } } }",
    { id: purchase.id },
  );
  expect(codes(labelPurchase)).toContain("EXPORT_FILING_UNCLEAR");
});
