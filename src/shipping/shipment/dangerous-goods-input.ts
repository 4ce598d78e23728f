import {
  type DangerousGoods,
  type DangerousSubstance,
  type DryIce,
  plainSubstance,
} from "../../carrier/dangerous-goods.js";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import type { PackageWeightUnit } from "../../entities/values/enums.js";
import type { PackageWeightInput } from "../../entities/values/measures.js";
import type { StoredPackage } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { type InputOf, withGiven, withoutBlanks } from "../input-of.js";
import { userError } from "../user-error.js";

export type SubstanceInput = InputOf<DangerousSubstance, "level" | "properShippingName">;

export interface DryIceInput extends InputOf<Omit<DryIce, "weight">> {
  weight: PackageWeightInput;
}

export interface DangerousGoodsInput extends InputOf<Omit<DangerousGoods, "substances" | "dryIce">, "regulation"> {
  substances?: SubstanceInput[] | null;
  dryIce?: DryIceInput | null;
}

/** The declaration as it is kept: blanks and absences become null. */
export function buildDangerousGoods(input: DangerousGoodsInput, weightUnit: PackageWeightUnit): DangerousGoods {
  const text = (value: string | null | undefined) => value?.trim() || null;
  const { dryIce } = input;
  return {
    regulation: input.regulation,
    transportMode: input.transportMode ?? null,
    substances: (input.substances ?? []).map(buildSubstance),
    packing: input.packing ?? null,
    dryIce: dryIce
      ? {
          weight: { ...dryIce.weight, unit: dryIce.weight.unit ?? weightUnit },
          isForMedicalUse: dryIce.isForMedicalUse ?? false,
        }
      : null,
    emergencyPhone: text(input.emergencyPhone),
    emergencyContact: text(input.emergencyContact),
  };
}

function buildSubstance({ level, properShippingName, ...input }: SubstanceInput): DangerousSubstance {
  return {
    level,
    properShippingName: properShippingName.trim(),
    ...withoutBlanks(withGiven(plainSubstance, input)),
  };
}

/**
 * Regulated goods go with an account that was opened for them, else OPTION_NOT_ALLOWED, and are declared, else REQUIRED:
 * goods that nobody told the carrier of would travel as ordinary ones.
 */
export function checkRegulated(
  packages: StoredPackage[],
  { shipsRegulatedItems }: Pick<CarrierAccount, "shipsRegulatedItems">,
  at: string[],
): ShippingUserError[] {
  const foreign = "The carrier account does not ship regulated items: see shipsRegulatedItems.";
  const silent = "Declare the regulated items: they are never shipped as ordinary goods.";
  return packages.flatMap(({ containsRegulatedItems, dangerousGoods }, index) => {
    const place = [...at, "packages", String(index)];
    if (!containsRegulatedItems) return [];
    if (!shipsRegulatedItems) return [userError("OPTION_NOT_ALLOWED", foreign, [...place, "containsRegulatedItems"])];
    return dangerousGoods ? [] : [userError("REQUIRED", silent, [...place, "dangerousGoods"])];
  });
}
