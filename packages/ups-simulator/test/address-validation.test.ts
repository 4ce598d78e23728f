import fc from "fast-check";
import { addressRequest } from "./requests.js";
import { type Body, errorCode, type SimulatedUps, startUps, validateAddressPath } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps();
});
afterEach(() => ups.control.clearFaults());
afterAll(() => ups.simulator.close());

const newYork = { PoliticalDivision2: "New York", PoliticalDivision1: "NY", PostcodePrimaryLow: "10118" };
const sanJuan = {
  PoliticalDivision2: "San Juan",
  PoliticalDivision1: "PR",
  PostcodePrimaryLow: "00918",
  CountryCode: "PR",
};

async function validate(line?: string, over: object = {}, path = validateAddressPath): Promise<Body> {
  const { status, body } = await ups.post(path, addressRequest(line, { ...over }));
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.XAVResponse;
}

const indicatorsOf = (answer: Body) => Object.keys(answer).filter((name) => name.endsWith("Indicator"));
const linesOf = (answer: Body) =>
  (answer.Candidate ?? []).map((candidate: Body) => candidate.AddressKeyFormat.AddressLine);

it("gives a known place in the Postal Service's writing, with its extended code and class", async () => {
  expect(await validate("350 Fifth Avenue, Suite 500", newYork)).toEqual({
    Response: expect.objectContaining({ ResponseStatus: { Code: "1", Description: "Success" } }),
    ValidAddressIndicator: "",
    AddressClassification: { Code: "1", Description: "Commercial" },
    Candidate: [
      {
        AddressClassification: { Code: "1", Description: "Commercial" },
        AddressKeyFormat: {
          AddressLine: ["350 5TH AVE STE 500"],
          PoliticalDivision2: "NEW YORK",
          PoliticalDivision1: "NY",
          PostcodePrimaryLow: "10118",
          PostcodeExtendedLow: "0110",
          Region: "NEW YORK NY 10118-0110",
          CountryCode: "US",
        },
      },
    ],
  });
});

it.each([
  ["a wrong postal code", "1000 5th Ave", newYork, "NEW YORK NY 10028-0198"],
  ["a wrong city", "350 5th Ave", { ...newYork, PoliticalDivision2: "Albany" }, "NEW YORK NY 10118-0110"],
  ["a postal code that is missing", "350 5th Ave", { ...newYork, PostcodePrimaryLow: "" }, "NEW YORK NY 10118-0110"],
])("is valid and corrects %s", async (_, line, place, region) => {
  const answer = await validate(line, place);
  expect(indicatorsOf(answer)).toEqual(["ValidAddressIndicator"]);
  expect(answer.Candidate[0].AddressKeyFormat.Region).toBe(region);
});

it("is ambiguous where a direction, a number or an urbanization is missing", async () => {
  const chicago = { PoliticalDivision2: "Chicago", PoliticalDivision1: "IL", PostcodePrimaryLow: "60603" };
  const direction = await validate("111 Michigan Ave", chicago);
  expect(indicatorsOf(direction)).toEqual(["AmbiguousAddressIndicator"]);
  expect(direction.AddressClassification.Code).toBe("0");
  expect(linesOf(direction)).toEqual([["111 N MICHIGAN AVE"], ["111 S MICHIGAN AVE"]]);
  expect(linesOf(await validate("Market Street"))).toEqual([["1-99 MARKET ST"], ["100-198 MARKET ST"]]);
  const urbanizations = (await validate("150 Calle 1", sanJuan)).Candidate;
  expect(urbanizations.map((urbanization: Body) => urbanization.AddressKeyFormat.Urbanization)).toEqual([
    "URB ROOSEVELT",
    "URB HYDE PARK",
  ]);
  const named = await validate("150 Calle 1", { ...sanJuan, Urbanization: "URB Roosevelt" });
  expect(indicatorsOf(named)).toEqual(["ValidAddressIndicator"]);
  expect(named.Candidate[0].AddressKeyFormat.CountryCode).toBe("PR");
});

it.each([
  ["a street that is none", "1 Nowhere St", {}],
  ["a house number that the street lacks", "7 5th Ave", newYork],
  ["a postal code of another state", "1 Market St", { PoliticalDivision1: "WY" }],
])("has no candidates for %s", async (_, line, place) => {
  const answer = await validate(line, place);
  expect(indicatorsOf(answer)).toEqual(["NoCandidatesIndicator"]);
  expect(answer.Candidate).toBeUndefined();
});

it.each([
  ["a home of the table", "550 E 88th St", { ...newYork, PostcodePrimaryLow: "10128" }, "2"],
  ["an apartment", "12 Market St Apt 4", {}, "2"],
  ["a suite", "12 Market St", { AddressLine: ["12 Market St", "Suite 4"] }, "1"],
  ["a lane", "12 Larch Lane", {}, "2"],
  ["a post office box", "PO Box 12", {}, "0"],
])("classifies %s", async (_, line, place, code) => {
  expect((await validate(line, place)).AddressClassification.Code).toBe(code);
});

it("finds what it gave, as it gave it", async () => {
  const streets = fc.constantFrom("Market Street", "Larch Lane", "Fifth Avenue", "Oak Dr", "Michigan Ave", "Calle 1");
  const places = fc.constantFrom({}, newYork, sanJuan, { PostcodePrimaryLow: "94105" });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1200 }), streets, places, async (number, street, place) => {
      const { Candidate = [] } = await validate(`${number} ${street}`, place);
      for (const { AddressClassification, AddressKeyFormat } of Candidate) {
        const { Region, ...asGiven } = AddressKeyFormat;
        const again = await validate(undefined, asGiven);
        expect(indicatorsOf(again)).toEqual(["ValidAddressIndicator"]);
        expect(again.Candidate).toEqual([{ AddressClassification, AddressKeyFormat }]);
        expect(again.AddressClassification).toEqual(AddressClassification);
      }
    }),
    { numRuns: 30 },
  );
});

it("keeps to the number of candidates asked for, and classifies only when asked to", async () => {
  const answer = await validate(
    "111 Michigan Ave",
    { PoliticalDivision2: "Chicago", PoliticalDivision1: "IL", PostcodePrimaryLow: "" },
    "/api/addressvalidation/v2/1?maximumcandidatelistsize=1&regionalrequestindicator=False",
  );
  expect(linesOf(answer)).toEqual([["111 N MICHIGAN AVE"]]);
  expect(answer.AddressClassification ?? answer.Candidate[0].AddressClassification).toBeUndefined();
});

it("collapses a single candidate on request, as UPS's older version does", async () => {
  await ups.control.addFault({ operation: "VALIDATE_ADDRESS", kind: "SHAPE" });
  const answer = await validate();
  expect(answer.Candidate.AddressKeyFormat.AddressLine).toBe("1 DR CARLTON B GOODLETT PL");
});

it.each([
  ["another country", "264003", addressRequest("Rathausstr. 15", { CountryCode: "DE" }), validateAddressPath],
  ["too little", "264027", addressRequest("1 Market St", { PostcodePrimaryLow: "", PoliticalDivision2: "" }), null],
  ["no street", "20007", addressRequest("x", { AddressLine: [] }), validateAddressPath],
  ["four lines", "10006", addressRequest("x", { AddressLine: ["1", "2", "3", "4"] }), validateAddressPath],
  ["an unknown name", "10002", addressRequest("x", { BuildingName: "Tower" }), validateAddressPath],
  ["an option beyond three", "10006", addressRequest(), "/api/addressvalidation/v2/4"],
  ["too many candidates", "10006", addressRequest(), `${validateAddressPath}?maximumcandidatelistsize=51`],
  ["a regional request", "10002", addressRequest(), `${validateAddressPath}?regionalrequestindicator=True`],
])("refuses %s with %s", async (_, code, body, path) => {
  expect(errorCode(await ups.post(path ?? validateAddressPath, body))).toBe(code);
});

it("knows two states only for apps that say so, as UPS's test host", async () => {
  const token = await ups.token("knows-two-states");
  expect((await ups.post(validateAddressPath, addressRequest(), token)).status).toBe(200);
  const chicago = { PoliticalDivision2: "Chicago", PoliticalDivision1: "IL", PostcodePrimaryLow: "60603" };
  expect(errorCode(await ups.post(validateAddressPath, addressRequest("111 S Michigan Ave", chicago), token))).toBe(
    "264030",
  );
});
