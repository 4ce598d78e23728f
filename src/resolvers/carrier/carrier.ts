import { Arg, Ctx, Directive, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Carrier } from "../../entities/carrier.js";
import { buyersAndStaff } from "../../entities/values/access.js";

@ObjectType({ description: "A delivery service of the carrier." })
export class CarrierService {
  @Field(() => String, { description: "Our stable code, for example UPS_GROUND." })
  code!: string;

  @Field(() => String, { description: "What it is called where it starts: the carrier's names depend on the origin." })
  name!: string;

  @Field(() => String, { description: "The carrier's own code." })
  carrierServiceCode!: string;
}

@ObjectType({ description: "A kind of packaging the carrier knows." })
export class CarrierPackageType {
  @Field(() => String, { description: "Our stable code, for example UPS_CUSTOMER_PACKAGE." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => String, { description: "The carrier's own code." })
  carrierPackageTypeCode!: string;
}

@Resolver(() => Carrier)
export class CarrierResolver {
  @Directive(buyersAndStaff)
  @Query(() => [Carrier], { nullable: true, description: "The carriers this service can ship with." })
  carriers(@Ctx() context: Context): Carrier[] {
    return [...context.deps.carriers.values()].map(({ code, name }) => ({ code, name }));
  }

  @FieldResolver(() => [CarrierService], {
    description: "Services the carrier offers on a lane. What an account may really use is what shippingRates answers.",
  })
  services(
    @Root() carrier: Carrier,
    @Arg("origin", () => String, {
      nullable: true,
      description: "Country it starts in, ISO 3166-1 alpha-2; null: any.",
    })
    origin: string | null,
    @Arg("destination", () => String, {
      nullable: true,
      description: "Country it goes to, ISO 3166-1 alpha-2; null: any.",
    })
    destination: string | null,
    @Ctx() context: Context,
  ): CarrierService[] {
    return context.deps.carriers.get(carrier.code)?.catalogue.services(origin ?? null, destination ?? null) ?? [];
  }

  @FieldResolver(() => [CarrierPackageType], { description: "Packaging that goes with a service." })
  packageTypes(
    @Root() carrier: Carrier,
    @Arg("service", () => String, { nullable: true, description: "Our service code; null: all packaging." }) service:
      | string
      | null,
    @Ctx() context: Context,
  ): CarrierPackageType[] {
    return context.deps.carriers.get(carrier.code)?.catalogue.packageTypes(service ?? null) ?? [];
  }
}
