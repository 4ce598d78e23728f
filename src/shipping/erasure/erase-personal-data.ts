import type { EntityManager } from "typeorm";
import { outsideBudget } from "../../admission/work.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { PersonalDataKind } from "../../entities/values/erasure-enums.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, settle } from "../result.js";
import { auditErasure } from "./audit-erasure.js";
import { eraseCustomer } from "./erase-customer.js";
import { eraseQuotes } from "./erase-quotes.js";
import { type Counts, type ErasedShipment, eraseShipment, type IsKept } from "./erase-shipment.js";
import type { Erasure } from "./erasure.js";
import { type ErasureInput, type Search, searchOf } from "./erasure-input.js";
import { findShipments } from "./find-shipments.js";
import { keptAnswers } from "./kept-answers.js";
import { type Person, personAt, withoutRepeats } from "./person.js";
import { tellErasure } from "./tell-erasure.js";

/** Of one call: it ends well before whoever waits for it gives up. */
export const mostShipments = 100;

/**
 * Erases the accounts of a customer; or the people of all shipments of an order, of a reference or of a person, with all that hangs on them, a shipment a
 * transaction; what money still hangs on is left and named. Repeatable: what is erased is not found again. No budget ends
 * it: a search for a person that ends halfway would end there each time, and the quotes go last. Codes: REQUIRED, INVALID,
 * TOO_LONG.
 */
export function erasePersonalData(deps: ShippingDeps, actor: Actor, input: ErasureInput): Promise<Result<Erasure>> {
  return outsideBudget(() => eraseAll(deps, actor, input));
}

function eraseAll(deps: ShippingDeps, actor: Actor, input: ErasureInput): Promise<Result<Erasure>> {
  return settle(async () => {
    const search = searchOf(input);
    const found = await eraseShipments(deps, actor, search);
    const people = withoutRepeats([...searchedFor(search), ...found.people]);
    found.counts.RATE_QUOTE = await eraseQuotes(deps, actor, found.quoteIds, people);
    if ("customerId" in search) found.counts.CUSTOMER_CARRIER_ACCOUNT = await eraseCustomer(deps, actor, search);
    const { counts, postponed, isComplete } = found;
    const erasure = { counts, postponed, isComplete };
    tellErasure(deps, actor, search, erasure);
    return erasure;
  });
}

const searchedFor = (search: Search): Person[] => ("person" in search ? [search.person] : []);

interface Found extends Erasure {
  people: Person[];
  quoteIds: string[];
}

async function eraseShipments(deps: ShippingDeps, actor: Actor, search: Search): Promise<Found> {
  const { tenantId } = actor;
  const found: Found = { counts: none(), postponed: [], isComplete: true, people: [], quoteIds: [] };
  const isKept = await keptAnswers(deps, tenantId);
  for await (const id of findShipments(deps, tenantId, search)) {
    if (found.counts.SHIPMENT >= mostShipments || found.postponed.length >= mostShipments)
      return { ...found, isComplete: false };
    const erased = await inTenant(deps.database, tenantId, (manager) => eraseAudited(manager, actor, id, isKept));
    if (erased !== null) add(found, erased);
  }
  return found;
}

async function eraseAudited(manager: EntityManager, actor: Actor, id: string, isKept: IsKept) {
  const erased = await eraseShipment(manager, id, isKept);
  if (erased !== null) await auditErasure(manager, actor, id, erased.counts);
  return erased;
}

function add(found: Found, { counts, postponed, addresses, quoteIds }: ErasedShipment): void {
  for (const [kind, count] of Object.entries(counts) as [keyof Counts, number][]) found.counts[kind] += count;
  found.postponed.push(...postponed);
  found.quoteIds.push(...quoteIds);
  found.people.push(...addresses.map(personAt).filter((person) => person !== null));
}

const none = (): Record<PersonalDataKind, number> => ({
  ...{ SHIPMENT: 0, PURCHASE: 0, LABEL: 0, DOCUMENT: 0 },
  ...{ TRACKER: 0, RATE_QUOTE: 0, ADDRESS_CLASSIFICATION: 0, CUSTOMER_CARRIER_ACCOUNT: 0 },
});
