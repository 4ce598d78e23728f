import type { CarrierCatalogue } from "../../carrier/catalogue.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { CarrierSettings, Fail } from "./carrier-settings.js";

type Taken = ReturnType<CarrierCatalogue["units"]>;

/** A carrier refuses a request that mixes the two systems, even where it takes either. */
const dimensionUnitBeside = { LB: "IN", OZ: "IN", KG: "CM" } as const;

/** The units are asked of the carrier, so they must be some that it takes from the account's country, and go together. */
export function checkUnits(
  { weightUnit, dimensionUnit }: CarrierSettings,
  taken: Taken,
  origin: string,
  fail: Fail,
): ShippingUserError[] {
  const notTaken = (field: string, unit: string, units: string[]) =>
    fail("INVALID", field, `From ${origin} the carrier takes ${units.join(" or ")}, not ${unit}.`);
  const errors = [
    ...(weightUnit && !taken.weight.includes(weightUnit) ? [notTaken("weightUnit", weightUnit, taken.weight)] : []),
    ...(dimensionUnit && !taken.dimension.includes(dimensionUnit)
      ? [notTaken("dimensionUnit", dimensionUnit, taken.dimension)]
      : []),
  ];
  if (errors.length > 0 || !weightUnit || !dimensionUnit) return errors;
  const beside = dimensionUnitBeside[weightUnit];
  if (dimensionUnit === beside) return [];
  return [fail("INVALID", "dimensionUnit", `${weightUnit} goes with ${beside}, not with ${dimensionUnit}.`)];
}
