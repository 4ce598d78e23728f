import type { PostalAddress } from "../../entities/values/postal-address.js";
import { fingerprint } from "../fingerprint.js";

type Place = Pick<PostalAddress, "lines" | "city" | "region" | "postalCode" | "countryCode">;

/**
 * A tenant's hash of a place, whoever is there and however it is written: case, accents, punctuation and a ZIP+4 do not
 * count. Two tenants' hashes of one place differ. Null without a street: that is no place to say anything of.
 */
export function placeFingerprint(tenantId: string, place: Place): string | null {
  const { lines, city, region, postalCode, countryCode } = place;
  const street = plain(lines.join(" "));
  if (street === "") return null;
  const isPuertoRico = countryCode === "PR" || (countryCode === "US" && plain(region) === "PR");
  const country = isPuertoRico ? "PR" : countryCode;
  return fingerprint({
    tenantId,
    street,
    city: plain(city),
    region: isPuertoRico ? "PR" : plain(region),
    postalCode: country === "US" || country === "PR" ? plain(postalCode).slice(0, 5) : plain(postalCode),
    country,
  });
}

function plain(text: string | null): string {
  const withoutAccents = (text ?? "").normalize("NFD").replace(/\p{M}/gu, "");
  return withoutAccents
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
