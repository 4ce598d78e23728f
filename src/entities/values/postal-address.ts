import { Field, InputType, ObjectType } from "type-graphql";
import { countryCode } from "../../carrier/address-parts.js";
import { postalCode } from "../../carrier/postal-codes.js";
import { regionCode } from "../../carrier/regions.js";
import type { Address } from "../../carrier/values.js";
import { ResidentialStatus } from "./address-enums.js";

@ObjectType({ description: "A postal address with its contact." })
export class PostalAddress implements Address {
  @Field(() => String, { nullable: true, description: "Contact name; null: not given." })
  name!: string | null;

  @Field(() => String, { nullable: true, description: "Company name; null: not given." })
  company!: string | null;

  @Field(() => [String], { description: "Street lines in order; at most three." })
  lines!: string[];

  @Field(() => String, { nullable: true, description: "City or town; null: not given." })
  city!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "State, province or county, as its code within the country where it is known, for example NY; null: not given.",
  })
  region!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Postal code in the country's own format; null: not given, or the country has none.",
  })
  postalCode!: string | null;

  @Field(() => String, { description: "Country code, ISO 3166-1 alpha-2, for example US." })
  countryCode!: string;

  @Field(() => String, { nullable: true, description: "Phone number; null: not given." })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: "E-mail address; null: not given." })
  email!: string | null;

  /** Kept for customs papers, never shown. */
  taxId!: string | null;

  @Field(() => ResidentialStatus, { description: "Whether the address is residential." })
  residentialStatus!: ResidentialStatus;

  /** When a carrier said so; absent: the caller did, or nobody. */
  residentialStatusCheckedAt?: string | null;
}

@InputType({
  description:
    "A postal address. Which parts are required depends on the country and the carrier; a missing one is refused with REQUIRED at its path.",
})
export class PostalAddressInput {
  @Field(() => String, { nullable: true, description: "Contact name; UPS takes at most 35 characters." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "Company name; UPS takes at most 35 characters." })
  company?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Street lines in order: one to three of at most 35 characters. Not needed for rates and for a search of locations; REQUIRED where a label is bought and where an address is validated.",
  })
  lines?: string[] | null;

  @Field(() => String, { nullable: true, description: "City or town, at most 30 characters." })
  city?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "State, province or county; needed in US, CA, IE and VN. Given as its code, with or without the country prefix (ISO 3166-2), or by its name. INVALID if it is no region there. Elsewhere UPS requires none, and gets what has at most 5 characters.",
  })
  region?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Postal code, at most 9 characters. Upper or lower case, spaces, dashes and a country prefix do not matter. Anything else that is no postal code of the country is INVALID; none is completed or guessed.",
  })
  postalCode?: string | null;

  @Field(() => String, { description: "Country code, ISO 3166-1 alpha-2, for example US." })
  countryCode!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Phone number, at most 15 digits; needed for international shipments. Read as a number of the address's country unless it begins with + and another country's code; it may have an extension of at most 4 digits (of an account only where UPS allows it), written after ext. or x. INVALID if it is too short.",
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "E-mail address, at most 50 characters." })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Tax ID for customs documents. Write-only: it cannot be read back.",
  })
  taxId?: string | null;

  @Field(() => ResidentialStatus, {
    nullable: true,
    description:
      "Your own classification, which takes precedence. Default: UNKNOWN, or for recipients the carrier's classification of the address from the last six months, if it was validated (validateAddress).",
  })
  residentialStatus?: ResidentialStatus | null;
}

/**
 * The input with every part present: blanks and absences become null, countries upper case; region and postal code stand as
 * their country writes them, however they were typed, so that two spellings of one place are one place ever after.
 */
export function postalAddress(input: PostalAddressInput): PostalAddress {
  const text = (value: string | null | undefined) => value?.trim() || null;
  const country = countryCode(input.countryCode);
  return {
    name: text(input.name),
    company: text(input.company),
    lines: (input.lines ?? []).map((line) => line.trim()).filter((line) => line !== ""),
    city: text(input.city),
    region: regionCode(country, input.region),
    postalCode: postalCode(country, input.postalCode),
    countryCode: country,
    phone: text(input.phone),
    email: text(input.email),
    taxId: text(input.taxId),
    residentialStatus: input.residentialStatus ?? "UNKNOWN",
  };
}
