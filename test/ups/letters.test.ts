import type { CustomsDeclaration } from "../../src/carrier/customs.js";
import type { LabelLetters } from "../../src/carrier/shipment-options.js";
import type { Address } from "../../src/carrier/values.js";
import { letterNotices, letterProblems, printable } from "../../src/ups/shipping/letters.js";
import { latin1 } from "../../src/ups/words/character-sets.js";
import { write } from "../../src/ups/words/written-letters.js";
import { anAccount, anAddress, aPackage, aShipRequest, someDetails, someOptions } from "./builders.js";
import { aCustomsItem, aDeclaration } from "./customs-builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const shippedTo = (over: Partial<Address>, letters: LabelLetters = "WITHOUT_ACCENTS", from: Partial<Address> = {}) =>
  someDetails({
    shipFrom: anAddress("newYork", from),
    shipTo: anAddress("berlin", over),
    packages: [aPackage({ description: "Books" })],
    options: someOptions({ letters }),
  });

describe("a letter that Latin-1 has not", () => {
  it.each([
    ["O’Brien – “Books”…", 'O\'Brien - "Books"...', "ALIKE"],
    ["１２３ Ｍａｉｎ Ｓｔ．", "123 Main St.", "ALIKE"],
    ["№ 5 ﬁne", "No 5 fine", "ALIKE"],
    ["Cafe\u0301", "Café", "NONE"],
    ["Ada\u200b\u200e Lovelace", "Ada Lovelace", "NONE"],
    ["Ada\u00a0Lovelace", "Ada Lovelace", "NONE"],
    ["Rīga, Łódź, Győr", "Riga, Lódz, Gyor", "WITHOUT_ACCENTS"],
    ["Nguyễn Đình", "Nguyen Dình", "WITHOUT_ACCENTS"],
    ["İstanbul Şişli", "Istanbul Sisli", "WITHOUT_ACCENTS"],
    ["Straße Ærø", "Straße Ærø", "NONE"],
  ])("is printed without asking where a reader loses nothing: %j as %j", (text, printed, change) => {
    expect(write(text, latin1, "WITHOUT_ACCENTS")).toEqual({ text: printed, change, unprintable: [] });
  });

  it.each([
    ["ул. Московска 33", "ul. Moskovska 33"],
    ["Αθήνα", "Athina"],
    ["北京", "BeiJing"],
    ["القاهرة", "alqahrh"],
    ["東京タワー", "DongJingtawa"],
    ["Ada 😀 Lovelace 🇬🇧", "Ada Lovelace"],
    ["서울", expect.stringMatching(/^[A-Za-z]+$/)],
  ])("is written in Latin letters on request: %s as %s", (text, printed) => {
    expect(write(text, latin1, "TRANSLITERATE")).toMatchObject({ text: printed, unprintable: [] });
  });

  it.each(["Мэрия", "Αθήνα", "北京", "القاهرة", "😀"])("is refused otherwise: %s", (text) => {
    for (const letters of ["AS_WRITTEN", "WITHOUT_ACCENTS"] as const)
      expect(write(text, latin1, letters).unprintable.length).toBeGreaterThan(0);
  });

  it("is refused too where nothing may be changed", () => {
    expect(write("Rīga’s", latin1, "AS_WRITTEN")).toEqual({ text: "Rīga's", change: "ALIKE", unprintable: ["ī"] });
  });
});

it.each([
  ["Świnoujście", "PL", "pol"],
  ["Plzeň", "CZ", "ces"],
  ["Győr", "HU", "hun"],
  ["Ružomberok Č", "SK", "slk"],
  ["Timișoara", "RO", "ron"],
  ["Čakovec", "HR", "pol"],
  ["Iğdır", "TR", "tur"],
  ["München", "DE", "deu"],
  ["Málaga 4º", "ES", "spa"],
  ["Besançon", "FR", "fra"],
  ["Berlin", "DE", null],
])("%s in %s is printed with UPS's language %s", (city, countryCode, characterSet) => {
  const printed = printable(shippedTo({ city, countryCode }));
  expect(printed.characterSet).toBe(characterSet);
  expect(letterProblems(printed)).toEqual([]);
  if (city !== "Timișoara") expect(printed.details.shipTo.city).toBe(city);
  const codes = letterNotices(printed).map(({ code }) => code);
  expect(codes.includes("LETTERS_CHARACTER_SET")).toBe(
    ["pol", "ces", "hun", "slk", "ron", "tur"].includes(`${characterSet}`),
  );
});

it("prints Cyrillic inside one country, and not on the way to another", () => {
  const name = { name: "Приёмная", company: null };
  const atHome = printable(shippedTo(name, "WITHOUT_ACCENTS", { countryCode: "DE" }));
  expect([atHome.characterSet, letterProblems(atHome)]).toEqual(["rus", []]);
  expect(letterProblems(printable(shippedTo(name)))).toHaveLength(1);
});

it("takes the set that leaves the fewest letters to be rewritten", () => {
  const printed = printable(shippedTo({ name: "Ąžuolas Žižka Çelik", company: null, countryCode: "PL" }));
  expect([printed.characterSet, printed.details.shipTo.name]).toEqual(["pol", "Ąžuolas Žižka Çelik"]);
  const mixed = printable(shippedTo({ name: "Łukasz 李", company: null, countryCode: "PL" }, "TRANSLITERATE"));
  expect([mixed.characterSet, mixed.details.shipTo.name]).toEqual(["pol", "Łukasz Li"]);
});

const bulgarian = { company: "Мэрия", name: "Приёмная", lines: ["ул. Московска 33"], city: "София", countryCode: "BG" };

it("names each field and its letters, and what to do", () => {
  const problems = letterProblems(printable(shippedTo(bulgarian)));
  expect(problems.map(({ code, path }) => [code, path.join(".")])).toEqual([
    ["INVALID", "shipTo.name"],
    ["INVALID", "shipTo.company"],
    ["INVALID", "shipTo.lines.0"],
    ["INVALID", "shipTo.city"],
  ]);
  expect(problems[1]?.message).toMatch(/"М", "э", "р", "и", "я".*TRANSLITERATE/);
});

it("tells what is printed instead, field by field", () => {
  const printed = printable(shippedTo(bulgarian, "TRANSLITERATE"));
  expect(letterProblems(printed)).toEqual([]);
  expect(printed.characterSet).toBeNull();
  expect(letterNotices(printed)).toEqual([
    { code: "LETTERS_REPLACED", severity: "WARNING", text: expect.stringContaining('shipTo.city: "Sofiya"') },
  ]);
  const plain = letterNotices(printable(shippedTo({ name: "Pat O’Brien" })));
  expect(plain).toMatchObject([{ code: "LETTERS_REPLACED", severity: "INFO" }]);
});

it("looks at references, goods, the sender and every text of the invoice", () => {
  const customs: CustomsDeclaration = aDeclaration({
    ...{ comments: "К", declarationStatement: "Д", invoiceNumber: "№Б1", reasonForExport: "Образец" },
    soldTo: anAddress("berlin", { name: "Юлия" }),
    items: [aCustomsItem({ description: "Книга", sku: "КН-1" })],
  });
  const details = someDetails({
    shipFrom: anAddress("newYork", { name: "Ян" }),
    shipTo: anAddress("berlin"),
    packages: [aPackage({ description: "Книга", reference: "Заказ 1" })],
    reference: "Заказ",
    customs,
  });
  expect(letterProblems(printable(details)).map(({ path }) => path.join("."))).toEqual([
    ...["shipFrom.name", "packages.0.reference", "packages.0.description", "reference"],
    ...["customs.reasonForExport", "customs.invoiceNumber", "customs.comments", "customs.declarationStatement"],
    ...["customs.soldTo.name", "customs.items.0.description", "customs.items.0.sku"],
  ]);
  const { details: printed } = printable({ ...details, options: someOptions({ letters: "TRANSLITERATE" }) });
  expect(printed.customs?.items[0]).toMatchObject({ description: "Kniga", sku: "KN-1" });
});

it("names packed goods once, by the line of the invoice that is made of them", () => {
  const customs = aDeclaration({ isDerived: true, items: [aCustomsItem({ description: "Книга" })] });
  const details = someDetails({ shipTo: anAddress("berlin"), packages: [aPackage({ description: "Книга" })], customs });
  expect(letterProblems(printable(details)).map(({ path }) => path.join("."))).toEqual(["customs.items.0.description"]);
});

it("refuses a text of which nothing is left", () => {
  const printed = printable(shippedTo({ name: "😀", company: null }, "TRANSLITERATE"));
  expect(letterProblems(printed)).toMatchObject([{ code: "INVALID", path: ["shipTo", "name"] }]);
});

describe("at the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  afterAll(() => ups.close());

  const labelOf = async (to: Partial<Address>, letters: LabelLetters, account = anAccount()) => {
    const details = shippedTo(to, letters);
    const request = aShipRequest({ details, labelFormat: "ZPL", serviceCode: "UPS_WORLDWIDE_SAVER" });
    const outcome = await ups.adapter.ship(account, request, { purchaseId: null });
    if (outcome.kind !== "ANSWERED") throw new Error(JSON.stringify(outcome));
    return { zpl: outcome.value.packages[0]?.label?.bytes.toString("latin1") ?? "", codes: outcome.messages };
  };

  it.each([
    ["Świnoujście", "WITHOUT_ACCENTS", "SWINOUJSCIE"],
    ["Rīga", "WITHOUT_ACCENTS", "RIGA"],
    ["Málaga 4º", "WITHOUT_ACCENTS", "MALAGA 4O"],
    ["O’Hara", "AS_WRITTEN", "O'HARA"],
    ["東京", "TRANSLITERATE", "DONGJING"],
  ] as const)("no question mark is printed for %s", async (city, letters, onLabel) => {
    const { zpl } = await labelOf({ city }, letters);
    expect(zpl.toUpperCase()).toContain(onLabel);
    expect(zpl).not.toContain("?");
  });

  it("nor for the account's own name", async () => {
    const account = anAccount();
    const shipper = { ...account.shipper, company: "Книги", name: "Ян" };
    const { codes } = await labelOf({}, "WITHOUT_ACCENTS", { ...account, shipper });
    expect(codes).toContainEqual(
      expect.objectContaining({ code: "LETTERS_REPLACED", text: expect.stringContaining('shipper.company: "Knigi"') }),
    );
  });

  it("the limits are of what is printed", () => {
    const check = (line: string, letters: LabelLetters) =>
      ups.adapter
        .checkShipment(shippedTo({ lines: [line] }, letters), "UPS_WORLDWIDE_SAVER")
        .map(({ code, path }) => [code, path.join(".")]);
    expect(check("щ".repeat(10), "TRANSLITERATE")).toEqual([["TOO_LONG", "shipTo.lines.0"]]);
    expect(check("щ".repeat(8), "TRANSLITERATE")).toEqual([]);
    expect(check("щ".repeat(8), "WITHOUT_ACCENTS")).toEqual([["INVALID", "shipTo.lines.0"]]);
  });
});
