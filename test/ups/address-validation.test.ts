import type { Address } from "../../src/carrier/values.js";
import { parseAddressValidation } from "../../src/ups/addresses/parse-address-validation.js";
import {
  addressValidationPath,
  checkAddressToValidate,
  serialiseAddressValidation,
  validatesAddressesIn,
} from "../../src/ups/addresses/serialise-address-validation.js";
import { serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { anAccount, anAddress, aRateRequest, aShipRequest, someDetails } from "./builders.js";
import { fixture } from "./fixtures.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const inSanJuan = (over: Partial<Address> = {}) =>
  anAddress("sanJuan", { lines: ["Urb. Roosevelt", "150 Calle 1"], postalCode: "00918", ...over });

describe("The Address Validation request", () => {
  it("asks to validate and classify a street, without the names of who is there", () => {
    expect(addressValidationPath).toBe(
      "/api/addressvalidation/v2/3?regionalrequestindicator=False&maximumcandidatelistsize=10",
    );
    expect(serialiseAddressValidation(anAddress("sanFrancisco"))).toEqual({
      XAVRequest: {
        AddressKeyFormat: {
          AddressLine: ["1 Ferry Building"],
          PoliticalDivision2: "San Francisco",
          PoliticalDivision1: "CA",
          PostcodePrimaryLow: "94111",
          PostcodeExtendedLow: "4209",
          CountryCode: "US",
        },
      },
    });
  });

  it("takes an urbanization of Puerto Rico out of the street, and asks for it as a country", () => {
    expect(serialiseAddressValidation(inSanJuan()).XAVRequest.AddressKeyFormat).toMatchObject({
      AddressLine: ["150 Calle 1"],
      Urbanization: "Urb. Roosevelt",
      CountryCode: "PR",
    });
    const elsewhere = anAddress("newYork", { lines: ["Urb Building", "350 5th Ave"] });
    expect(serialiseAddressValidation(elsewhere).XAVRequest.AddressKeyFormat.AddressLine).toHaveLength(2);
  });

  it("leaves out what is not given", () => {
    const bare = anAddress("newYork", { region: null, city: " ", postalCode: "10118" });
    expect(Object.keys(serialiseAddressValidation(bare).XAVRequest.AddressKeyFormat)).toEqual([
      "AddressLine",
      "PostcodePrimaryLow",
      "CountryCode",
    ]);
  });

  it("is for the United States and Puerto Rico", () => {
    expect(["US", "PR", "VI", "CA", "DE", ""].map(validatesAddressesIn)).toEqual([
      ...[true, true],
      ...[false, false, false, false],
    ]);
  });

  it.each([
    ["no street", { lines: [] }, ["REQUIRED lines"]],
    ["four lines", { lines: ["1", "2", "3", "4"] }, ["TOO_LONG lines"]],
    ["a long line", { lines: ["x".repeat(101)] }, ["TOO_LONG lines.0"]],
    ["a long city", { city: "x".repeat(31) }, ["TOO_LONG city"]],
    ["neither postal code nor city and state", { postalCode: null, region: null }, ["REQUIRED postalCode"]],
    ["city and state", { postalCode: null }, []],
    ["a code that is none", { postalCode: "1011" }, ["INVALID postalCode"]],
    ["a long line that only Ship refuses", { lines: ["x".repeat(100)] }, []],
  ])("is checked before it is sent: %s", (_, over, problems) => {
    const found = checkAddressToValidate(anAddress("newYork", over));
    expect(found.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(problems);
  });
});

describe("The Address Validation answer", () => {
  const parse = (name: string, asked: Address) =>
    parseAddressValidation(fixture("address-validation", name), asked)?.value;

  it("says what was corrected: neither capitals nor an extended code count", () => {
    const asked = anAddress("newYork", { lines: ["350 Fifth Ave."], city: "Albany" });
    const address = { ...asked, lines: ["350 5TH AVE"], city: "NEW YORK", postalCode: "10118-0110" };
    expect(parse("valid-corrected", asked)).toEqual({
      status: "VALID",
      residentialStatus: "COMMERCIAL",
      candidates: [
        {
          address: { ...address, residentialStatus: "COMMERCIAL" },
          residentialStatus: "COMMERCIAL",
          changedFields: ["LINES", "CITY"],
        },
      ],
    });
    const exact = anAddress("newYork", { lines: ["350  5th Ave."], postalCode: "10118" });
    expect(parse("valid-corrected", exact)?.candidates[0]?.changedFields).toEqual([]);
  });

  it("says that a code, an extension, a state or a part that was missing differs", () => {
    const changed = (over: Partial<Address>) =>
      parse("valid-corrected", anAddress("newYork", { lines: ["350 5th Ave"], ...over }))?.candidates[0]?.changedFields;
    expect(changed({ postalCode: "10001" })).toEqual(["POSTAL_CODE"]);
    expect(changed({ postalCode: "10118-9999" })).toEqual(["POSTAL_CODE"]);
    expect(changed({ postalCode: null })).toEqual(["POSTAL_CODE"]);
    expect(changed({ region: "NJ" })).toEqual(["REGION"]);
    expect(changed({ city: null })).toEqual(["CITY"]);
  });

  it("leaves the caller's own statement of a home in the address", () => {
    const asked = anAddress("newYork", { residentialStatus: "RESIDENTIAL" });
    expect(parse("valid-corrected", asked)?.candidates[0]).toMatchObject({
      address: { residentialStatus: "RESIDENTIAL" },
      residentialStatus: "COMMERCIAL",
    });
  });

  it("reads single elements for lists and takes the class of the only candidate", () => {
    expect(parse("valid-single-objects", anAddress("newYork"))).toMatchObject({
      status: "VALID",
      residentialStatus: "RESIDENTIAL",
      candidates: [{ address: { lines: ["550 E 88TH ST"] } }],
    });
  });

  it("puts urbanizations back into the lines, and keeps how Puerto Rico is written", () => {
    const found = parse("ambiguous-in-puerto-rico", inSanJuan());
    expect(found).toMatchObject({ status: "AMBIGUOUS", residentialStatus: "UNKNOWN" });
    expect(found?.candidates.map(({ address, changedFields }) => [address.lines, changedFields])).toEqual([
      [["URB ROOSEVELT", "150 CALLE 1"], []],
      [
        ["URB HYDE PARK", "150 CALLE 1"],
        ["LINES", "POSTAL_CODE"],
      ],
    ]);
    expect(found?.candidates.map(({ address }) => [address.countryCode, address.region])).toEqual([
      ["US", "PR"],
      ["US", "PR"],
    ]);
    const asCountry = parse("ambiguous-in-puerto-rico", inSanJuan({ countryCode: "PR", region: null }));
    expect(asCountry?.candidates[0]).toMatchObject({ address: { countryCode: "PR" }, changedFields: [] });
  });

  it("leaves what UPS leaves out of a candidate as it was asked about", () => {
    const candidate = (AddressKeyFormat: object, asked: Address) =>
      parseAddressValidation({ XAVResponse: { ValidAddressIndicator: "", Candidate: { AddressKeyFormat } } }, asked)
        ?.value.candidates[0];
    const asked = anAddress("newYork", { lines: ["350 5th Ave", "Ste 7"], postalCode: "10118-0110" });
    const same = { address: { ...asked, residentialStatus: asked.residentialStatus }, changedFields: [] };
    expect(candidate({ CountryCode: "US", AddressLine: "350 5TH AVE STE 7" }, asked)).toMatchObject({
      address: { lines: ["350 5TH AVE STE 7"], city: asked.city, region: asked.region, postalCode: "10118-0110" },
      changedFields: [],
    });
    expect(candidate({ PostcodePrimaryLow: "10118", AddressLine: null, PoliticalDivision2: "" }, asked)).toMatchObject(
      same,
    );
    expect(candidate({ PoliticalDivision2: "ALBANY" }, asked)).toMatchObject({ changedFields: ["CITY"] });
    const inPuertoRico = inSanJuan();
    const [, ...street] = inPuertoRico.lines;
    expect(candidate({ AddressLine: street }, inPuertoRico)?.address.lines).toEqual(inPuertoRico.lines);
  });

  it("reads lines that are glued together as lines", () => {
    const key = { AddressLine: "350 5TH AVE\nSTE 7&#xD;&#xA;FLOOR 2", PoliticalDivision2: "NEW\r\nYORK" };
    const body = { XAVResponse: { AmbiguousAddressIndicator: "", Candidate: [{ AddressKeyFormat: key }] } };
    const [found] = parseAddressValidation(body, anAddress("newYork"))?.value.candidates ?? [];
    expect(found?.address).toMatchObject({ lines: ["350 5TH AVE", "STE 7", "FLOOR 2"], city: "NEW YORK" });
  });

  it("may be that there is nothing like it", () => {
    expect(parse("no-candidates-with-empty-text", anAddress("newYork"))).toEqual({
      status: "NO_CANDIDATES",
      residentialStatus: "UNKNOWN",
      candidates: [],
    });
  });

  it("is not guessed at when it says none of the three, or failure", () => {
    const response = { ResponseStatus: { Code: "1" } };
    const asked = anAddress("newYork");
    expect(parseAddressValidation({ XAVResponse: { Response: response } }, asked)).toBeNull();
    const failed = { Response: { ResponseStatus: { Code: "0" } }, ValidAddressIndicator: "" };
    expect(parseAddressValidation({ XAVResponse: failed }, asked)).toBeNull();
    expect(parseAddressValidation({}, asked)).toBeNull();
  });
});

describe("The Address Validation call", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(() => ups.reset());
  afterAll(() => ups.close());

  const ask = (address: Address, clientId?: string) =>
    ups.adapter.addressValidation.validate(anAccount({ clientId, accountId: `account of ${clientId}` }), address, {
      purchaseId: null,
    });

  it.each([
    ["a business", anAddress("newYork"), "VALID", "COMMERCIAL"],
    ["a home", anAddress("newYork", { lines: ["550 East 88th Street"], postalCode: "10128" }), "VALID", "RESIDENTIAL"],
    ["Puerto Rico", inSanJuan(), "VALID", "RESIDENTIAL"],
    ["several", inSanJuan({ lines: ["150 Calle 1"] }), "AMBIGUOUS", "UNKNOWN"],
    ["nowhere", anAddress("newYork", { lines: ["1 Nowhere St"] }), "NO_CANDIDATES", "UNKNOWN"],
  ])("finds %s", async (_, address, status, residentialStatus) => {
    expect(await ask(address)).toMatchObject({ kind: "ANSWERED", value: { status, residentialStatus } });
  });

  it("reads the shape of UPS's older version alike", async () => {
    const usual = await ask(anAddress("newYork"));
    await ups.control.addFault({ operation: "VALIDATE_ADDRESS", kind: "SHAPE" });
    expect(await ask(anAddress("newYork"))).toEqual(usual);
  });

  it("tells a refusal, a missing product and silence apart", async () => {
    const inChicago = anAddress("newYork", { lines: ["111 S Michigan Ave"], city: "Chicago", region: "IL" });
    expect(await ask({ ...inChicago, postalCode: "60603" }, "knows-two-states")).toEqual({
      kind: "REJECTED",
      messages: [expect.objectContaining({ code: "264030" })],
    });
    expect(await ask(anAddress("newYork"), "without-address-validation")).toMatchObject({
      kind: "ACCOUNT_REFUSED",
      reason: "PRODUCT_NOT_ADDED",
    });
    await ups.control.addFault({ operation: "VALIDATE_ADDRESS", kind: "HTML" });
    expect(await ask(anAddress("newYork"))).toMatchObject({ kind: "UNAVAILABLE", reason: "PROTOCOL_ERROR" });
  });

  it("is repeated when UPS fails, as every question that changes nothing", async () => {
    await ups.control.addFault({ operation: "VALIDATE_ADDRESS", kind: "STATUS", status: 503 });
    expect(await ask(anAddress("newYork"))).toMatchObject({ kind: "ANSWERED" });
    expect(ups.calls.map(({ operation, httpStatus }) => [operation, httpStatus])).toEqual([
      ["VALIDATE_ADDRESS", 503],
      ["VALIDATE_ADDRESS", 200],
    ]);
  });
});

it("makes the residential tag of Rate and Ship, which is there for homes only", () => {
  const tagged = (residentialStatus: Address["residentialStatus"]) => {
    const details = someDetails({ shipTo: anAddress("sanFrancisco", { residentialStatus }) });
    const rate = serialiseRating(anAccount(), aRateRequest({ details }));
    const ship = serialiseShip(anAccount(), aShipRequest({ details }), "purchase-1");
    return [rate, ship].map((body) => JSON.stringify(body).includes("ResidentialAddressIndicator"));
  };
  expect([tagged("RESIDENTIAL"), tagged("COMMERCIAL"), tagged("UNKNOWN")]).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
});
