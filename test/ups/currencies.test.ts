import { serialiseInvoice } from "../../src/ups/customs/serialise-invoice.js";
import { serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { isoCurrency, upsCurrency } from "../../src/ups/words/currencies.js";
import { upsMoney } from "../../src/ups/words/money.js";
import { anAccount, anAddress, aPackage, aRateRequest, aShipRequest, someDetails } from "./builders.js";
import { aCustomsItem, aDeclaration } from "./customs-builders.js";
import { startSimulatedUps } from "./simulated-ups.js";

const shanghai = anAddress("berlin", {
  lines: ["200 Renmin Ave"],
  city: "Shanghai",
  postalCode: "200003",
  countryCode: "CN",
  phone: "+86 21 63723456",
});
const yuan = (amount: string) => ({ amount, currencyCode: "CNY" });
const novel = aCustomsItem({ unitValue: yuan("50.00") });
const details = someDetails({
  shipFrom: shanghai,
  shipTo: anAddress("newYork"),
  packages: [aPackage({ weight: { value: 1, unit: "KG" }, declaredValue: yuan("100") })],
  customs: aDeclaration({ currencyCode: "CNY", items: [novel] }),
});

it("calls the yuan what UPS calls it, wherever money is sent", () => {
  const account = anAccount({ shipper: shanghai });
  const { Shipment } = serialiseRating(account, aRateRequest({ details })).RateRequest;
  expect(Shipment.Package[0]).toMatchObject({ PackageServiceOptions: { DeclaredValue: { CurrencyCode: "RMB" } } });
  expect(Shipment).toMatchObject({ InvoiceLineTotal: { CurrencyCode: "RMB" } });
  expect(serialiseInvoice(aShipRequest({ details }))).toMatchObject({
    CurrencyCode: "RMB",
  });
});

it("leaves other currencies as they are, and knows what UPS means by every code of its own", () => {
  expect(["USD", "EUR", "TWD"].map(upsCurrency)).toEqual(["USD", "EUR", "TWD"]);
  for (const code of ["CNY", "USD", "TWD", "RUB"]) expect(isoCurrency(upsCurrency(code))).toBe(code);
});

it("prices what goes out of China in the currency that ISO names", async () => {
  const ups = await startSimulatedUps();
  const outcome = await ups.adapter.rate(anAccount({ shipper: shanghai }), aRateRequest({ details }), {
    purchaseId: null,
  });
  await ups.close();
  if (outcome.kind !== "ANSWERED") throw new Error(JSON.stringify(outcome));
  const currencies = outcome.value.flatMap(({ total, published, charges }) =>
    [total, published, ...charges.map(({ amount }) => amount)].map((money) => money?.currencyCode),
  );
  expect([...new Set(currencies)]).toEqual(["CNY"]);
});

it.each(["EUROS", "1", "$", "N/A", "\0"])("takes an amount of %j for no amount", (CurrencyCode) => {
  expect(upsMoney.safeParse({ CurrencyCode, MonetaryValue: "12.50" }).success).toBe(false);
});

it("keeps no character in a text that no database takes", () => {
  const said = JSON.stringify({ CurrencyCode: "US\0D", MonetaryValue: "12.50\0" });
  expect(upsMoney.parse(JSON.parse(said))).toEqual({ amount: "12.50", currencyCode: "USD" });
});
