import { FieldResolver, Resolver, Root } from "type-graphql";
import { ResidentialStatusSource } from "../../entities/values/address-enums.js";
import { PostalAddress } from "../../entities/values/postal-address.js";
import { DateTimeScalar } from "../../entities/values/scalars.js";
import { isStatedByCaller } from "../../shipping/shipment/destination.js";

@Resolver(() => PostalAddress)
export class PostalAddressFields {
  @FieldResolver(() => ResidentialStatusSource, {
    nullable: true,
    description: "Who classified the address; null: nobody.",
  })
  residentialStatusSource(@Root() address: PostalAddress): ResidentialStatusSource | null {
    if (address.residentialStatus === "UNKNOWN") return null;
    return isStatedByCaller(address) ? "CALLER" : "CARRIER";
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When the carrier classified the address; null: it did not.",
  })
  residentialStatusCheckedAt(@Root() address: PostalAddress): string | null {
    return address.residentialStatusCheckedAt ?? null;
  }
}
