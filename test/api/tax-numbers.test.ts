import { aShipment, bought, userErrorFields } from "../support/purchases.js";
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
  hsCode: "4901.99",
  originCountryCode: "US",
};
const toBerlin = (taxNumbers: object[]) =>
  aShipment({
    carrierAccountId: accountId,
    shipTo: { ...berlin, phone: "+493090260" },
    service: "UPS_WORLDWIDE_SAVER",
    packages: [{ ...aPackage, items: [book] }],
    customsDeclaration: { taxNumbers },
  });
const create = async (input: object) =>
  (
    await service.run(
      `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) { userErrors { ${userErrorFields} }
        shipment { customsDeclaration { taxNumbers { role kind number countryCode } } } } }`,
      { input },
    )
  ).createShipment;

const ioss = { role: "SELLER", kind: "IOSS", number: " IM2760000001 " };
const personal = { role: "BUYER", kind: "PERSONAL_TAX_ID", number: "02476291358", countryCode: "de" };

it("is read back, of an individual only its end", async () => {
  const { shipment, userErrors } = await create(toBerlin([ioss, personal]));
  expect(userErrors).toEqual([]);
  expect(shipment.customsDeclaration.taxNumbers).toEqual([
    { role: "SELLER", kind: "IOSS", number: "IM2760000001", countryCode: null },
    { role: "BUYER", kind: "PERSONAL_TAX_ID", number: "••••58", countryCode: "DE" },
  ]);
});

it("is told to UPS", async () => {
  await bought(service, { shipment: toBerlin([ioss, personal]) });
  expect((await service.control.ledger()).at(-1)?.invoice?.facts).toMatchObject({
    vendor: { type: "0356", number: "IM2760000001" },
    taxNumbers: [{ type: "0005", number: "02476291358", issuer: "DE" }],
  });
});

it("may be of the United Kingdom by the name that people give it", async () => {
  const { shipment, userErrors } = await create(
    toBerlin([{ role: "SELLER", kind: "VAT", number: "123456789", countryCode: "uk" }]),
  );
  expect(userErrors).toEqual([]);
  expect(shipment.customsDeclaration.taxNumbers[0].countryCode).toBe("GB");
});

it("is refused at its place where its form is wrong", async () => {
  const { userErrors } = await create(toBerlin([personal, { ...ioss, number: "IM1" }]));
  const field = ["input", "customsDeclaration", "taxNumbers", "1", "number"];
  expect(userErrors).toMatchObject([{ code: "INVALID", field }]);
});
