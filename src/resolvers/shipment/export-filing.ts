import { Field, InputType, ObjectType } from "type-graphql";
import { ExportPowerOfAttorney, UltimateConsigneeKind } from "../../entities/values/customs-enums.js";
import type { StoredCarrierFiling, StoredExportFiling } from "../../entities/values/stored-shipment-details.js";
import type { CarrierFilingInput, ExportFilingInput as Input } from "../../shipping/shipment/details-input.js";

@ObjectType({ description: "That the carrier files the export (EEI), and what it needs for that." })
class CarrierExportFiling implements StoredCarrierFiling {
  @Field(() => ExportPowerOfAttorney, { description: "The power of attorney that the carrier files under." })
  powerOfAttorney!: ExportPowerOfAttorney;

  @Field(() => UltimateConsigneeKind, { description: "What the recipient does with the goods." })
  ultimateConsignee!: UltimateConsigneeKind;

  @Field(() => Boolean, { description: "Whether sender and recipient are related parties." })
  isBetweenRelatedParties!: boolean;

  @Field(() => String, { description: "License code of the export system for all goods." })
  licenseCode!: string;

  @Field(() => String, { description: "ECCN (Export Control Classification Number) of all goods, or EAR99." })
  eccn!: string;
}

@ObjectType({ description: "How an export from the United States is reported (EEI): one of its fields is not null." })
export class ExportFiling implements StoredExportFiling {
  @Field(() => String, { nullable: true, description: "ITN of the filing that was made; null: see the other fields." })
  itn!: string | null;

  @Field(() => String, { nullable: true, description: "Exemption from filing; null: see the other fields." })
  exemption!: string | null;

  @Field(() => CarrierExportFiling, { nullable: true, description: "The carrier files; null: see the other fields." })
  carrierFiling!: CarrierExportFiling | null;
}

@InputType({
  description:
    "Has the carrier file the export (EEI), for a fee. UPS then requires ship-from taxId (the sender's EIN), amounts in USD, and for every item its weight and the 10 digits of Schedule B as hsCode; quantities are reported in pieces.",
})
class CarrierExportFilingInput implements CarrierFilingInput {
  @Field(() => ExportPowerOfAttorney, { description: "The power of attorney that the carrier files under." })
  powerOfAttorney!: ExportPowerOfAttorney;

  @Field(() => UltimateConsigneeKind, {
    nullable: true,
    description: "What the recipient does with the goods. Default: OTHER.",
  })
  ultimateConsignee?: UltimateConsigneeKind | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether sender and recipient are related parties. Default: false.",
  })
  isBetweenRelatedParties?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "License code of the export system for all goods. Default: C33, no license required.",
  })
  licenseCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "ECCN (Export Control Classification Number) of all goods. Default: EAR99.",
  })
  eccn?: string | null;
}

@InputType({
  description:
    "How an export from the United States is reported (EEI, 15 CFR 30): give exactly one field. Without it a purchase is refused with REQUIRED where the goods of one tariff line (equal hsCode) are worth over 2500 USD, unless they go to Canada or to a Pacific territory of the United States.",
})
export class ExportFilingInput implements Input {
  @Field(() => String, {
    nullable: true,
    description: "ITN (Internal Transaction Number) of the filing that you made.",
  })
  itn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Paragraph of 15 CFR 30 that exempts from filing, for example 30.37(h).",
  })
  exemption?: string | null;

  @Field(() => CarrierExportFilingInput, { nullable: true, description: "Has the carrier file." })
  carrierFiling?: CarrierExportFilingInput | null;
}
