import { Field, ID, InputType } from "type-graphql";
import type { ErasureInput, PersonInput as Person } from "../../shipping/erasure/erasure-input.js";

@InputType({
  description:
    "An individual or a company by whole address (name, line and countryCode, and postalCode where the country has them), by email, or by phone. Whatever matches one of them is erased, so leave out an e-mail or phone that others share.",
})
class PersonInput implements Person {
  @Field(() => String, {
    nullable: true,
    description: "Contact or company name. Case, accents and punctuation do not matter.",
  })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "One of the street lines, compared as the name is." })
  line?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Postal code; the part behind the dash of a ZIP+4 does not count. Null: addresses without one.",
  })
  postalCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Country of the address, ISO 3166-1 alpha-2; also of a phone number that does not begin with +.",
  })
  countryCode?: string | null;

  @Field(() => String, { nullable: true, description: "E-mail address; upper and lower case A to Z do not matter." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "Phone number, however it is written; extensions do not count." })
  phone?: string | null;
}

@InputType({ description: "Whose personal data to erase: give one of orderId, reference, person and customerId." })
export class ErasePersonalDataInput implements ErasureInput {
  @Field(() => ID, { nullable: true, description: "Id of the order: of all its shipments and their returns." })
  orderId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Reference of shipments, exactly as given: of all with it and their returns.",
  })
  reference?: string | null;

  @Field(() => PersonInput, {
    nullable: true,
    description:
      "An individual or a company, matched with recipients, senders, buyers and notified e-mail addresses. The addresses of your carrier accounts are left out.",
  })
  person?: PersonInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The shop's id of a customer: the accounts kept with saveCustomerCarrierAccount. Shipments do not know customers: erase those by the others.",
  })
  customerId?: string | null;
}
