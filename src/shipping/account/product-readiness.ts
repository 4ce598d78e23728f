import type { CarrierProduct, CarrierProductState, ProductCheck } from "../../carrier/products.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { findSetupStep } from "./setup-guide.js";

/** What buying a label takes. */
export const productsToShip = ["AUTHORIZATION", "RATING", "SHIPPING"] as const satisfies CarrierProduct[];

const reasons: Record<CarrierProductState, string> = {
  OK: "answered",
  NOT_CHECKED: "was not checked",
  NOT_ADDED_OR_PENDING: "is not added to the app, or not yet approved",
  BAD_CREDENTIALS: "refuses the Client ID and Client Secret",
  WRONG_ACCOUNT: "says that the app belongs to another account number",
  UNAVAILABLE: "gave no usable answer: try again later",
};

type Checked = Pick<ProductCheck, "product" | "state">;

export function isReadyToShip(found: Checked[]): boolean {
  return productsToShip.every((product) => found.some((check) => check.product === product && check.state === "OK"));
}

/** One ACCOUNT_NOT_READY for each product that buying needs and that did not answer, with the step to repeat. */
export function notReady(found: ProductCheck[], field: string[]): ShippingUserError[] {
  return productsToShip.flatMap((product) => {
    const check = found.find((row) => row.product === product);
    if (check?.state === "OK") return [];
    const step = findSetupStep(check?.setupStepKey ?? "");
    const advice = step ? ` Repeat the step "${step.title}".` : "";
    const message = `${product} ${reasons[check?.state ?? "NOT_CHECKED"]}.${advice}`;
    return [userError("ACCOUNT_NOT_READY", message, field, check?.messages[0]?.code ?? null)];
  });
}
