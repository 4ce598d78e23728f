import { Decimal } from "decimal.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { RateQuote } from "../../entities/rate-quote.js";
import { postalAddress } from "../../entities/values/postal-address.js";
import type { AddressAnswer } from "../address/validate-address.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { quotePlan, type RatesAnswer } from "../rate/quote-rates.js";
import { Refusal, type Result, refuseAny, settle } from "../result.js";
import type { PackageDetailsInput } from "../shipment/details-input.js";
import { checkForm } from "./check-form.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";
import { chooseOptions, type DeliveryOption } from "./delivery-option.js";
import { planDelivery } from "./plan-delivery.js";
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
 * bought. User errors: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, of the input only.
 */
export function deliveryOptions(
  deps: ShippingDeps,
  actor: Actor,
  input: DeliveryOptionsInput,
): Promise<Result<DeliveryOptionsAnswer>> {
  return settle(async () => {
    const shipTo = postalAddress(input.shipTo);
    refuseAny(checkForm(input, shipTo));
    const { rates } = await planDelivery(deps, actor.tenantId, input, shipTo);
    const methods = rates.choices.map(({ method }) => method!);
    if (methods.length === 0) return { options: [], unavailable: [], isComplete: true, address: null };
    const { carrierLocationId } = input;
    const packages = packagesOf(input);
    const answer = await quotePlan(deps, actor, rates, {
      ...{ shipTo: input.shipTo, packages, carrierLocationId },
      ...{ orderAmount: input.orderAmount, tags: input.tags, channel: input.channel },
    });
    if (answer.value === null) throw new Refusal(answer.userErrors);
    return { ...read(deps, methods, answer.value), address: null };
  });
}

function packagesOf({ items, packages }: DeliveryOptionsInput): PackageDetailsInput[] {
  if (packages?.length) return packages;
  const goods = items ?? [];
  const weight = goods.reduce((sum, item) => sum.plus(new Decimal(item.weight!.value).times(item.quantity)), zero);
  const unit = goods[0]?.weight?.unit;
  return [{ weight: { value: weight.toNumber(), unit }, items: goods }];
}

const zero = new Decimal(0);

function read(deps: ShippingDeps, methods: CarrierShippingMethod[], { quotes, unavailable }: RatesAnswer) {
  const byId = new Map(methods.map((method) => [method.id, method]));
  const options = chooseOptions(quotes.map((quote) => candidateOf(deps, quote, byId.get(quote.shippingMethodId!)!)));
  const offered = new Set(quotes.map(({ shippingMethodId }) => shippingMethodId));
  const without = methods.filter(({ id }) => !offered.has(id));
  const reasonOf = ({ id }: CarrierShippingMethod) =>
    unavailable.find(({ shippingMethod }) => shippingMethod?.id === id)?.reason ?? "LANE_NOT_SERVED";
  return {
    options,
    unavailable: without.map((method) => tellBuyers(method, reasonOf(method))),
    isComplete: unavailable.every(({ reason }) => reason !== "CARRIER_UNAVAILABLE" && reason !== "ACCOUNT_NOT_READY"),
  };
}

function candidateOf({ carriers }: ShippingDeps, rateQuote: RateQuote, method: CarrierShippingMethod) {
  const { id, price, serviceCode, estimatedDeliveryDate, details } = rateQuote;
  const catalogue = serviceCode === null ? null : carriers.get(method.provider)?.catalogue;
  const service = catalogue?.findService(serviceCode!, details.shipFrom.countryCode);
  return {
    ...{ id, price, rateQuote, service: service ?? null, sameness: serviceCode },
    name: method.serviceCode === null && service ? `${method.name}: ${service.name}` : method.name,
    isFree: new Decimal(price.amount).isZero(),
    promisedDate: estimatedDeliveryDate,
    promisedLatestDate: estimatedDeliveryDate,
    isAccessPoint: details.accessPoint !== null,
  };
}
