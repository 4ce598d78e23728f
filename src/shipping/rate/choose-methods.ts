import { type EntityManager, In, IsNull, Not } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { ShippingDeps } from "../deps.js";
import { hasOwnPrice, isCarriersMethod, methodProviders, providerNames } from "../method/method-provider.js";
import { accountOfPlace } from "../place/account-of-place.js";
import { findPlace } from "../place/find-place.js";
import { refuse, refuseAny } from "../result.js";
import { requireUnnamedAccount } from "../settings/default-account.js";
import { userError } from "../user-error.js";
import type { RateChoice } from "./rate-choice.js";
import type { RatesInput } from "./rates-input.js";

type Given = Pick<RatesInput, "shippingMethodIds" | "carrierAccountId" | "shipFromPlaceId">;

export const mostMethods = 100;

/**
 * The methods named; else all services of the account named; else every quotable method, of the draft's account if it
 * has one; else all services of that account, or of the place's, or of the default account, or the only one there is. Throws a `Refusal`.
 */
export async function chooseMethods(
  deps: Pick<ShippingDeps, "carriers">,
  manager: EntityManager,
  input: Given,
  draftAccountId: string | null,
): Promise<RateChoice[]> {
  const ids = [...new Set(input.shippingMethodIds ?? [])];
  if (ids.length > 0) return namedMethods(deps, manager, ids, input.carrierAccountId ?? null);
  if (input.carrierAccountId != null) return [await wholeAccount(manager, input.carrierAccountId)];
  const carriers = methodProviders(deps).map(({ code }) => code);
  const inUse = { archivedAt: IsNull(), ...(draftAccountId !== null && { accountId: draftAccountId }) };
  const methods = await manager.find(CarrierShippingMethod, {
    where: [
      { provider: In(carriers), ...inUse },
      { providerConfiguration: Not(IsNull()), ...inUse },
    ],
    order: { createdAt: "ASC", id: "ASC" },
  });
  if (methods.length > 0) return methods.map(choiceOf);
  return [draftAccountId === null ? await unnamedAccount(manager, input) : { accountId: draftAccountId, method: null }];
}

const choiceOf = (method: CarrierShippingMethod): RateChoice => ({ accountId: method.accountId, method });

async function namedMethods(
  deps: Pick<ShippingDeps, "carriers">,
  manager: EntityManager,
  ids: string[],
  accountId: string | null,
): Promise<RateChoice[]> {
  const field = ["input", "shippingMethodIds"];
  if (ids.length > mostMethods) {
    refuse("INVALID", `At most ${mostMethods} methods are rated at once.`, field);
  }
  const found = new Map((await manager.findBy(CarrierShippingMethod, { id: In(ids) })).map((row) => [row.id, row]));
  const problems = ids.flatMap((id, index) => methodProblem(deps, found.get(id), accountId, [...field, String(index)]));
  refuseAny(problems);
  return ids.map((id) => choiceOf(found.get(id)!));
}

function methodProblem(
  deps: Pick<ShippingDeps, "carriers">,
  method: CarrierShippingMethod | undefined,
  accountId: string | null,
  field: string[],
): ShippingUserError[] {
  if (!method) return [userError("NOT_FOUND", "There is no such shipping method.", field)];
  if (method.archivedAt !== null) return [userError("NOT_ALLOWED", "The shipping method is archived.", field)];
  if (!isCarriersMethod(deps, method) && !hasOwnPrice(method)) {
    const message = `Only ${providerNames(deps)}, FIXED and RULES methods are rated.`;
    return [userError("NOT_ALLOWED", message, field)];
  }
  if (accountId !== null && method.accountId !== accountId) {
    return [userError("INVALID", "The shipping method uses another carrier account.", field)];
  }
  return [];
}

async function wholeAccount(manager: EntityManager, accountId: string): Promise<RateChoice> {
  const field = ["input", "carrierAccountId"];
  const account = await manager.findOneBy(CarrierAccount, { id: accountId });
  if (account === null) refuse("NOT_FOUND", "There is no such carrier account.", field);
  if (account.status === "ARCHIVED") {
    refuse("NOT_ALLOWED", "The carrier account is archived.", field);
  }
  return { accountId, method: null };
}

async function unnamedAccount(manager: EntityManager, { shipFromPlaceId }: Given): Promise<RateChoice> {
  const place = await findPlace(manager, { shipFromPlaceId, method: null });
  const accountId = await accountOfPlace(manager, place);
  if (accountId !== null) return { accountId, method: null };
  const { id } = await requireUnnamedAccount(manager, ["input", "carrierAccountId"]);
  return { accountId: id, method: null };
}
