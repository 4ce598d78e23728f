import { createAccount } from "../support/accounts.js";
import { validate } from "../support/addresses.js";
import { aKey, bought, buy, draft, refused } from "../support/purchases.js";
import { shippingRates } from "../support/rate-setup.js";
import { buyReturn } from "../support/returns.js";
import { berlin, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let american: string;
let german: string;
beforeAll(async () => {
  service = await startTestService();
  american = await seedAccount(service);
  german = await seedAccount(service, { address: berlin, accountNumber: "0B1C2D" });
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

const inStates = (city: string, region: string | null, postalCode: string) => ({
  ...{ company: "Government House", name: "Front Desk", lines: ["1 Government Hill"], phone: "3407740001" },
  ...{ city, region, postalCode, countryCode: "US" },
});
const territories: [code: string, address: ReturnType<typeof inStates>][] = [
  ["VI", inStates("Charlotte Amalie", "VI", "00802")],
  ["GU", inStates("Hagatna", "GU", "96910")],
  ["AS", inStates("Pago Pago", "AS", "96799")],
  ["MP", inStates("Saipan", "MP", "96950")],
];
const soldier = { ...inStates("APO", "AE", "09012"), company: null, name: "Sgt Test", lines: ["PSC 2 Box 14697"] };
const goods = {
  sku: "NOVEL-1",
  description: "Hardcover novel",
  quantity: 2,
  unitValue: { amount: "60.00", currencyCode: "USD" },
  hsCode: "4901.99",
  originCountryCode: "US",
};
const pounds = [{ weight: { value: 2, unit: "LB" }, items: [goods] }];
const kilos = [{ weight: { value: 2, unit: "KG" }, items: [goods] }];

const rates = async (input: object) => (await service.run(shippingRates, { input })).shippingRates;
/** Where the last shipment goes, comes from and is billed, as UPS was told, and what the invoice says. */
const booked = async () => {
  const invoice = (await service.control.ledger()).at(-1)?.invoice;
  const { body } = (await service.control.requests()).filter(({ operation }) => operation === "SHIP").at(-1)!;
  const { Shipment } = (body as { ShipmentRequest: { Shipment: Record<string, { Address: Record<string, string> }> } })
    .ShipmentRequest;
  const [to, from, shipper] = ["ShipTo", "ShipFrom", "Shipper"].map((party) => Shipment[party]!.Address);
  return { to, from, shipper, invoice };
};
const problem = (code: string, field: string) => ({ code, field: ["input", ...field.split(".")] });

describe("a territory of the United States, written as a state", () => {
  it.each(territories)("%s has international services alone", async (_, shipTo) => {
    const { quotes, unavailable, userErrors } = await rates({ carrierAccountId: american, shipTo, packages: pounds });
    expect([unavailable, userErrors]).toEqual([[], []]);
    expect(quotes.map((quote: { service: { code: string } }) => quote.service.code).sort()).toEqual([
      ...["UPS_WORLDWIDE_EXPEDITED", "UPS_WORLDWIDE_EXPRESS"],
      ...["UPS_WORLDWIDE_EXPRESS_PLUS", "UPS_WORLDWIDE_SAVER"],
    ]);
  });

  it.each(territories)("%s is shipped to as a country, with an invoice", async (code, shipTo) => {
    const shipment = { carrierAccountId: american, shipTo, packages: pounds, service: "UPS_WORLDWIDE_SAVER" };
    await bought(service, { shipment });
    const { to, invoice } = await booked();
    expect([to?.CountryCode, to?.StateProvinceCode, invoice?.formType]).toEqual([code, undefined, "01"]);
  });

  it.each(territories)("%s has no Ground, as a label or as a draft", async (code, shipTo) => {
    const shipment = { carrierAccountId: american, shipTo, packages: pounds, service: "UPS_GROUND" };
    const answer = await buy(service, { shipment });
    expect(answer.userErrors).toMatchObject([problem("NOT_ALLOWED", "shipment.service")]);
    expect(answer.userErrors[0].message).toContain(`from US to ${code}`);
    await expect(draft(service, shipment)).rejects.toThrow("UPS Ground");
  });

  it("is an account of its own, and sends from there", async () => {
    const islands = await seedAccount(service, { address: territories[0]![1], accountNumber: "0C1D2E" });
    const shipment = { carrierAccountId: islands, shipTo: newYork, packages: pounds, service: "UPS_WORLDWIDE_SAVER" };
    await bought(service, { shipment });
    const { from, shipper } = await booked();
    for (const party of [from, shipper])
      expect([party?.CountryCode, party?.StateProvinceCode]).toEqual(["VI", undefined]);
  });

  it("has no methods of services that do not start there", async () => {
    const islands = await seedAccount(service, { address: territories[0]![1], accountNumber: "0E1F2A" });
    const ups = { carrierAccountId: islands, service: "UPS_GROUND", packageType: "UPS_CUSTOMER_PACKAGE" };
    const { createShippingMethod } = await service.run(
      `mutation ($input: CreateShippingMethodInput!) { createShippingMethod(input: $input) { userErrors { code message field } } }`,
      { input: { name: "Ground", ups: { ...ups, weightUnit: "LB", dimensionUnit: "IN", labelFormat: "PDF" } } },
    );
    expect(createShippingMethod.userErrors).toMatchObject([problem("OPTION_NOT_ALLOWED", "ups.service")]);
    expect(createShippingMethod.userErrors[0].message).toContain("VI");
  });

  it("is no place whose streets UPS knows", async () => {
    const { addressValidation, userErrors } = await validate(service, territories[1]![1]);
    expect([addressValidation.status, userErrors]).toEqual(["UNSUPPORTED_COUNTRY", []]);
  });
});

describe("an address of the armed forces", () => {
  const shipTo = soldier;

  it("has no prices", async () => {
    const answer = await rates({ carrierAccountId: american, shipTo, packages: pounds });
    expect(answer).toMatchObject({ quotes: [], userErrors: [problem("NOT_ALLOWED", "shipTo.region")] });
    expect(await service.control.requests()).toEqual([]);
  });

  it("is refused before a label or a draft is made, to and from", async () => {
    const to = { carrierAccountId: american, shipTo, packages: pounds, service: "UPS_GROUND" };
    const answer = await buy(service, { shipment: to });
    expect(answer).toMatchObject({ purchase: null, userErrors: [problem("NOT_ALLOWED", "shipment.shipTo.region")] });
    const from = { ...to, shipTo: newYork, shipFrom: { ...soldier, region: null } };
    const { userErrors } = await buy(service, { shipment: from });
    expect(userErrors).toContainEqual(expect.objectContaining(problem("NOT_ALLOWED", "shipment.shipFrom.city")));
    await expect(draft(service, to)).rejects.toThrow("APO");
    expect(await service.control.requests()).toEqual([]);
  });

  it("is no account's address, and nothing comes back from there", async () => {
    const { userErrors } = await createAccount(service, { address: soldier, accountNumber: "0D1E2F" });
    expect(userErrors).toMatchObject([problem("NOT_ALLOWED", "address.region")]);
    const back = { carrierAccountId: american, shipFrom: soldier, packages: pounds, service: "UPS_GROUND" };
    const answer = await buyReturn(service, { shipment: back });
    expect(JSON.stringify(answer.userErrors)).toContain("APO");
  });

  it("is told when it is checked, and no option is to be had", async () => {
    const { userErrors } = await validate(service, soldier);
    expect(userErrors).toMatchObject([problem("NOT_ALLOWED", "address.region")]);
    const { carrierServiceOptions } = await service.run(
      `query ($input: CarrierServiceOptionsInput!) { carrierServiceOptions(input: $input) { options { isAvailable } } }`,
      { input: { carrierAccountId: american, shipTo: { countryCode: "US", postalCode: "09012" } } },
    );
    const available = carrierServiceOptions.options.filter(({ isAvailable }: { isAvailable: boolean }) => isAvailable);
    expect(available).toEqual([]);
  });
});

describe("a country where UPS suspended its service", () => {
  it("is refused in rates and labels in words that say so", async () => {
    const shipTo = { ...newYork, region: null, city: "Havana", postalCode: "10100", countryCode: "CU" };
    const parts = { carrierAccountId: american, shipTo, packages: pounds };
    const refusal = (field: string) => ({
      ...problem("NOT_ALLOWED", field),
      message: expect.stringContaining("Cuba: its service there is suspended"),
    });
    const answer = await rates(parts);
    expect(answer).toMatchObject({ quotes: [], userErrors: [refusal("shipTo.countryCode")] });
    const { purchase, userErrors } = await buy(service, { shipment: { ...parts, service: "UPS_WORLDWIDE_SAVER" } });
    expect([purchase, userErrors]).toMatchObject([null, [refusal("shipment.shipTo.countryCode")]]);
  });
});

describe("a lane whose labels need the goods", () => {
  const paris = {
    name: "Jean Exemple",
    lines: ["5 Av A France"],
    city: "Paris",
    postalCode: "75007",
    countryCode: "FR",
  };
  const needed = expect.objectContaining({ carrierErrorCode: "GOODS_NEEDED", severity: "INFO" });

  it("says so with prices without them, and not with them", async () => {
    const bare = [{ weight: { value: 2, unit: "KG" } }];
    const without = await rates({ carrierAccountId: german, shipTo: paris, packages: bare });
    expect(without.quotes).not.toEqual([]);
    expect(without.carrierMessages).toContainEqual(needed);
    const { carrierMessages } = await rates({ carrierAccountId: german, shipTo: paris, packages: kilos });
    expect(carrierMessages).not.toContainEqual(needed);
  });
});

describe("a post office box", () => {
  const shipTo = { ...newYork, lines: ["Mail room", "P.O. Box 12"] };

  it("is refused at its line, in rates and labels", async () => {
    const parts = { carrierAccountId: american, shipTo, packages: pounds };
    const answer = await rates(parts);
    expect(answer).toMatchObject({ quotes: [], userErrors: [problem("NOT_ALLOWED", "shipTo.lines.1")] });
    expect(await buy(service, { shipment: { ...parts, service: "UPS_GROUND" } })).toMatchObject({
      purchase: null,
      userErrors: [problem("NOT_ALLOWED", "shipment.shipTo.lines.1")],
    });
  });

  it("is no matter beside a house", async () => {
    const parts = { shipTo: { ...newYork, lines: ["350 5th Ave", "P.O. Box 12"] }, packages: pounds };
    await bought(service, { shipment: { carrierAccountId: american, ...parts, service: "UPS_GROUND" } });
  });
});

const island = (city: string, countryCode: string, postalCode: string, region: string | null = null) => ({
  ...{ company: "Cabildo", name: "Recepcion", lines: ["Plaza de Espana 1"], phone: "+34922239500" },
  ...{ city, countryCode, postalCode, region },
});

describe("a place outside the customs or taxes of its country", () => {
  const places: [string, ReturnType<typeof island>, string][] = [
    ["Tenerife", island("Santa Cruz de Tenerife", "ES", "38003", "TF"), "IC"],
    ["Ceuta", island("Ceuta", "ES", "51001", "CE"), "XC"],
    ["Melilla", island("Melilla", "ES", "52001"), "XL"],
    ["Heligoland", island("Helgoland", "DE", "27498"), "DE"],
    ["Livigno", island("Livigno", "IT", "23041"), "IT"],
    ["Åland", island("Mariehamn", "FI", "22100"), "AX"],
  ];

  it.each(places)("gets an invoice: %s", async (_, shipTo, code) => {
    const shipment = { carrierAccountId: german, shipTo, packages: kilos, service: "UPS_STANDARD" };
    await bought(service, { shipment: { ...shipment, customsDeclaration: { reasonForExport: "SALE" } } });
    const { to, invoice } = await booked();
    expect([to?.CountryCode, invoice?.reason]).toEqual([code, "SALE"]);
  });

  it.each(places)("is told of where nothing can be declared: %s", async (_, shipTo) => {
    const packages = [{ weight: { value: 2, unit: "KG" }, items: [{ ...goods, hsCode: null }] }];
    const shipment = { carrierAccountId: german, shipTo, packages, service: "UPS_STANDARD" };
    const source = `mutation ($input: PurchaseLabelInput!) {
      purchaseLabel(input: $input) { carrierMessages { carrierErrorCode } userErrors { code field } } }`;
    const { purchaseLabel } = await service.run(source, { input: { idempotencyKey: aKey(), shipment } });
    const codes = purchaseLabel.carrierMessages.map(
      ({ carrierErrorCode }: { carrierErrorCode: string }) => carrierErrorCode,
    );
    expect(codes).toEqual(["120016", "NO_CUSTOMS_DECLARATION"]);
  });

  it("is told apart from its country by the options", async () => {
    const source = `query ($input: CarrierServiceOptionsInput!) {
      carrierServiceOptions(input: $input) { options { code isAvailable } } }`;
    const hasInvoice = async (postalCode: string) => {
      const input = { carrierAccountId: german, shipTo: { countryCode: "ES", postalCode } };
      const { options } = (await service.run(source, { input })).carrierServiceOptions;
      return options.find(({ code }: { code: string }) => code === "COMMERCIAL_INVOICE").isAvailable;
    };
    expect([await hasInvoice("28001"), await hasInvoice("38003")]).toEqual([false, true]);
  });

  it("has no declaration inside the Union, Monaco and the way to Northern Ireland", async () => {
    for (const shipTo of [
      island("Madrid", "ES", "28001"),
      island("Monaco", "MC", "98000"),
      island("Belfast", "GB", "BT1 5GS"),
    ]) {
      const shipment = { carrierAccountId: german, shipTo, packages: kilos, service: "UPS_STANDARD" };
      const answer = await buy(service, { shipment: { ...shipment, customsDeclaration: { reasonForExport: "SALE" } } });
      expect(answer).toMatchObject(refused({ code: "OPTION_NOT_ALLOWED", field: "input.shipment.customsDeclaration" }));
    }
  });
});

describe("a sender in another country than the account's", () => {
  const fromGermany = () => ({ carrierAccountId: german, shipFrom: sanFrancisco, shipTo: newYork, packages: pounds });

  it("has no prices and no label, and UPS is not asked", async () => {
    const field = "shipFrom.countryCode";
    const elsewhere = fromGermany();
    expect(await rates(elsewhere)).toMatchObject({ quotes: [], userErrors: [problem("NOT_ALLOWED", field)] });
    expect(await buy(service, { shipment: { ...elsewhere, service: "UPS_GROUND" } })).toMatchObject({
      purchase: null,
      userErrors: [problem("NOT_ALLOWED", `shipment.${field}`)],
    });
    await expect(draft(service, { ...elsewhere, service: "UPS_GROUND" })).rejects.toThrow("This account is in DE");
    expect(await service.control.requests()).toEqual([]);
  });

  it("sends back what comes from there, and may be billed by a third party", async () => {
    const back = { carrierAccountId: german, shipFrom: newYork, packages: pounds, service: "UPS_WORLDWIDE_SAVER" };
    const returned = await buyReturn(service, { shipment: back });
    expect(returned.userErrors).toEqual([]);
    const third = {
      payer: "THIRD_PARTY",
      payerAccountNumber: "0X9Y8Z",
      payerPostalCode: "94111",
      payerCountryCode: "US",
    };
    const parts = { shipTo: { ...berlin, city: "Potsdam" }, packages: kilos, service: "UPS_STANDARD", options: third };
    await bought(service, { shipment: { carrierAccountId: german, ...parts } });
  });
});

it("takes an invoice to Puerto Rico, and asks for none", async () => {
  const shipTo = inStates("San Juan", null, "00901");
  const shipment = { carrierAccountId: american, shipTo, packages: pounds, service: "UPS_GROUND" };
  await bought(service, { shipment: { ...shipment, customsDeclaration: { reasonForExport: "SALE" } } });
  expect((await booked()).invoice?.formType).toBe("01");
  await bought(service, { shipment });
  expect((await booked()).invoice).toBeUndefined();
});
