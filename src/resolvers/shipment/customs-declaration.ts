import { Ctx, Directive, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import { staffOnly } from "../../entities/values/access.js";
import { PackageWeight } from "../../entities/values/measures.js";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import { PostalAddress } from "../../entities/values/postal-address.js";
import { DateScalar } from "../../entities/values/scalars.js";
import { readDeclaration } from "../../shipping/shipment/read-declaration.js";

@ObjectType({ description: "One line of the invoice." })
class CustomsItem {
  @Field(() => String, { description: "What it is." })
  description!: string;

  @Field(() => Int, { description: "How many pieces." })
  quantity!: number;

  @Field(() => MonetaryAmount, { nullable: true, description: "Value of one; null: not given yet." })
  unitValue!: MonetaryAmount | null;

  @Field(() => PackageWeight, { nullable: true, description: "Weight of one; null: not given." })
  weight!: PackageWeight | null;

  @Field(() => String, { nullable: true, description: "Stock keeping unit or part number; null: not given." })
  sku!: string | null;

  @Field(() => String, { nullable: true, description: "Harmonised System code; null: not given yet." })
  hsCode!: string | null;

  @Field(() => String, { nullable: true, description: "Country where it was made; null: not given yet." })
  originCountryCode!: string | null;
}

@ObjectType({ description: "A further charge on the invoice." })
class CustomsOtherCharges {
  @Field(() => MonetaryAmount, { description: "How much." })
  amount!: MonetaryAmount;

  @Field(() => String, { description: "What for." })
  description!: string;
}

@ObjectType({ description: "What customs are told, from which the carrier makes the commercial invoice." })
export class CustomsDeclaration {
  @Field(() => String, { description: "Why it is exported: SALE, GIFT, RETURN and the like, or your own words." })
  reasonForExport!: string;

  @Field(() => String, { nullable: true, description: "Incoterm; null: none stated." })
  incoterm!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Your invoice number; null: the shipment's reference, else the carrier reference.",
  })
  invoiceNumber!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Date of the invoice; null: the day it is bought." })
  invoiceDate!: string | null;

  @Field(() => String, { nullable: true, description: "Remarks; null: none." })
  comments!: string | null;

  @Field(() => String, { nullable: true, description: "Legal statement on the invoice; null: none." })
  declarationStatement!: string | null;

  @Field(() => PostalAddress, { nullable: true, description: "Who bought the goods; null: the recipient." })
  soldTo!: PostalAddress | null;

  @Field(() => String, { nullable: true, description: "ISO 4217, of every amount; null: no item has a value yet." })
  currencyCode!: string | null;

  @Field(() => [CustomsItem], {
    description: "Its lines: its own, else what is packed, the same goods once with their quantities added up.",
  })
  items!: CustomsItem[];

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Value of all goods, before discount and charges; null: some item has no value yet.",
  })
  goodsValue!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Taken off the value of the goods; null: nothing." })
  discount!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Cost of the transport; null: none stated." })
  freightCharges!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Cost of the insurance; null: none stated." })
  insuranceCharges!: MonetaryAmount | null;

  @Field(() => CustomsOtherCharges, { nullable: true, description: "A further charge; null: none." })
  otherCharges!: CustomsOtherCharges | null;
}

@Resolver(() => Shipment)
export class ShipmentCustomsResolver {
  @Directive(staffOnly)
  @FieldResolver(() => CustomsDeclaration, {
    nullable: true,
    description:
      "What was declared to customs; null: nothing. Where customs look at it, the carrier then still makes an invoice of what is packed, if every item has its value, hsCode and originCountryCode; else a carrier message of the purchase asks for papers by hand.",
  })
  async customsDeclaration(
    @Root() shipment: Shipment,
    @Ctx() { loaders }: Context,
  ): Promise<CustomsDeclaration | null> {
    if (shipment.customs === null) return null;
    const packages = await loaders.packagesByShipmentId.load(shipment.id);
    const items = await Promise.all(packages.map(({ id }) => loaders.itemsByPackageId.load(id)));
    return readDeclaration(shipment, shipment.customs, items);
  }
}
