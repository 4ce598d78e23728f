import type { EntityManager } from "typeorm";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { refuse } from "../result.js";

/** Where inputs name the method. */
export const methodIdField = ["input", "shippingMethodId"];

/** The method, locked until the transaction ends. Throws a `Refusal` NOT_FOUND. */
export async function lockMethod(manager: EntityManager, id: string, field: string[]): Promise<CarrierShippingMethod> {
  const method = await manager.findOne(CarrierShippingMethod, { where: { id }, lock: { mode: "pessimistic_write" } });
  if (method === null) refuse("NOT_FOUND", `There is no shipping method ${id}.`, field);
  return method;
}
