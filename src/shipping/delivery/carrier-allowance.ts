import { IsNull } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { isCarriersMethod } from "../method/method-provider.js";

/** Calls to carriers that pages of orders and products cost at most, however long they are. */
const mostCalls = 6;

/** Questions that pages ask at most where none costs a call: each packs, prices and stores quotes. */
const mostQuestions = 48;

/** The calls that one request may make for what it asks of other teams' orders and products. */
export class CarrierAllowance {
  #left = mostCalls;
  #questionsLeft = mostQuestions;
  #each: Promise<number> | null = null;

  constructor(
    private readonly deps: ShippingDeps,
    private readonly actor: Actor,
  ) {}

  /** How many of so many questions about prices may be asked; from then on their calls are spent. */
  async grant(questions: number): Promise<number> {
    this.#each ??= callsOfQuestion(this.deps, this.actor);
    const each = await this.#each;
    const affordable = each === 0 ? questions : Math.floor(this.#left / each);
    const granted = Math.min(questions, affordable, this.#questionsLeft);
    this.#left -= granted * each;
    this.#questionsLeft -= granted;
    return granted;
  }
}

/** The most that one question to all published methods takes: another account, place, unit, packaging or option is asked apart. */
async function callsOfQuestion(deps: ShippingDeps, { tenantId }: Actor): Promise<number> {
  const methods = await readInTenant(deps.database, tenantId, (manager) =>
    manager.findBy(CarrierShippingMethod, { isPublished: true, archivedAt: IsNull() }),
  );
  return new Set(methods.filter((method) => isCarriersMethod(deps, method)).map((method) => askedAs(deps, method)))
    .size;
}

function askedAs({ carriers }: ShippingDeps, method: CarrierShippingMethod): string {
  const { provider, accountId, shipFromPlaceId, serviceCode, packageTypeCode, weightUnit, dimensionUnit } = method;
  const service = serviceCode === null ? null : carriers.get(provider)?.catalogue.findService(serviceCode, null);
  const byName = service?.isRatedByName ? serviceCode : null;
  const { billMyAccount, dutiesPayer, generateReturnLabel, priceRules } = method;
  const options = [billMyAccount, dutiesPayer, generateReturnLabel, priceRules.insurancePercent];
  return JSON.stringify([accountId, shipFromPlaceId, packageTypeCode, weightUnit, dimensionUnit, byName, options]);
}
