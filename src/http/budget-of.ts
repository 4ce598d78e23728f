import { type BudgetLimits, defaultBudgetLimits } from "../admission/budget-limits.js";
import { RequestBudget } from "../admission/request-budget.js";
import { type Caller, isBuyer } from "../security/scopes.js";

/** Of the calls to carriers that one request of the staff's may make: a buyer checks an address and looks for places. */
const buyersPart = 1 / 5;

/** What one request of the caller's may spend. */
export function budgetOf(caller: Caller, configured: Partial<BudgetLimits> = {}): RequestBudget {
  const limits = { ...defaultBudgetLimits, ...configured };
  if (!isBuyer(caller)) return new RequestBudget(limits);
  return new RequestBudget({ ...limits, CARRIER_CALLS: Math.ceil(limits.CARRIER_CALLS * buyersPart) });
}
