import { Arg, Ctx, Directive, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Carrier } from "../../entities/carrier.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import { AppError } from "../../errors.js";
import { unknownService } from "../../shipping/unknown-words.js";

@ObjectType({
  description:
    "A delivery service offered by a carrier, for example UPS Ground. It has no id, and its name depends on the origin: clients must not key it by `code`.",
})
export class CarrierService {
  @Field(() => String, { description: "Stable service code used in this API, for example UPS_GROUND." })
  code!: string;

  @Field(() => String, { description: "Display name. The carrier's names depend on the origin country." })
  name!: string;

  @Field(() => String, { description: "The carrier's own code for it, as in the carrier's API." })
  carrierServiceCode!: string;

  isRatedByName?: boolean;
}

@ObjectType({ description: "A package type of a carrier, for example a carrier's box or your own packaging." })
export class CarrierPackageType {
  @Field(() => String, { description: "Stable package type code used in this API, for example UPS_CUSTOMER_PACKAGE." })
  code!: string;

  @Field(() => String, { description: "Display name." })
  name!: string;

  @Field(() => String, { description: "The carrier's own code for it, as in the carrier's API." })
  carrierPackageTypeCode!: string;
}

@Resolver(() => CarrierService)
export class CarrierServiceResolver {
  @FieldResolver(() => Boolean, {
    description:
      "True: rates include it only where a shipping method has this service, with one more call to the carrier each time. The carrier may sell it by contract only. False: it is rated with all others.",
  })
  isRatedByName(@Root() { isRatedByName = false }: CarrierService): boolean {
    return isRatedByName;
  }
}

@Resolver(() => Carrier)
export class CarrierResolver {
  @Directive(buyersAndReaders)
  @Query(() => [Carrier], { nullable: true, description: "The carriers available in this service." })
  carriers(@Ctx() context: Context): Carrier[] {
    return [...context.deps.carriers.values()].map(({ code, name }) => ({ code, name }));
  }

  @FieldResolver(() => [CarrierService], {
    description:
      "Services offered on a lane. Which of them an account can really use, and at what price: shippingRates.",
  })
  services(
    @Root() carrier: Carrier,
    @Arg("origin", () => String, {
      nullable: true,
      description: "Origin country, ISO 3166-1 alpha-2; null: any.",
    })
    origin: string | null,
    @Arg("destination", () => String, {
      nullable: true,
      description: "Destination country, ISO 3166-1 alpha-2; null: any.",
    })
    destination: string | null,
    @Ctx() context: Context,
  ): CarrierService[] {
    return context.deps.carriers.get(carrier.code)?.catalogue.services(origin ?? null, destination ?? null) ?? [];
  }

  @FieldResolver(() => [CarrierPackageType], { description: "Package types that can be used with a service." })
  packageTypes(
    @Root() carrier: Carrier,
    @Arg("service", () => String, {
      nullable: true,
      description: "Service code, for example UPS_GROUND; null: all package types.",
    })
    service: string | null,
    @Ctx() context: Context,
  ): CarrierPackageType[] {
    const catalogue = context.deps.carriers.get(carrier.code)?.catalogue;
    if (catalogue === undefined) return [];
    if (service != null && catalogue.findService(service, null) === null) {
      throw new AppError("BAD_USER_INPUT", unknownService(service, catalogue, null));
    }
    return catalogue.packageTypes(service ?? null);
  }
}
