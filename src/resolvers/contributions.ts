import { parse } from "graphql";
import { itemTypeDefs, weightTypeDefs } from "./order/contribution-values.js";
import { type OrderContribution, orderResolvers, orderTypeDefs } from "./order/order-shipments.js";
import { type ProductContribution, productResolvers, productTypeDefs } from "./product/product-estimate.js";

interface Contributions {
  order: OrderContribution | null;
  product?: ProductContribution | null;
}

const definedBy = (typeDefs: string, resolvers = {}) => ({ typeDefs: parse(typeDefs), resolvers });

/** What is added to other teams' types, and whether it needs values of theirs. */
export function contributionModules({ order, product }: Contributions) {
  const hasOptions = order?.optionsWithinMs != null;
  const modules = [
    order && definedBy(orderTypeDefs(order), orderResolvers(order)),
    product && definedBy(productTypeDefs(product), productResolvers(product)),
    hasOptions && definedBy(itemTypeDefs),
    (hasOptions || product) && definedBy(weightTypeDefs),
  ].filter((part) => part !== null && part !== undefined && part !== false);
  return { modules, needsOthers: hasOptions || product != null };
}
