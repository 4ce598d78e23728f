import { Field, InputType, Int } from "type-graphql";
import {
  DangerousGoodsLevel,
  DangerousGoodsPacking,
  DangerousGoodsPackingGroup,
  DangerousGoodsRegulation,
  DangerousGoodsTransportMode,
} from "../../entities/values/dangerous-goods-enums.js";
import { PackageWeightInput } from "../../entities/values/measures.js";
import { DecimalScalar } from "../../entities/values/scalars.js";
import type {
  DangerousGoodsInput as Goods,
  DryIceInput as Ice,
  SubstanceInput as Substance,
} from "../../shipping/shipment/dangerous-goods-input.js";

@InputType({ description: "A dangerous substance or article in a package." })
export class DangerousSubstanceInput implements Substance {
  @Field(() => DangerousGoodsLevel, { description: "How far it is regulated." })
  level!: DangerousGoodsLevel;

  @Field(() => String, {
    description: "Proper shipping name in the words of the regulations, for example Lithium ion batteries.",
  })
  properShippingName!: string;

  @Field(() => String, {
    nullable: true,
    description: "Identification number with its letters, for example UN3480. Optional only for excepted quantities.",
  })
  identificationNumber?: string | null;

  @Field(() => String, { nullable: true, description: "Technical name, where the regulations require one." })
  technicalName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Hazard class or division, for example 9. Required for excepted and limited quantities.",
  })
  hazardClass?: string | null;

  @Field(() => String, { nullable: true, description: "Subsidiary risks, separated by commas." })
  subsidiaryRisks?: string | null;

  @Field(() => DangerousGoodsPackingGroup, {
    nullable: true,
    description: "Packing group, where the regulations assign one.",
  })
  packingGroup?: DangerousGoodsPackingGroup | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "Quantity, in `quantityUnit`: UPS accepts one decimal and 5 characters. Required for excepted and limited quantities.",
  })
  quantity?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Unit of the quantity, for example ml, L, g or kg. Required with a quantity.",
  })
  quantityUnit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Type of the packaging, for example fiberboard box. Required for limited quantities.",
  })
  packagingType?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Number of pieces of packaging, 1 to 999. Required for limited quantities.",
  })
  packagingCount?: number | null;

  @Field(() => String, { nullable: true, description: "Packing instruction, for example 965, where there is one." })
  packingInstruction?: string | null;

  @Field(() => String, { nullable: true, description: "Additional description that the regulations require." })
  additionalDescription?: string | null;
}

@InputType({ description: "Dry ice in a package." })
export class DryIceInput implements Ice {
  @Field(() => PackageWeightInput, { description: "Weight of the dry ice; not over the weight of the package." })
  weight!: PackageWeightInput;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it cools goods for medical use; with CFR only. Default: false.",
  })
  isForMedicalUse?: boolean | null;
}

@InputType({
  description:
    "Dangerous goods in a package: substances, dry ice or both, as they are declared to the carrier. NOT_ALLOWED if the carrier does not take them on the lane or with the service. The merchant marks and labels the package.",
})
export class DangerousGoodsInput implements Goods {
  @Field(() => DangerousGoodsRegulation, {
    description: "Regulations that the package is prepared by; the same for all packages of a shipment.",
  })
  regulation!: DangerousGoodsRegulation;

  @Field(() => DangerousGoodsTransportMode, {
    nullable: true,
    description: "Mode of transport that the package is prepared for. Required for substances unless by ADR.",
  })
  transportMode?: DangerousGoodsTransportMode | null;

  @Field(() => [DangerousSubstanceInput], { nullable: true, description: "Substances and articles, at most three." })
  substances?: DangerousSubstanceInput[] | null;

  @Field(() => DangerousGoodsPacking, {
    nullable: true,
    description: "How several substances are packed. Required for more than one.",
  })
  packing?: DangerousGoodsPacking | null;

  @Field(() => DryIceInput, { nullable: true, description: "Dry ice in the package." })
  dryIce?: DryIceInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Emergency phone that is answered at any hour, in international form or of the ship-from country.",
  })
  emergencyPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Contact or contract for the emergency phone, at most 35 characters. Required with a phone by IATA from or to the United States.",
  })
  emergencyContact?: string | null;
}
