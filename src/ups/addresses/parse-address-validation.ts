import { z } from "zod";
import type { AddressCandidate, AddressField, AddressValidation } from "../../carrier/addresses.js";
import type { Answered } from "../../carrier/outcome.js";
import type { Address, ResidentialStatus } from "../../carrier/values.js";
import { linesOf, postalCodeOf } from "../words/address.js";
import { answered, envelope, isSuccess } from "../words/alerts.js";
import { countryOf } from "../words/lanes.js";
import { listOf, maybe, presence, text } from "../words/shapes.js";

const classification = maybe(z.object({ Code: text }));

const addressKeyFormat = z.object({
  AddressLine: listOf(text),
  PoliticalDivision2: text.optional(),
  PoliticalDivision1: text.optional(),
  PostcodePrimaryLow: text.optional(),
  PostcodeExtendedLow: text.optional(),
  Urbanization: text.optional(),
  CountryCode: text,
});

type KeyFormat = z.infer<typeof addressKeyFormat>;

const answer = z.object({
  XAVResponse: z.object({
    Response: envelope,
    ValidAddressIndicator: presence,
    AmbiguousAddressIndicator: presence,
    NoCandidatesIndicator: presence,
    AddressClassification: classification,
    Candidate: listOf(z.object({ AddressClassification: classification, AddressKeyFormat: addressKeyFormat })),
  }),
});

type Response = z.infer<typeof answer>["XAVResponse"];

/** What UPS says of `asked`; null when it says nothing that can be read. */
export function parseAddressValidation(json: unknown, asked: Address): Answered<AddressValidation> | null {
  const parsed = answer.safeParse(json);
  if (!parsed.success || !isSuccess(parsed.data.XAVResponse.Response)) return null;
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

function statusOf(response: Response): AddressValidation["status"] | null {
  if (response.ValidAddressIndicator) return "VALID";
  if (response.AmbiguousAddressIndicator) return "AMBIGUOUS";
  return response.NoCandidatesIndicator ? "NO_CANDIDATES" : null;
}

function statusOfClass(found: { Code: string } | undefined): ResidentialStatus {
  if (found?.Code === "2") return "RESIDENTIAL";
  return found?.Code === "1" ? "COMMERCIAL" : "UNKNOWN";
}

function candidateOf(asked: Address, found: KeyFormat, status: ResidentialStatus): AddressCandidate {
  const address = {
    ...asked,
    lines: [...urbanizationLine(found.Urbanization), ...found.AddressLine],
    city: found.PoliticalDivision2 || null,
    region: found.PoliticalDivision1 || null,
    postalCode: [found.PostcodePrimaryLow, found.PostcodeExtendedLow].filter(Boolean).join("-") || null,
    countryCode: found.CountryCode.toUpperCase(),
    residentialStatus: asked.residentialStatus === "UNKNOWN" ? status : asked.residentialStatus,
  };
  // Puerto Rico may be written as a state: as the caller writes it, so it stays.
  if (countryOf(address) === countryOf(asked)) address.countryCode = asked.countryCode;
  return { address, residentialStatus: status, changedFields: changedFields(asked, address) };
}

function urbanizationLine(urbanization: string | undefined): string[] {
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
