import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { Actor, ShippingDeps } from "../deps.js";
import type { Deadline } from "../rate/deadline.js";
import { quotePlan, type RatesAnswer } from "../rate/quote-rates.js";
import type { RatesInput } from "../rate/rates-input.js";
import type { Result } from "../result.js";
import type { JudgedMethod } from "./judge-methods.js";
import type { Cart } from "./pack-cart.js";
import type { DeliveryPlan } from "./plan-delivery.js";

/** Methods that are priced together, because one account is asked for them. */
export interface AskedAccount {
  methods: JudgedMethod[];
  /** The day the carrier is asked about; null: today, which it is asked about anyway. */
  askedDay: string | null;
  result: Result<RatesAnswer>;
}

/**
 * Prices all methods that are not left out: each account is asked once, about the day of its earliest handover, and all at
 * the same time.
 */
export function askAccounts(
  deps: ShippingDeps,
  actor: Actor,
  { offered: _, packInto: __, version: ___, ...plan }: DeliveryPlan,
  judged: JudgedMethod[],
  input: RatesInput,
  deadline: Deadline,
): Promise<AskedAccount[]> {
  const groups = bySender(judged.filter(({ leftOut }) => leftOut === null));
  return Promise.all(
    groups.map(async (methods) => {
      const askedDay = askedDayOf(methods);
      const choices = methods.map(({ method, place }) => ({ accountId: method.accountId, method, place }));
      const sender = methods[0]?.place?.address ?? plan.sender;
      const customersPayer = methods[0]?.method.billMyAccount ? plan.customersPayer : null;
      const rates = { ...plan, draft: null, choices, sender, customersPayer, askedDay };
      return { methods, askedDay, result: await quotePlan(deps, actor, rates, input, deadline) };
    }),
  );
}

/** What leaves from different places, or is paid by others, is asked about apart. */
function bySender(judged: JudgedMethod[]): JudgedMethod[][] {
  const groups = new Map<string, JudgedMethod[]>();
  for (const candidate of judged) {
    const { accountId, billMyAccount } = candidate.method;
    const key = `${accountId} ${candidate.place?.id} ${billMyAccount}`;
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  return [...groups.values()];
}

/** Carriers price no day that is much farther ahead, and know no more of it than of today. */
const farthestAskedMs = 30 * 24 * 60 * 60 * 1000;

function askedDayOf(methods: JudgedMethod[]): string | null {
  const [first] = [...methods].sort((a, b) => (a.handedOverOn < b.handedOverOn ? -1 : 1));
  if (first === undefined || first.handedOverOn <= first.today) return null;
  const isFar = Date.parse(first.handedOverOn) - Date.parse(first.today) > farthestAskedMs;
  return isFar ? null : first.handedOverOn;
}

/** What the caller gave, which they can put right. */
const callersParts = new Set<string | undefined>(["shipTo", "packages"]);

/** Faults of the input that keep every account from being asked; empty: somebody was asked. */
export function callersFaults(asked: AskedAccount[], { plan }: Pick<Cart, "plan">): ShippingUserError[] {
  const faults = asked.map(({ result }) => result.userErrors.filter((error) => isCallers(error, plan !== null)));
  return faults.every((errors) => errors.length > 0) ? (faults[0] ?? []) : [];
}

function isCallers({ field }: ShippingUserError, isPacked: boolean): boolean {
  const [, part] = field ?? [];
  return callersParts.has(part) && !(isPacked && part === "packages");
}
