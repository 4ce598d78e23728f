import { type Answer, Refusal, successEnvelope } from "../../answer.js";
import type { Operation, UpsCall } from "../../operation.js";
import { type AcceptedNames, leaves, refuseUnknownNames } from "../../request/accepted-names.js";
import { listAt, textAt } from "../../request/json-reading.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";
import { refuseStateByScenario } from "../../scenarios.js";
import { type AskedAddress, type Candidate, type Found, findCandidates } from "./find-candidates.js";
import { readStreet, standardText } from "./standard-street.js";

/** Address Validation, street level, v2. It keeps nothing: the same address gives the same answer for ever. */
export const validateAddress: Operation = {
  name: "VALIDATE_ADDRESS",
  method: "POST",
  path: /^\/api\/addressvalidation\/v2\/(?<option>[^/]+)$/,
  handle: answerValidation,
};

/** Source: XAVRequest of UPS's AddressValidation spec. */
const names: AcceptedNames = {
  XAVRequest: {
    AddressKeyFormat: leaves(
      "ConsigneeName AttentionName AddressLine PoliticalDivision2 PoliticalDivision1 PostcodePrimaryLow " +
        "PostcodeExtendedLow Urbanization CountryCode",
    ),
  },
};

/** Longest texts by the same spec. */
const lengths = {
  AddressLine: 100,
  PoliticalDivision2: 30,
  PoliticalDivision1: 30,
  PostcodePrimaryLow: 10,
  PostcodeExtendedLow: 10,
  Urbanization: 30,
};

function answerValidation(call: UpsCall): Answer {
  const option = call.params.option ?? "";
  requireBounds(/^[123]$/.test(option), "requestoption");
  const most = readQuery(call.query);
  refuseUnknownNames(call.body, names);
  const address = (call.body as { XAVRequest?: { AddressKeyFormat?: unknown } }).XAVRequest?.AddressKeyFormat;
  const { asked, country } = readAddress(address);
  refuseStateByScenario(call.clientId, asked.state);
  const found = findCandidates(asked);
  const candidates = found.candidates.slice(0, most);
  return { status: 200, body: { XAVResponse: xavResponse({ ...found, candidates }, asked, country, option !== "1") } };
}

/** The most candidates wanted. */
function readQuery(query: URLSearchParams): number {
  const most = query.get("maximumcandidatelistsize") ?? "15";
  requireBounds(/^\d{1,2}$/.test(most) && Number(most) <= 50, "maximumcandidatelistsize");
  const regional = query.get("regionalrequestindicator") ?? "False";
  requireBounds(/^(True|False)$/i.test(regional), "regionalrequestindicator");
  if (regional.toLowerCase() === "true") throw new Refusal("10002", "The simulator has no regional validation.");
  return Number(most);
}

function readAddress(address: unknown): { asked: AskedAddress; country: string } {
  const path = "XAVRequest.AddressKeyFormat";
  const country = textAt(address, "CountryCode").toUpperCase();
  requireField(country !== "", `${path}.CountryCode`);
  if (country !== "US" && country !== "PR") throw new Refusal("264003", "The country is not supported.");
  const lines = listAt(address, "AddressLine").map(String);
  requireField(lines.length > 0, `${path}.AddressLine`);
  requireBounds(lines.length <= 3, `${path}.AddressLine`);
  for (const [name, longest] of Object.entries(lengths)) {
    const texts = name === "AddressLine" ? lines : [textAt(address, name)];
    requireBounds(
      texts.every((text) => text.length <= longest),
      `${path}.${name}`,
    );
  }
  const zip = textAt(address, "PostcodePrimaryLow");
  requireBounds(zip === "" || /^\d{5}$/.test(zip), `${path}.PostcodePrimaryLow`);
  const state = standardText(textAt(address, "PoliticalDivision1")) || (country === "PR" ? "PR" : "");
  const city = standardText(textAt(address, "PoliticalDivision2"));
  if (zip === "" && (city === "" || state === "")) throw new Refusal("264027", "More of the address is needed.");
  const urbanization = standardText(textAt(address, "Urbanization"));
  return { country, asked: { ...readStreet(lines), urbanization, city, state, zip } };
}

const indicators = {
  VALID: "ValidAddressIndicator",
  AMBIGUOUS: "AmbiguousAddressIndicator",
  NONE: "NoCandidatesIndicator",
};

function xavResponse({ kind, candidates }: Found, asked: AskedAddress, country: string, isClassified: boolean) {
  const addressClass = kind === "VALID" ? (candidates[0]?.addressClass ?? "0") : "0";
  return {
    Response: successEnvelope(""),
    [indicators[kind]]: "",
    ...(isClassified && { AddressClassification: classification(addressClass) }),
    ...(candidates.length > 0 && {
      Candidate: candidates.map((candidate) => ({
        ...(isClassified && { AddressClassification: classification(candidate.addressClass) }),
        AddressKeyFormat: addressKeyFormat(candidate, asked, country),
      })),
    }),
  };
}

function classification(code: Candidate["addressClass"]) {
  return { Code: code, Description: { 0: "UnClassified", 1: "Commercial", 2: "Residential" }[code] };
}

function addressKeyFormat(candidate: Candidate, { unit, otherLines }: AskedAddress, country: string) {
  const { numbers, street, urbanization, city, state, zip, plus4 } = candidate;
  return {
    AddressLine: [[numbers, street, unit].filter((part) => part !== "").join(" "), ...otherLines],
    PoliticalDivision2: city,
    PoliticalDivision1: state,
    PostcodePrimaryLow: zip,
    PostcodeExtendedLow: plus4,
    Region: `${city} ${state} ${zip}-${plus4}`,
    ...(urbanization !== "" && { Urbanization: urbanization }),
    CountryCode: country === "PR" ? "PR" : "US",
  };
}
