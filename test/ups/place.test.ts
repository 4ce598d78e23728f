import { checkOrigin } from "../../src/ups/checks/check-origin.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { serialiseProduct } from "../../src/ups/customs/product-lines.js";
import { laneBetween } from "../../src/ups/words/lanes.js";
import { countryOf, placeOf } from "../../src/ups/words/places/place.js";
import { anAddress, someDetails } from "./builders.js";
import { aCustomsItem } from "./customs-builders.js";

type Written = [countryCode: string, region: string | null, postalCode: string | null, city?: string];
const at = (countryCode: string, region: string | null = null, postalCode: string | null = null, city = "") =>
  placeOf({ countryCode, region, postalCode, city });

const territories: [where: string, written: Written, country: string][] = [
  ["the US Virgin Islands by state", ["US", "VI", "00802"], "VI"],
  ["the US Virgin Islands by ZIP code", ["US", null, "00802-1234"], "VI"],
  ["the US Virgin Islands in words", ["US", "Virgin Islands", "00802"], "VI"],
  ["the US Virgin Islands by ISO 3166-2", ["us", "US-VI", null], "VI"],
  ["Guam", ["US", "gu", "96910"], "GU"],
  ["American Samoa", ["US", "AS", "96799"], "AS"],
  ["the Northern Marianas", ["US", "MP", "96950"], "MP"],
  ["Micronesia", ["US", "FM", "96941"], "FM"],
  ["the Marshall Islands", ["US", "MH", "96960"], "MH"],
  ["Palau", ["US", null, "96940"], "PW"],
  ["the Minor Outlying Islands", ["US", "UM", null], "UM"],
  ["Puerto Rico by state", ["US", "PR", "00901"], "PR"],
  ["Puerto Rico by ZIP code", ["US", null, "00601"], "PR"],
  ["Hawaii", ["US", "HI", "96813"], "US"],
  ["a state with another's ZIP code", ["US", "NY", "00802"], "US"],
  ["Tenerife", ["ES", "TF", "38003"], "IC"],
  ["Gran Canaria", ["ES", "Las Palmas", "35001"], "IC"],
  ["Ceuta", ["ES", null, "51001"], "XC"],
  ["Melilla", ["ES", null, "52001"], "XL"],
  ["Mallorca", ["ES", "PM", "07001"], "ES"],
  ["Ceuta by ISO's code of both", ["EA", null, "51001"], "XC"],
  ["Melilla by ISO's code of both", ["ea", null, null, "Melilla"], "XL"],
  ["Ceuta by UPS's code", ["XC", null, "51001"], "XC"],
  ["Northern Ireland as taxes call it", ["XI", null, "bt1 5gs"], "GB"],
  ["Northern Ireland without a postal code", ["XI", null, null], "GB"],
  ["the United Kingdom as people call it", ["UK", null, "SW1A 1AA"], "GB"],
  ["Jersey under that name", ["uk", null, "JE2 3AB"], "JE"],
  ["Kosovo by UPS's code", ["KV", null, "10000"], "KV"],
  ["Åland by its own code", ["AX", null, "22100"], "AX"],
  ["Heligoland", ["DE", null, "27498"], "DE"],
  ["Åland", ["FI", null, "22100"], "AX"],
  ["Jersey", ["GB", null, "je2 3ab"], "JE"],
  ["Guernsey", ["GB", null, "GY1 1WW"], "GG"],
  ["the Isle of Man", ["GB", null, "IM11AA"], "IM"],
  ["Northern Ireland", ["GB", null, "BT1 5GS"], "GB"],
  ["Monaco", ["FR", null, "98000"], "MC"],
  ["Guadeloupe", ["FR", null, "97110"], "GP"],
  ["Saint Barthélemy", ["FR", null, "97133"], "BL"],
  ["Saint Martin", ["FR", null, "97150"], "MF"],
  ["Martinique", ["FR", null, "97200"], "MQ"],
  ["French Guiana", ["FR", null, "97300"], "GF"],
  ["Réunion", ["FR", "974", "97400"], "RE"],
  ["Saint Pierre and Miquelon", ["FR", null, "97500"], "PM"],
  ["Mayotte", ["FR", null, "97600"], "YT"],
  ["Wallis and Futuna", ["FR", null, "98600"], "WF"],
  ["French Polynesia", ["FR", null, "98714"], "PF"],
  ["New Caledonia", ["FR", null, "98800"], "NC"],
  ["San Marino", ["IT", null, "47890"], "SM"],
  ["the Vatican", ["IT", null, "00120"], "VA"],
  ["Liechtenstein", ["CH", null, "9490"], "LI"],
  ["Curaçao", ["NL", "CW", null], "CW"],
  ["Bonaire", ["NL", "NL-BQ1", null], "BQ"],
  ["Hong Kong", ["CN", "HK", null], "HK"],
  ["Hong Kong by city", ["CN", null, "999077", "Hong Kong"], "HK"],
  ["Macau", ["CN", null, null, "Macao"], "MO"],
  ["Greenland", ["DK", null, "3900"], "GL"],
  ["the Faroe Islands", ["DK", null, "FO-100"], "FO"],
  ["Kosovo", ["XK", null, "10000"], "KV"],
];

it.each(territories)("knows %s as UPS does", (_, written, country) => {
  expect(at(...written).country).toBe(country);
});

it.each(territories.filter(([, , country]) => !["US", "ES", "DE", "GB"].includes(country)))(
  "knows %s written as a country of its own",
  (_, __, country) => {
    expect(at(country).country).toBe(country);
  },
);

it("sends no state to a territory, and Puerto Rico as its own", () => {
  expect(at("US", "VI", "00802").region).toBeUndefined();
  expect(at("VI", "VI", "00802").region).toBeUndefined();
  expect(at("ES", "TF", "38003").region).toBeUndefined();
  expect(at("US", "PR", "00901").region).toBe("PR");
  expect(at("US", "ny", "10007").region).toBe("NY");
  expect(at("US", "US-NY", "10007").region).toBe("NY");
});

const germany = { countryCode: "DE", postalCode: "10117" };
const france = { countryCode: "FR", postalCode: "75001" };
const spain = { countryCode: "ES", postalCode: "28001" };
const canaries = { countryCode: "ES", postalCode: "38003" };
const uk = { countryCode: "GB", postalCode: "EC1A 1BB" };
const belfast = { countryCode: "GB", postalCode: "BT1 5GS" };
const jersey = { countryCode: "GB", postalCode: "JE2 3AB" };
const man = { countryCode: "GB", postalCode: "IM1 1AA" };
type End = Parameters<typeof placeOf>[0];
const borders: [where: string, from: End, to: End, border: string, back?: string][] = [
  ["inside the Union", germany, france, "NONE"],
  ["the Canary Islands", germany, canaries, "REQUIRED"],
  ["the Canary Islands, from Spain itself", spain, canaries, "REQUIRED"],
  ["inside the Canary Islands", canaries, { countryCode: "ES", postalCode: "35001" }, "NONE"],
  ["Ceuta", france, { countryCode: "ES", postalCode: "51001" }, "REQUIRED"],
  ["Heligoland, from Germany itself", germany, { countryCode: "DE", postalCode: "27498" }, "REQUIRED"],
  ["Livigno", germany, { countryCode: "IT", postalCode: "23041" }, "REQUIRED"],
  ["Campione", germany, { countryCode: "IT", postalCode: "22061" }, "REQUIRED"],
  ["Mount Athos", germany, { countryCode: "GR", postalCode: "63086" }, "REQUIRED"],
  ["Åland", germany, { countryCode: "FI", postalCode: "22100" }, "REQUIRED"],
  [
    "Büsingen, from Switzerland",
    { countryCode: "CH", postalCode: "8001" },
    { countryCode: "DE", postalCode: "78266" },
    "NONE",
  ],
  ["Büsingen, from Germany", germany, { countryCode: "DE", postalCode: "78266" }, "REQUIRED"],
  ["Northern Cyprus", germany, { countryCode: "CY", postalCode: "99010" }, "REQUIRED"],
  ["Monaco", germany, { countryCode: "MC" }, "NONE"],
  ["Réunion", france, { countryCode: "FR", postalCode: "97400" }, "REQUIRED"],
  ["San Marino", france, { countryCode: "SM" }, "REQUIRED"],
  ["Great Britain", germany, uk, "REQUIRED"],
  ["Northern Ireland, from the Union", germany, belfast, "NONE"],
  ["Northern Ireland, from Great Britain", uk, belfast, "OPTIONAL", "NONE"],
  ["Northern Ireland, from the United States", { countryCode: "US" }, belfast, "REQUIRED"],
  ["Jersey, from Great Britain", uk, jersey, "REQUIRED"],
  ["the Isle of Man, from Great Britain", uk, man, "NONE"],
  ["Liechtenstein, from Switzerland", { countryCode: "CH" }, { countryCode: "LI" }, "NONE"],
  [
    "Svalbard, from Norway",
    { countryCode: "NO", postalCode: "0150" },
    { countryCode: "NO", postalCode: "9170" },
    "REQUIRED",
  ],
  ["Puerto Rico, from the United States", { countryCode: "US" }, { countryCode: "PR" }, "OPTIONAL", "NONE"],
  ["Guam, from the United States", { countryCode: "US" }, { countryCode: "GU" }, "REQUIRED"],
];

it.each(borders)("sees a customs border, or none, to %s, and on the way back", (_, from, to, border, back = border) => {
  expect([laneBetween(from, to).customs, laneBetween(to, from).customs]).toEqual([border, back]);
});

const military: [string, Parameters<typeof placeOf>[0], string | null][] = [
  ["a military state", { countryCode: "US", region: "AE", city: "APO", postalCode: "09012" }, "region"],
  ["by ISO 3166-2", { countryCode: "US", region: "US-AP", city: "FPO" }, "region"],
  ["a city alone", { countryCode: "US", region: "NY", city: "A.P.O." }, "city"],
  ["a city with its state", { countryCode: "US", city: "dpo ae" }, "city"],
  ["a line", { countryCode: "US", city: "", lines: ["PSC 2 Box 1", "APO, AE 09012"] }, "city"],
  ["a ZIP code of Europe", { countryCode: "US", postalCode: "09834" }, "postalCode"],
  ["a ZIP code of the Americas", { countryCode: "US", postalCode: "34002-0001" }, "postalCode"],
  ["a ZIP code of the Pacific", { countryCode: "US", postalCode: "96349" }, "postalCode"],
  ["the host country", { countryCode: "DE", region: "AE", city: "APO", postalCode: "09012" }, "city"],
  ["a British forces' number", { countryCode: "GB", city: "BFPO 57" }, "city"],
  ["a British forces' postcode", { countryCode: "GB", postalCode: "bf13aa" }, "postalCode"],
  ["a Canadian forces' number", { countryCode: "CA", city: "Belleville", lines: ["CFPO 5053"] }, "city"],
  ["a French sector", { countryCode: "FR", city: "Armées", postalCode: "00200" }, "city"],
  ["the German Feldpost", { countryCode: "DE", city: "Darmstadt", lines: ["Feldpost"] }, "city"],
  ["Apopka in Florida", { countryCode: "US", region: "FL", city: "Apopka", postalCode: "32703" }, null],
  ["Sarasota", { countryCode: "US", region: "FL", city: "Sarasota", postalCode: "34236" }, null],
  ["Hawaii", { countryCode: "US", region: "HI", city: "Honolulu", postalCode: "96813" }, null],
  ["the Emirates", { countryCode: "AE", region: "AE", city: "Dubai" }, null],
];

it.each(military)("knows the armed forces by %s", (_, address, part) => {
  expect([placeOf(address).isMilitary, placeOf(address).militaryPart]).toEqual([part !== null, part]);
});

const boxes: [countryCode: string, ...lines: string[]][] = [
  ["US", "PO Box 123"],
  ["US", "P.O. Box 123"],
  ["US", "P. O. BOX #12"],
  ["US", "POB 12"],
  ["US", "Post Office Box 12"],
  ["US", "Box 12"],
  ["US", "Attn Mail Room", "P O Box A-12"],
  ["AU", "GPO Box 2890"],
  ["AU", "Locked Bag 12"],
  ["DE", "Postfach 12 34 56"],
  ["DE", "Postnummer 1234567", "Packstation 145"],
  ["DE", "Postfiliale 501"],
  ["FR", "B.P. 123"],
  ["FR", "Boîte postale n° 12"],
  ["FR", "CS 40001"],
  ["CH", "Case postale 12"],
  ["ES", "Apartado de Correos 12"],
  ["ES", "Apdo. 12"],
  ["PT", "Apartado 12"],
  ["BR", "Caixa Postal 12"],
  ["IT", "Casella Postale 12"],
  ["NL", "Postbus 12345"],
  ["BE", "Postbus 12"],
  ["SE", "Box 123"],
  ["DK", "Postboks 12"],
  ["NO", "Pb. 12"],
  ["FI", "PL 123"],
  ["PL", "Skrytka pocztowa 12"],
  ["HU", "Pf. 12"],
  ["US", "General Delivery"],
  ["FR", "Poste restante"],
  ["AU", "Parcel Locker 10123 45678"],
];

it.each(boxes)("finds the post office box in %s: %s", (countryCode, ...lines) => {
  const place = placeOf({ countryCode, lines });
  expect([place.isPoBox, place.postBoxLine]).toEqual([true, lines.length - 1]);
});

const houses: [countryCode: string, ...lines: string[]][] = [
  ["US", "12 Boxwood St"],
  ["US", "1 Post Office Road"],
  ["US", "100 Box Canyon Rd"],
  ["US", "350 5th Ave", "PO Box 12"],
  ["US", "PO Box 12, 350 5th Ave"],
  ["US", "RR 2 Box 12"],
  ["US", "500 Pob St"],
  ["GB", "1 Postbox Lane"],
  ["DE", "Postfachgasse 5"],
  ["DE", "Hauptstr. 5", "Postfach 12"],
  ["NL", "Postbusweg 12"],
  ["FR", "12 rue de la Poste", "BP 34"],
  ["FI", "Plantagenkatu 12"],
  ["IT", "Via Casella 12"],
  ["SE", "Boxholmsgatan 12"],
  ["AE", "PO Box 12"],
];

it.each(houses)("leaves in peace in %s: %s", (countryCode, ...lines) => {
  expect(placeOf({ countryCode, lines }).isPoBox).toBe(false);
});

it("sells no 3 Day Select to Alaska and Hawaii", () => {
  const to = (region: string, postalCode: string) =>
    checkShipment(
      someDetails({ shipTo: anAddress("sanFrancisco", { region, postalCode }) }),
      "UPS_3_DAY_SELECT",
      new Date(),
    ).map(({ path, message }) => `${path}: ${message}`);
  expect([to("CA", "94111"), to("AK", "99501")]).toEqual([
    [],
    ["service: UPS 3 Day Select does not reach Alaska and Hawaii"],
  ]);
  expect(to("HI", "96813")).toHaveLength(1);
});

it("refuses a box for Ground Saver by name as for any service", () => {
  const shipTo = anAddress("sanFrancisco", { lines: ["PO Box 12"] });
  for (const service of [null, "UPS_GROUND_SAVER", "UPS_GROUND"]) {
    const boxed = checkShipment(someDetails({ shipTo }), service, new Date()).filter(
      ({ code }) => code === "NOT_ALLOWED",
    );
    expect(boxed.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
      expect.stringMatching(/^shipTo\.lines\.0: None of UPS's services delivers to boxes .* Ground Saver no more/),
    ]);
  }
});

it("keeps the customs border of a place that is written by a code beside ISO's", () => {
  const from = { countryCode: "DE" };
  const border = (countryCode: string, postalCode: string | null) =>
    laneBetween(from, { countryCode, postalCode }).customs;
  expect([border("EA", "51001"), border("XI", null), border("UK", "SW1A 1AA"), border("UK", "BT1 5GS")]).toEqual([
    ...["REQUIRED", "NONE", "REQUIRED", "NONE"],
  ]);
});

it("takes codes in use beside ISO's as countries, and nothing else", () => {
  const problems = (countryCode: string, postalCode: string | null = null) =>
    checkShipment(
      someDetails({ shipTo: anAddress("berlin", { countryCode, postalCode, region: null }) }),
      null,
      new Date(),
    ).map(({ code, path }) => `${code} ${path.join(".")}`);
  for (const code of ["XK", "IC", "XI", "UK", "AX", "XC", "XL", "KV"])
    expect([code, ...problems(code)]).toEqual([code]);
  expect([problems("EA", "51001"), problems("EA", "52006")]).toEqual([[], []]);
  expect([problems("EA"), problems("EA", "28001")]).toEqual([
    ["REQUIRED shipTo.postalCode"],
    ["INVALID shipTo.postalCode"],
  ]);
  for (const code of ["ZZ", "XX", "EU", "UN", "AA", "QM", "Q1", "D", "DEU", "", "12"])
    expect([code, ...problems(code)]).toEqual([code, "INVALID shipTo.countryCode"]);
});

it("leaves it to UPS whether an account of the United States ships from Puerto Rico, and the other way round", () => {
  const problems = (from: "sanJuan" | "newYork" | "berlin", own: "sanJuan" | "newYork") =>
    checkOrigin(someDetails({ shipFrom: anAddress(from) }), anAddress(own)).map(({ code }) => code);
  expect([problems("sanJuan", "newYork"), problems("newYork", "sanJuan")]).toEqual([[], []]);
  expect([problems("berlin", "newYork"), problems("berlin", "sanJuan")]).toEqual([["NOT_ALLOWED"], ["NOT_ALLOWED"]]);
});

it("lets a recipient with a box fetch at an access point", () => {
  const shipTo = anAddress("sanFrancisco", { lines: ["PO Box 12"], email: "ada@example.com" });
  const place = { ...anAddress("sanFrancisco"), lines: ["1 Ferry Building"] };
  const accessPoint = { carrierLocationId: "U10000101", name: "Shop", address: place };
  const pathsOf = (over: object) =>
    checkShipment(someDetails({ shipTo, ...over }), "UPS_GROUND", new Date()).map(({ path }) => path.join("."));
  expect([pathsOf({}), pathsOf({ accessPoint })]).toEqual([["shipTo.lines.0"], []]);
});

it("tells customs of goods from Kosovo by UPS's code", () => {
  const product = serialiseProduct(aCustomsItem({ originCountryCode: "xk" }), "METRIC");
  expect(product).toMatchObject({ OriginCountryCode: "KV" });
});

it("names its source in every row", () => {
  for (const [, written] of territories) {
    const { territory } = at(...written);
    if (territory) expect(territory.source).not.toBe("");
  }
  expect(countryOf({ countryCode: " de " })).toBe("DE");
});
