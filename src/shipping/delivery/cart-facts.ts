import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { OrderFacts } from "../order-facts.js";
import { orderFactsOf } from "../rate/order-facts-of.js";
import { orderGiven } from "../rate/order-given.js";
import { buildPackage } from "../shipment/build-goods.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";
import type { Cart } from "./pack-cart.js";

/** Every measure of a cart has its unit, and no condition looks at package types. */
const nothing = { weightUnit: "KG", dimensionUnit: "CM", packageType: "", insurancePercent: "0" } as const;

/** What the conditions of methods look at. */
export function factsOf({ packages }: Cart, shipTo: PostalAddress, input: DeliveryOptionsInput): OrderFacts {
  return orderFactsOf({ shipTo, packages: packages.map((pkg) => buildPackage(pkg, nothing)) }, orderGiven(input));
}
