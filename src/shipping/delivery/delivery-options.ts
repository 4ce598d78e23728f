import { type PostalAddress, postalAddress } from "../../entities/values/postal-address.js";
import type { AddressAnswer } from "../address/validate-address.js";
import type { Actor, ShippingDeps } from "../deps.js";
import type { PackingPlan } from "../packing/packing-plan.js";
import { Deadline } from "../rate/deadline.js";
import { type Result, refuseAny, settle } from "../result.js";
import { askAccounts, callersFaults } from "./ask-accounts.js";
import { factsOf } from "./cart-facts.js";
import { checkForm } from "./check-form.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";
import { chooseOptions, type DeliveryOption } from "./delivery-option.js";
import { judgeMethods } from "./judge-methods.js";
import { lookUpAddress } from "./look-up-address.js";
import { packCart } from "./pack-cart.js";
import { originOf, planDelivery } from "./plan-delivery.js";
import { readAnswers } from "./read-answers.js";
import { tellBuyers, type UndeliverableMethod } from "./tell-buyers.js";

export interface DeliveryOptionsAnswer {
  /** Cheapest first, then earliest. */
  options: DeliveryOption[];
  unavailable: UndeliverableMethod[];
  /** Every carrier answered in time. */
  isComplete: boolean;
  /** Null: nobody was asked about the address. */
  address: AddressAnswer | null;
  /** How the items were packed; null: packages were given. */
  packing: PackingPlan | null;
}

/**
 * What a buyer can choose for a cart, of all published methods: prices after rules, with quotes that are stored and can be
 * bought. Whoever does not answer in time is left out. User errors, of the input only: REQUIRED, INVALID, TOO_LONG,
 * NOT_FOUND, NOT_ALLOWED.
 */
export function deliveryOptions(
  deps: ShippingDeps,
  actor: Actor,
  input: DeliveryOptionsInput,
): Promise<Result<DeliveryOptionsAnswer>> {
  return settle(async () => {
    const shipTo = postalAddress(input.shipTo);
    refuseAny(checkForm(input, shipTo));
    const deadline = new Deadline(deps.deliveryOptions.answerWithinMs);
    try {
      return await answerInTime(deps, actor, input, shipTo, deadline);
    } finally {
      deadline.end();
    }
  });
}

async function answerInTime(
  deps: ShippingDeps,
  actor: Actor,
  input: DeliveryOptionsInput,
  shipTo: PostalAddress,
  deadline: Deadline,
): Promise<DeliveryOptionsAnswer> {
  const plan = await planDelivery(deps, actor.tenantId, input, shipTo);
  const cart = packCart(input, plan.packInto, originOf(deps, plan, shipTo));
  const now = deps.clock.now();
  const judged = judgeMethods(plan.offered, factsOf(cart, shipTo, input), cart, now);
  const [asked, looked] = await Promise.all([
    askAccounts(deps, actor, plan, judged, ratesInput(input, cart.packages), deadline),
    lookUpAddress(deps, actor, input, deadline),
  ]);
  refuseAny([...looked.userErrors, ...callersFaults(asked, cart)]);
  const { candidates, without } = readAnswers(deps, judged, asked, now);
  return {
    options: chooseOptions(candidates),
    unavailable: without.flatMap((why) => tellBuyers(why, input.locale ?? null) ?? []),
    isComplete: !without.some(({ key }) => key === "CARRIER_UNAVAILABLE"),
    address: looked.value,
    packing: cart.plan,
  };
}

function ratesInput(input: DeliveryOptionsInput, packages: ReturnType<typeof packCart>["packages"]) {
  const { shipTo, carrierLocationId, orderAmount, tags, channel } = input;
  return { shipTo, packages, carrierLocationId, orderAmount, tags, channel };
}
