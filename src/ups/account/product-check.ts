import type { AccountRefused, Failure } from "../../carrier/outcome.js";
import type { CarrierProduct, CarrierProductState, ProductCheck } from "../../carrier/products.js";
import { parseRating } from "../rating/parse-rating.js";
import type { SendResult } from "../wire/client.js";
import { isAbout } from "../words/error-codes/find-error-code.js";

/** A question to each product that creates nothing at UPS. */
export type Probes = Record<CarrierProduct, () => Promise<SendResult>>;

const stateByReason: Record<AccountRefused["reason"], CarrierProductState> = {
  BAD_CREDENTIALS: "BAD_CREDENTIALS",
  PRODUCT_NOT_ADDED: "NOT_ADDED_OR_PENDING",
  WRONG_ACCOUNT: "WRONG_ACCOUNT",
};

/** Their probes name the account, though only for something that does not exist: its refusal says nothing of the account. */
const actsForAccount: ReadonlySet<CarrierProduct> = new Set(["SHIPPING", "PAPERLESS_DOCUMENTS"]);

/** One row per product we use. UPS answers one code for a missing product and a wrong account: seen together they tell. */
export async function checkProducts({ AUTHORIZATION, ...probes }: Probes): Promise<ProductCheck[]> {
  const token = toCheck("AUTHORIZATION", await AUTHORIZATION());
  const products = Object.keys(probes) as (keyof typeof probes)[];
  // Without a token nothing else can be asked; the reason is the token's.
  if (token.state !== "OK") return [token, ...products.map((product) => row(product, token.state, token.messages))];
  const checks = await Promise.all(products.map(async (product) => toCheck(product, await probes[product]())));
  return [token, ...weigh(checks)];
}

/** No product works although the token does: the app is tied to something else, not just short of all of them. */
function weigh(checks: ProductCheck[]): ProductCheck[] {
  if (checks.every(({ state }) => state === "NOT_ADDED_OR_PENDING")) {
    return checks.map(({ product, messages }) => row(product, "WRONG_ACCOUNT", messages));
  }
  const rating = checks.find(({ product }) => product === "RATING");
  if (rating?.state !== "WRONG_ACCOUNT") return checks;
  return checks.map((check) =>
    actsForAccount.has(check.product) && (check.state === "OK" || isWithoutForms(check.messages))
      ? row(check.product, "WRONG_ACCOUNT", rating.messages)
      : check,
  );
}

/** A refusal is an answer: only the product itself could give it. */
function toCheck(product: CarrierProduct, result: SendResult): ProductCheck {
  if (result.kind === "OK") {
    const answered = row(product, "OK", []);
    return product === "RATING" ? { ...answered, negotiatedRates: enrolment(result.json) } : answered;
  }
  const { failure } = result;
  if (failure.kind === "REJECTED" && !isWithoutForms(failure.messages)) return row(product, "OK", []);
  return row(product, stateOf(failure), failure.messages);
}

/** Paperless Documents is on the app, and this account may not use it. */
function isWithoutForms(messages: ProductCheck["messages"]): boolean {
  return isAbout(messages, "FORMS_NOT_ALLOWED");
}

function stateOf(failure: Failure): CarrierProductState {
  if (failure.kind === "REJECTED") return "NOT_ADDED_OR_PENDING";
  return failure.kind === "ACCOUNT_REFUSED" ? stateByReason[failure.reason] : "UNAVAILABLE";
}

/** Whether the account has prices of its own; null: the answer does not tell. */
function enrolment(json: unknown): "ENROLLED" | "NOT_ENROLLED" | null {
  const states = new Set(parseRating(json)?.value.map(({ negotiatedState }) => negotiatedState));
  if (states.has("APPLIED")) return "ENROLLED";
  return states.has("ACCOUNT_NOT_ENROLLED") ? "NOT_ENROLLED" : null;
}

function row(product: CarrierProduct, state: CarrierProductState, messages: ProductCheck["messages"]): ProductCheck {
  return { product, state, setupStepKey: stepToRepeat(product, state), messages };
}

/** The step of the setup guide that puts it right; none for what is right or only out of reach. */
function stepToRepeat(product: CarrierProduct, state: CarrierProductState): string | null {
  if (state === "BAD_CREDENTIALS") return "COPY_CREDENTIALS";
  if (state === "WRONG_ACCOUNT") return "CHOOSE_ACCOUNT";
  return state === "NOT_ADDED_OR_PENDING" ? `ADD_PRODUCT_${product}` : null;
}
