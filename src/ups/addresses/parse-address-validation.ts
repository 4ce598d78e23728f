import { z } from "zod";
import type { AddressCandidate, AddressField, AddressValidation } from "../../carrier/addresses.js";
import type { Answered } from "../../carrier/outcome.js";
import type { Address, ResidentialStatus } from "../../carrier/values.js";
import { linesOf, postalCodeOf } from "../words/address.js";
import { answered, envelope, isFailure } from "../words/alerts.js";
import { countryOf } from "../words/places/place.js";
import { addressLines, maybe, maybeText, needed, presence, readableOf, text } from "../words/shapes.js";
import { splitUrbanization } from "./serialise-address-validation.js";

const classification = maybe(z.object({ Code: text }));

const addressKeyFormat = z.object({
  AddressLine: addressLines,
  PoliticalDivision2: maybeText,
  PoliticalDivision1: maybeText,
  PostcodePrimaryLow: maybeText,
  PostcodeExtendedLow: maybeText,
  Urbanization: maybeText,
  CountryCode: maybeText,
});

type KeyFormat = z.infer<typeof addressKeyFormat>;

const answer = z.object({
  XAVResponse: needed(
    z.object({
      Response: envelope,
      ValidAddressIndicator: presence,
      AmbiguousAddressIndicator: presence,
      NoCandidatesIndicator: presence,
      AddressClassification: classification,
      Candidate: readableOf(
        z.object({ AddressClassification: classification, AddressKeyFormat: needed(addressKeyFormat) }),
      ),
    }),
  ),
});

type Response = z.infer<typeof answer>["XAVResponse"];

/** What UPS says of `asked`; null when it says nothing that can be read. */
export function parseAddressValidation(json: unknown, asked: Address): Answered<AddressValidation> | null {
  const parsed = answer.safeParse(json);
  if (!parsed.success || isFailure(parsed.data.XAVResponse.Response)) return null;
  const response = parsed.data.XAVResponse;
  const status = statusOf(response);
  if (status === null) return null;
  const candidates = response.Candidate.map((candidate) =>
    candidateOf(asked, candidate.AddressKeyFormat, statusOfClass(candidate.AddressClassification)),
  );
  const own = statusOfClass(response.AddressClassification);
  const ofOnly = status === "VALID" && candidates.length === 1 ? candidates[0]!.residentialStatus : "UNKNOWN";
  const validation = { status, residentialStatus: own === "UNKNOWN" ? ofOnly : own, candidates };
  return answered(validation, response.Response?.Alert);
}

/** Candidates without a word of what they are stand for the asker to choose from. */
function statusOf(response: Response): AddressValidation["status"] | null {
  if (response.ValidAddressIndicator) return "VALID";
  if (response.AmbiguousAddressIndicator || response.Candidate.length > 0) return "AMBIGUOUS";
  return response.NoCandidatesIndicator ? "NO_CANDIDATES" : null;
}

function statusOfClass(found: { Code: string } | undefined): ResidentialStatus {
  if (found?.Code === "2") return "RESIDENTIAL";
  return found?.Code === "1" ? "COMMERCIAL" : "UNKNOWN";
}

/** What UPS leaves out of a candidate is as it was asked about: whoever takes the candidate over loses nothing. */
function candidateOf(asked: Address, found: KeyFormat, status: ResidentialStatus): AddressCandidate {
  const street = found.AddressLine.length > 0 ? found.AddressLine : null;
  const address = {
    ...asked,
    lines: street ? [...urbanizationLine(found.Urbanization, asked), ...street] : asked.lines,
    city: found.PoliticalDivision2 ?? asked.city,
    region: found.PoliticalDivision1 ?? asked.region,
    postalCode: foundPostalCode(found, postalCodeOf(asked)) ?? asked.postalCode,
    countryCode: found.CountryCode?.toUpperCase() ?? asked.countryCode,
    residentialStatus: asked.residentialStatus === "UNKNOWN" ? status : asked.residentialStatus,
  };
  // Puerto Rico may be written as a state: as the caller writes it, so it stays.
  if (countryOf(address) === countryOf(asked)) address.countryCode = asked.countryCode;
  return { address, residentialStatus: status, changedFields: changedFields(asked, address) };
}

/** Null: none, or the code that was asked about without its extension. */
function foundPostalCode({ PostcodePrimaryLow: code, PostcodeExtendedLow: extension }: KeyFormat, asked = "") {
  if (!code || (!extension && asked.startsWith(code))) return null;
  return extension ? `${code}-${extension}` : code;
}

function urbanizationLine(found: string | undefined, asked: Address): string[] {
  const urbanization = found ?? splitUrbanization(asked).urbanization;
  if (!urbanization) return [];
  return [/^urb/i.test(urbanization) ? urbanization : `URB ${urbanization}`];
}

function changedFields(asked: Address, found: Address): AddressField[] {
  const regionOf = (address: Address) => address.region ?? (countryOf(address) === "PR" ? "PR" : "");
  const isChanged: Record<AddressField, boolean> = {
    LINES: !isAlike(linesOf(asked).join(" "), linesOf(found).join(" ")),
    CITY: !isAlike(asked.city, found.city),
    REGION: !isAlike(regionOf(asked), regionOf(found)),
    // What was given in five digits and has got its extension is not another code.
    POSTAL_CODE: !(postalCodeOf(found) ?? "").startsWith(postalCodeOf(asked) || "-"),
    COUNTRY_CODE: asked.countryCode !== found.countryCode,
  };
  return (Object.keys(isChanged) as AddressField[]).filter((field) => isChanged[field]);
}

function isAlike(left: string | null, right: string | null): boolean {
  return letters(left) === letters(right);
}

/** UPS answers in capitals, without accents and punctuation. */
function letters(value: string | null): string {
  const plain = (value ?? "").normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
