import type { CarrierAccountAccess } from "../carrier/account-access.js";
import type { AccountRefused } from "../carrier/outcome.js";
import type { CarrierProduct, CarrierProductState, ProductCheck } from "../carrier/products.js";
import type { RateRequest } from "../carrier/rating.js";
import type { SendResult } from "./client.js";
import { CUSTOMER_PACKAGE } from "./package-types.js";

type Checked = "AUTHORIZATION" | "RATING" | "SHIPPING";

export interface ProductProbes {
  token(): Promise<SendResult>;
  rating(): Promise<SendResult>;
  /** Voids a number that cannot exist, which UPS only gets to refuse when the product is there. */
  shipping(): Promise<SendResult>;
}

const STATES: Record<AccountRefused["reason"], CarrierProductState> = {
  BAD_CREDENTIALS: "BAD_CREDENTIALS",
  PRODUCT_NOT_ADDED: "NOT_ADDED_OR_PENDING",
  WRONG_ACCOUNT: "WRONG_ACCOUNT",
};

/** One row per product we use. UPS answers one code for a missing product and a wrong account: seen together they tell. */
export async function checkProducts(probes: ProductProbes): Promise<ProductCheck[]> {
  const token = toCheck("AUTHORIZATION", await probes.token());
  if (token.state !== "OK")
    return [token, ...(["RATING", "SHIPPING"] as const).map((product) => follow(product, token))];
  const [rating, shipping] = await Promise.all([probes.rating(), probes.shipping()]);
  return [token, ...weigh(toCheck("RATING", rating), toCheck("SHIPPING", shipping))];
}

/** Neither product works although the token does: the app is tied to something else, not just short of both. */
function weigh(rating: ProductCheck, shipping: ProductCheck): ProductCheck[] {
  const both = [rating, shipping];
  if (both.every((row) => row.state === "NOT_ADDED_OR_PENDING"))
    return both.map((row) => withState(row, "WRONG_ACCOUNT"));
  // A number that does not exist says nothing of the account; Rating does, and the account is the same.
  if (rating.state === "WRONG_ACCOUNT" && shipping.state === "OK") {
    return [rating, { ...withState(shipping, "WRONG_ACCOUNT"), messages: rating.messages }];
  }
  return both;
}

function toCheck(product: Checked, result: SendResult): ProductCheck {
  if (result.kind === "OK" || result.failure.kind === "REJECTED") return row(product, "OK", []);
  const { failure } = result;
  const state = failure.kind === "ACCOUNT_REFUSED" ? STATES[failure.reason] : "UNAVAILABLE";
  return row(product, state, failure.messages);
}

/** Without a token nothing else can be asked; the reason is the token's. */
function follow(product: Checked, token: ProductCheck): ProductCheck {
  return row(product, token.state, token.messages);
}

function withState(check: ProductCheck, state: CarrierProductState): ProductCheck {
  return row(check.product, state, check.messages);
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

/** Has the form of a number and belongs to nobody. */
export const NO_SUCH_SHIPMENT = "1Z0000000000000000";

/** One pound from the account's address to itself: asks for nothing but a price. */
export function sampleRateRequest({ shipper }: CarrierAccountAccess): RateRequest {
  return {
    details: {
      shipFrom: shipper,
      shipTo: shipper,
      packages: [
        {
          weight: { value: 1, unit: "LB" },
          dimensions: null,
          packageType: CUSTOMER_PACKAGE,
          declaredValue: null,
          contentsValue: null,
          reference: null,
          description: null,
        },
      ],
      options: {
        payer: "SENDER",
        payerAccountNumber: null,
        payerPostalCode: null,
        payerCountryCode: null,
        signature: "NONE",
        isSaturdayDelivery: false,
        dutiesPayer: null,
      },
      reference: null,
      shipDate: null,
      accessPoint: null,
      customs: null,
      returnService: null,
    },
    serviceCode: null,
    weightUnit: null,
    dimensionUnit: null,
  };
}
