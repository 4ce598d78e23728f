import { Arg, Ctx, Directive, Field, ID, InputType, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { buyersAndStaff } from "../../entities/values/access.js";
import { AddressValidationStatus, ResidentialStatus } from "../../entities/values/address-enums.js";
import { PostalAddress, PostalAddressInput } from "../../entities/values/postal-address.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import {
  type ValidateAddressInput as ValidateAddressValues,
  validateAddress,
} from "../../shipping/address/validate-address.js";

@InputType({ description: "An address to ask the carrier about." })
export class ValidateAddressInput implements ValidateAddressValues {
  @Field(() => PostalAddressInput, {
    description:
      "Lines of up to 100 characters. In the United States and Puerto Rico the street, and the postal code or city and state, are needed; an urbanization is a line of its own. Names, phones and e-mails are not sent.",
  })
  address!: PostalAddressInput;

  @Field(() => ID, {
    nullable: true,
    description: "The account that asks. Default: the oldest active one whose carrier can be asked about the country.",
  })
  carrierAccountId?: string | null;
}

@ObjectType({ description: "One address that could be meant." })
export class AddressCandidate {
  @Field(() => PostalAddress, {
    description:
      "As the carrier writes it, with the person, company and phone that were given. House numbers can be a range, such as 1-99, when none was given.",
  })
  address!: PostalAddress;

  @Field(() => ResidentialStatus, { description: "What the carrier says it is." })
  residentialStatus!: ResidentialStatus;

  @Field(() => [String], {
    description:
      "Fields of `address` that differ from what was given: lines, city, region, postalCode, countryCode. Letter case, punctuation and an added ZIP+4 do not count.",
  })
  changedFields!: string[];
}

@ObjectType({ description: "What is known of an address." })
export class AddressValidation {
  @Field(() => AddressValidationStatus, { description: "What was found; decide on this." })
  status!: AddressValidationStatus;

  @Field(() => ResidentialStatus, {
    description:
      "What the carrier says of the address as it was given. Kept for six months, and used for rates and labels.",
  })
  residentialStatus!: ResidentialStatus;

  @Field(() => [AddressCandidate], { description: "At most ten, best first; one when VALID." })
  candidates!: AddressCandidate[];
}

@ObjectType({ description: "What is known of the address, and what is wrong with it." })
export class ValidateAddressPayload {
  @Field(() => AddressValidation, { nullable: true, description: "Null: nothing was looked up; userErrors say why." })
  addressValidation!: AddressValidation | null;

  @Field(() => [ShippingUserError], {
    description: "What is wrong with the input. With UNSUPPORTED_COUNTRY: what the form of the address lacks.",
  })
  userErrors!: ShippingUserError[];
}

@Resolver()
export class ValidateAddressResolver {
  @Directive(buyersAndStaff)
  @Query(() => ValidateAddressPayload, {
    nullable: true,
    description:
      "Whether an address exists, how the carrier writes it, and whether it is a home. Asks the carrier about the United States and Puerto Rico; elsewhere only the form is checked. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, ACCOUNT_NOT_READY, CARRIER_REJECTED.",
  })
  async validateAddress(
    @Arg("input", () => ValidateAddressInput, { description: "The address, and who asks." })
    input: ValidateAddressInput,
    @Ctx() context: Context,
  ): Promise<ValidateAddressPayload> {
    const { answer, userErrors } = await validateAddress(context.deps, context.actor, input);
    return { addressValidation: answer, userErrors };
  }
}
