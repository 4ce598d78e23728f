import type { Failure, Rejected } from "../../carrier/outcome.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { failureErrors } from "../failure-errors.js";
import { Refusal } from "../result.js";
import { inputPath } from "../shipment/build-details.js";
import { userError } from "../user-error.js";
import type { PurchasePlan } from "./assemble-purchase.js";

/** Why the carrier sells or prices it not, told at the place of the purchase's input wherever the carrier tells which. */
export function carrierErrors(
  failure: Failure | { kind: "NOT_SENT"; message: string },
  plan: Pick<PurchasePlan, "at" | "blame" | "details">,
): ShippingUserError[] {
  if (failure.kind !== "REJECTED") return failureErrors(failure);
  return failure.messages.map((message) => placed(message, plan));
}

function placed(
  { code, text, path }: Rejected["messages"][number],
  { at, blame, details }: Pick<PurchasePlan, "at" | "blame" | "details">,
): ShippingUserError {
  const field = path ? [...at, ...inputPath(path, details)] : null;
  const error = userError("CARRIER_REJECTED", text, field, code);
  const blamed = blame(new Refusal([error]));
  return blamed instanceof Refusal ? (blamed.userErrors[0] ?? error) : error;
}
