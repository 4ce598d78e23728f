import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CarrierProductState, ProductCheck } from "../../carrier/products.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { findSetupStep } from "./setup/setup-guide.js";

const reasons: Record<Exclude<CarrierProductState, "BAD_CREDENTIALS">, string> = {
  OK: "answered",
  NOT_CHECKED: "was not checked",
  NOT_ADDED_OR_PENDING: "is not added to the app, or not yet approved",
  WRONG_ACCOUNT: "says that the app belongs to another account number",
  UNAVAILABLE: "gave no usable answer: try again later",
};

type Checked = Pick<ProductCheck, "product" | "state">;

export function isReadyToShip({ accounts }: CarrierAdapter, found: Checked[]): boolean {
  return accounts.products.toShip.every((product) =>
    found.some((check) => check.product === product && check.state === "OK"),
  );
}

/**
 * One ACCOUNT_NOT_READY for each reason why what buying needs did not answer, with the step to repeat. Products that
 * fail alike, such as all of them for a wrong secret, are one reason, told of the first.
 */
export function notReady({ accounts }: CarrierAdapter, found: ProductCheck[], field: string[]): ShippingUserError[] {
  const reasonsTold = new Set<string>();
  return accounts.products.toShip.flatMap((product) => {
    const check = found.find((row) => row.product === product);
    const reason = JSON.stringify([check?.state, check?.setupStepKey]);
    if (check?.state === "OK" || reasonsTold.has(reason)) return [];
    reasonsTold.add(reason);
    const step = findSetupStep(accounts.setupGuide, check?.setupStepKey);
    const advice = step ? ` Repeat the step "${step.title}".` : "";
    const message = `${product} ${reasonOf(check?.state ?? "NOT_CHECKED", accounts)}.${advice}`;
    return [userError("ACCOUNT_NOT_READY", message, field, check?.messages[0]?.code ?? null)];
  });
}

function reasonOf(state: CarrierProductState, { credentials }: CarrierAdapter["accounts"]): string {
  if (state !== "BAD_CREDENTIALS") return reasons[state];
  return `refuses the ${credentials.map(({ label }) => label).join(" and ")}`;
}
