import { Decimal } from "decimal.js";
import { type PostalAddress, postalAddress } from "../../entities/values/postal-address.js";
import type { AddressAnswer } from "../address/validate-address.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { Deadline } from "../rate/deadline.js";
import { type Result, refuseAny, settle } from "../result.js";
import { buildPackage } from "../shipment/build-goods.js";
import type { PackageDetailsInput } from "../shipment/details-input.js";
import { askAccounts, callersFaults } from "./ask-accounts.js";
import { checkForm } from "./check-form.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";
import { chooseOptions, type DeliveryOption } from "./delivery-option.js";
import { judgeMethods } from "./judge-methods.js";
import { lookUpAddress } from "./look-up-address.js";
import { orderFacts } from "./order-facts.js";
import { planDelivery } from "./plan-delivery.js";
import { readAnswer, whyNot } from "./read-answers.js";
import { tellBuyers, type UndeliverableMethod } from "./tell-buyers.js";

export interface DeliveryOptionsAnswer {
  /** Cheapest first, then earliest. */
  options: DeliveryOption[];
  unavailable: UndeliverableMethod[];
  /** Every carrier answered in time. */
  isComplete: boolean;
  /** Null: nobody was asked about the address. */
  address: AddressAnswer | null;
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
  const [plan, now] = [await planDelivery(deps, actor.tenantId, input, shipTo), deps.clock.now()];
  const packages = packagesOf(input);
  const judged = judgeMethods(plan.offered, orderFacts(shipTo, packages.map(built), input), now);
  const { carrierLocationId } = input;
  const [asked, looked] = await Promise.all([
    askAccounts(deps, actor, plan, judged, { shipTo: input.shipTo, packages, carrierLocationId }, deadline),
    lookUpAddress(deps, actor, input, deadline),
  ]);
  refuseAny([...looked.userErrors, ...callersFaults(asked, Boolean(input.items?.length))]);
  const read = asked.map((account) => readAnswer(deps, account, now));
  const without = [
    ...judged.flatMap((method) => (method.key === null ? [] : whyNot(method, method.key))),
    ...read.flatMap(({ without }) => without),
  ];
  return {
    options: chooseOptions(read.flatMap(({ candidates }) => candidates)),
    unavailable: without.flatMap((why) => tellBuyers(why, input.locale ?? null) ?? []),
    isComplete: !without.some(({ key }) => key === "CARRIER_UNAVAILABLE"),
    address: looked.value,
  };
}

function packagesOf({ items, packages }: DeliveryOptionsInput): PackageDetailsInput[] {
  if (packages?.length) return packages;
  const goods = items ?? [];
  const weight = goods.reduce((sum, item) => sum.plus(new Decimal(item.weight!.value).times(item.quantity)), zero);
  const unit = goods[0]?.weight?.unit;
  return [{ weight: { value: weight.toNumber(), unit }, items: goods }];
}

const built = (pkg: PackageDetailsInput) =>
  buildPackage(pkg, { weightUnit: "KG", dimensionUnit: "CM", packageType: "" });

const zero = new Decimal(0);
