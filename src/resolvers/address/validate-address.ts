import { Arg, Ctx, Directive, Field, ID, InputType, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import { AddressField, AddressValidationStatus, ResidentialStatus } from "../../entities/values/address-enums.js";
import { PostalAddress, PostalAddressInput } from "../../entities/values/postal-address.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import {
  type ValidateAddressInput as ValidateAddressValues,
  validateAddress,
} from "../../shipping/address/validate-address.js";

@InputType({ description: "An address to validate." })
export class ValidateAddressInput implements ValidateAddressValues {
  @Field(() => PostalAddressInput, {
    description:
      "The address, with lines of up to 100 characters. In the United States and Puerto Rico the street, and the postal code or city and state, are required; an urbanization is a line of its own. Names, phones and e-mails are not sent to the carrier.",
  })
  address!: PostalAddressInput;

  @Field(() => ID, {
    nullable: true,
    description:
      "Carrier account to ask with. Default: the one in shippingSettings, else the oldest active one whose carrier validates addresses in the country.",
  })
  carrierAccountId?: string | null;
}

@ObjectType({ description: "A matching address suggested by the carrier." })
export class AddressCandidate {
  @Field(() => PostalAddress, {
    description:
      "The address in the carrier's spelling, with the contact, company and phone that were given. House numbers can be a range, such as 1-99, when none was given.",
  })
  address!: PostalAddress;

  @Field(() => ResidentialStatus, { description: "The carrier's classification of this candidate." })
  residentialStatus!: ResidentialStatus;

  @Field(() => [AddressField], {
    description:
      "Parts of `address` that differ from the address given. Letter case, punctuation and an added ZIP+4 do not count.",
  })
  changedFields!: AddressField[];
}

@ObjectType({ description: "Result of validating an address." })
export class AddressValidation {
  @Field(() => AddressValidationStatus, { description: "Outcome of the validation: decide on this." })
  status!: AddressValidationStatus;

  @Field(() => ResidentialStatus, {
    description:
      "The carrier's classification of the address as given. Stored for six months, and used for rates and labels.",
  })
  residentialStatus!: ResidentialStatus;

  @Field(() => [AddressCandidate], {
    description: "Suggested addresses, at most ten, best match first; one when VALID.",
  })
  candidates!: AddressCandidate[];
}

@ObjectType({ description: "Result of validating an address, or the errors in the input." })
export class ValidateAddressPayload {
  @Field(() => AddressValidation, {
    nullable: true,
    description: "Result of the validation; null: not looked up, see userErrors.",
  })
  addressValidation!: AddressValidation | null;

  @Field(() => [ShippingUserError], {
    description: "Errors in the input. With UNSUPPORTED_COUNTRY: missing or malformed parts of the address.",
  })
  userErrors!: ShippingUserError[];
}

@Resolver()
export class ValidateAddressResolver {
  @Directive(buyersAndReaders)
  @Query(() => ValidateAddressPayload, {
    nullable: true,
    description:
      "Validates an address: whether it exists, the carrier's spelling of it, and whether it is residential. Calls the carrier for the United States and Puerto Rico; elsewhere only required parts and formats are checked. Writes: the classification is stored. Clients must not cache it: fetch it with network-only. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, ACCOUNT_NOT_READY, CARRIER_REJECTED.",
  })
  async validateAddress(
    @Arg("input", () => ValidateAddressInput, { description: "The address to validate." })
    input: ValidateAddressInput,
    @Ctx() context: Context,
  ): Promise<ValidateAddressPayload> {
    const { answer, userErrors } = await validateAddress(context.deps, context.actor, input);
    return { addressValidation: answer, userErrors };
  }
}
