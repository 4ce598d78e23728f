import { type PostalAddress, postalAddress } from "../../entities/values/postal-address.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { UnavailableKey } from "../availability/unavailable-key.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { Deadline } from "../rate/deadline.js";
import type { RatesInput } from "../rate/rates-input.js";
import { done, type Result, refuseAny, refused, settle } from "../result.js";
import { userError } from "../user-error.js";
import { askAccounts, callersFaults } from "./ask-accounts.js";
import { factsOf } from "./cart-facts.js";
import { checkForm } from "./check-form.js";
import type { DeliveryOptionsAnswer } from "./delivery-answer.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";
import { memoryOf } from "./delivery-memory.js";
import { chooseOptions } from "./delivery-option.js";
import { daysOf, judgeMethods } from "./judge-methods.js";
import { lookUpAddress } from "./look-up-address.js";
import { packCart } from "./pack-cart.js";
import { type DeliveryPlan, originOf, planDelivery } from "./plan-delivery.js";
import { readAnswers } from "./read-answers.js";
import { cartKey, recallAnswer } from "./recall-answer.js";
import { tellBuyers } from "./tell-buyers.js";

/**
 * What a buyer can choose for a cart, of all published methods: prices after rules, with quotes that are stored and can be
 * bought. Whoever does not answer in time is left out. Equal requests under way are one, and so are those of a few seconds
 * where answers are kept. User errors, of the input only: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED.
 */
export function deliveryOptions(
  deps: ShippingDeps,
  actor: Actor,
  input: DeliveryOptionsInput,
): Promise<Result<DeliveryOptionsAnswer>> {
  const unread = checkPayer(actor, input);
  // Before anything that is kept: what it says is another's answer too.
  if (unread.length > 0) return Promise.resolve(refused(...unread));
  const key = cartKey(actor.tenantId, input);
  // Who waits longer does not share the answer of who waits less, but the carriers' calls all the same.
  return memoryOf(deps).share(`${key} ${deps.deliveryOptions.answerWithinMs}`, async () => {
    const kept = await recallAnswer(deps, actor.tenantId, key, input);
    return kept ? done(kept) : settle(() => answerAnew(deps, actor, input, key));
  });
}

/** Whoever names a customer's account has it pay: that takes a token that may read it. Absent scopes: the service's own. */
function checkPayer({ scopes }: Actor, { customerCarrierAccountId }: DeliveryOptionsInput): ShippingUserError[] {
  if (customerCarrierAccountId == null || scopes === undefined || scopes.includes("read")) return [];
  const message = "A customer's own account is named by the shop's server, with a token that has the scope read.";
  return [userError("NOT_ALLOWED", message, ["input", "customerCarrierAccountId"])];
}

async function answerAnew(
  deps: ShippingDeps,
  actor: Actor,
  input: DeliveryOptionsInput,
  key: string,
): Promise<DeliveryOptionsAnswer> {
  const shipTo = postalAddress(input.shipTo);
  refuseAny(checkForm(input, shipTo));
  const deadline = new Deadline(deps.deliveryOptions.answerWithinMs);
  try {
    const plan = await planDelivery(deps, actor.tenantId, input, shipTo);
    const now = deps.clock.now();
    const { answer, isSure } = await answerBy(deps, actor, { input, shipTo, plan, now }, deadline);
    const { version, offered } = plan;
    if (version !== null && isSure) memoryOf(deps).keep(key, { answer, version, offered, days: daysOf(offered, now) });
    return answer;
  } finally {
    deadline.end();
  }
}

interface Asked {
  input: DeliveryOptionsInput;
  shipTo: PostalAddress;
  plan: DeliveryPlan;
  now: Date;
}

/** `isSure`: asked again, the answer would be the same. */
async function answerBy(
  deps: ShippingDeps,
  actor: Actor,
  { input, shipTo, plan, now }: Asked,
  deadline: Deadline,
): Promise<{ answer: DeliveryOptionsAnswer; isSure: boolean }> {
  const cart = packCart(input, plan.packInto, originOf(deps, plan, shipTo));
  const judged = judgeMethods(plan.offered, factsOf(cart, shipTo, input), cart, now);
  const [asked, looked] = await Promise.all([
    askAccounts(deps, actor, plan, judged, ratesInput(input, cart), deadline),
    lookUpAddress(deps, actor, input, deadline),
  ]);
  refuseAny([...looked.userErrors, ...callersFaults(asked, cart)]);
  const { candidates, without } = readAnswers(deps, judged, asked, now);
  const answer = {
    options: chooseOptions(candidates),
    unavailable: without.flatMap((why) => tellBuyers(why, input.locale ?? null) ?? []),
    isComplete: !without.some(({ key }) => passing.has(key)),
    address: looked.value,
    packing: cart.plan,
  };
  const isLookedUp = looked.value?.status !== "UNAVAILABLE";
  return { answer, isSure: answer.isComplete && isLookedUp && !without.some(({ key }) => key === "CARRIER_REJECTED") };
}

/** What may be otherwise when it is asked again. */
const passing = new Set<UnavailableKey>(["CARRIER_UNAVAILABLE", "ACCOUNT_NOT_READY", "NO_PRICE"]);

function ratesInput(input: DeliveryOptionsInput, { packages }: Pick<RatesInput, "packages">): RatesInput {
  const { shipTo, carrierLocationId, orderAmount, tags, channel } = input;
  return { shipTo, packages, carrierLocationId, orderAmount, tags, channel };
}
