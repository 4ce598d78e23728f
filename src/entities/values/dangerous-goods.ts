import { Field, Int, ObjectType } from "type-graphql";
import type {
  DryIce as CarrierDryIce,
  DangerousGoods as CarrierGoods,
  DangerousSubstance as CarrierSubstance,
} from "../../carrier/dangerous-goods.js";
import {
  DangerousGoodsLevel,
  DangerousGoodsPacking,
  DangerousGoodsPackingGroup,
  DangerousGoodsRegulation,
  DangerousGoodsTransportMode,
} from "./dangerous-goods-enums.js";
import { PackageWeight } from "./measures.js";
import { DecimalScalar } from "./scalars.js";

@ObjectType({ description: "A dangerous substance or article in a package." })
export class DangerousSubstance implements CarrierSubstance {
  @Field(() => DangerousGoodsLevel, { description: "How far it is regulated." })
  level!: DangerousGoodsLevel;

  @Field(() => String, { description: "Proper shipping name, for example Lithium ion batteries." })
  properShippingName!: string;

  @Field(() => String, { nullable: true, description: "Identification number, for example UN3480; null: not given." })
  identificationNumber!: string | null;

  @Field(() => String, { nullable: true, description: "Technical name; null: not given." })
  technicalName!: string | null;

  @Field(() => String, { nullable: true, description: "Hazard class or division, for example 9; null: not given." })
  hazardClass!: string | null;

  @Field(() => String, { nullable: true, description: "Subsidiary risks, separated by commas; null: not given." })
  subsidiaryRisks!: string | null;

  @Field(() => DangerousGoodsPackingGroup, { nullable: true, description: "Packing group; null: not given." })
  packingGroup!: DangerousGoodsPackingGroup | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Quantity, in `quantityUnit`; null: not given." })
  quantity!: string | null;

  @Field(() => String, { nullable: true, description: "Unit of the quantity, for example kg; null: not given." })
  quantityUnit!: string | null;

  @Field(() => String, { nullable: true, description: "Type of the packaging; null: not given." })
  packagingType!: string | null;

  @Field(() => Int, { nullable: true, description: "Number of pieces of packaging; null: not given." })
  packagingCount!: number | null;

  @Field(() => String, { nullable: true, description: "Packing instruction, for example 965; null: not given." })
  packingInstruction!: string | null;

  @Field(() => String, { nullable: true, description: "Additional description; null: not given." })
  additionalDescription!: string | null;
}

@ObjectType({ description: "Dry ice in a package." })
export class DryIce implements CarrierDryIce {
  @Field(() => PackageWeight, { description: "Weight of the dry ice." })
  weight!: PackageWeight;

  @Field(() => Boolean, { description: "Whether it cools goods for medical use." })
  isForMedicalUse!: boolean;
}

@ObjectType({ description: "Dangerous goods in a package, as they are declared to the carrier." })
export class DangerousGoods implements CarrierGoods {
  @Field(() => DangerousGoodsRegulation, { description: "Regulations that the package is prepared by." })
  regulation!: DangerousGoodsRegulation;

  @Field(() => DangerousGoodsTransportMode, {
    nullable: true,
    description: "Mode of transport that the package is prepared for; null: ADR, which has none.",
  })
  transportMode!: DangerousGoodsTransportMode | null;

  @Field(() => [DangerousSubstance], { description: "Substances and articles; empty for dry ice alone." })
  substances!: DangerousSubstance[];

  @Field(() => DangerousGoodsPacking, {
    nullable: true,
    description: "How several substances are packed; null: there is one at most.",
  })
  packing!: DangerousGoodsPacking | null;

  @Field(() => DryIce, { nullable: true, description: "Dry ice in the package; null: none." })
  dryIce!: DryIce | null;

  @Field(() => String, { nullable: true, description: "Emergency phone, answered at any hour; null: not given." })
  emergencyPhone!: string | null;

  @Field(() => String, { nullable: true, description: "Contact or contract for the emergency phone; null: not given." })
  emergencyContact!: string | null;
}
