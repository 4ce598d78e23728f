import type { GeneratedReturn } from "../../entities/generated-return.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";

export type GeneratedReturnState = "PENDING" | "PURCHASED" | "REFUSED";

/** Where it stands, and why it was refused; `latest`: the return shipment's newest purchase, null before there is one. */
export function generatedReturnState(
  { state, userErrors }: Pick<GeneratedReturn, "state" | "userErrors">,
  latest: Pick<LabelPurchase, "state" | "userErrors"> | null,
): { state: GeneratedReturnState; userErrors: ShippingUserError[] } {
  if (state === "REFUSED") return { state, userErrors };
  if (state === "WAITING" || latest === null) return { state: "PENDING", userErrors: [] };
  if (latest.state === "PURCHASED") return { state: "PURCHASED", userErrors: [] };
  const isOpen = latest.state === "PENDING" || latest.state === "UNKNOWN";
  return isOpen ? { state: "PENDING", userErrors: [] } : { state: "REFUSED", userErrors: latest.userErrors };
}
