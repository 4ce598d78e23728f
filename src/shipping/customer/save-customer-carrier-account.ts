import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { CustomerCarrierAccount } from "../../entities/customer-carrier-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { masked } from "../mask.js";
import { newId } from "../new-id.js";
import { type Change, clearedFields, refusedNulls } from "../null-rule.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { openNumber, sealNumber } from "./account-number.js";
import { auditCustomerAccount } from "./audit-customer-account.js";
import { checkCustomerAccount } from "./check-customer-account.js";
import type { CustomerAccountInput } from "./customer-input.js";
import { type CustomerValues, customerValues } from "./customer-values.js";

/** Of one customer with all carriers. */
export const mostAccounts = 20;

const idField = ["input", "customerCarrierAccountId"];
const neverEmpty = ["customerId", "carrierCode", "accountNumber", "countryCode"] as const;

interface Stored {
  row: CustomerCarrierAccount;
  values: CustomerValues;
}

/**
 * Keeps a customer's account, or changes it: the one named, else the customer's with the same carrier and number, so that
 * it is safe to repeat. Drafts made with it keep what they have. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, CONFLICT
 * (another of the customer's has the number), NOT_ALLOWED (the customer has too many).
 */
export function saveCustomerCarrierAccount(
  deps: ShippingDeps,
  actor: Actor,
  input: CustomerAccountInput,
): Promise<Result<Change<CustomerCarrierAccount>>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const named = await findNamed(deps, manager, actor, input);
      if (named) refuseAny(refusedNulls(input, neverEmpty, ["input"]));
      const values = customerValues(input, named?.values ?? null);
      if (named) refuseMoved(named.values, values);
      refuseAny(checkCustomerAccount(deps, values));
      const stored = await findStored(deps, manager, actor, values, named);
      const after = stored === null ? values : customerValues(input, stored.values);
      refuseAny(checkCustomerAccount(deps, after));
      const row = await write(deps, manager, actor, after, stored?.row ?? null);
      await auditCustomerAccount(manager, actor, row.id, stored?.values ?? null, after);
      return { row, clearedFields: stored ? clearedFields(clearable(stored.values), clearable(after)) : [] };
    }),
  );
}

const clearable = ({ postalCode, name }: CustomerValues) => ({ postalCode, name });

function valuesOf({ sealer }: Pick<ShippingDeps, "sealer">, row: CustomerCarrierAccount): Stored {
  const { customerId, carrierCode, postalCode, countryCode, name } = row;
  const accountNumber = openNumber(sealer, row);
  return { row, values: { customerId, carrierCode, accountNumber, postalCode, countryCode, name } };
}

/** Locks the customer before the account, as whoever saves without an id does. */
async function findNamed(
  deps: Pick<ShippingDeps, "sealer">,
  manager: EntityManager,
  actor: Actor,
  { customerCarrierAccountId: id }: CustomerAccountInput,
): Promise<Stored | null> {
  if (id == null) return null;
  const found = await manager.findOneBy(CustomerCarrierAccount, { id });
  if (found) await lockCustomer(manager, actor, found.customerId);
  const row = await manager.findOne(CustomerCarrierAccount, { where: { id }, lock: { mode: "pessimistic_write" } });
  return row ? valuesOf(deps, row) : refuse("NOT_FOUND", "There is no such account of a customer.", idField);
}

async function lockCustomer(manager: EntityManager, { tenantId }: Actor, customerId: string): Promise<void> {
  await manager.query("select pg_advisory_xact_lock(hashtextextended($1 || '/customer/' || $2, 0))", [
    ...[tenantId, customerId],
  ]);
}

/** Whose account it is, and with which carrier, stays. */
function refuseMoved(before: CustomerValues, after: CustomerValues): void {
  const moved = (["customerId", "carrierCode"] as const).find((part) => before[part] !== after[part]);
  if (moved) refuse("INVALID", "It stays as it is: delete the account, and save another.", ["input", moved]);
}

/**
 * The one named, else the customer's that has the number. Numbers are sealed, so that the database cannot compare them: who
 * saves for one customer waits for another who does.
 */
async function findStored(
  deps: ShippingDeps,
  manager: EntityManager,
  actor: Actor,
  { customerId, carrierCode, accountNumber }: CustomerValues,
  named: Stored | null,
): Promise<Stored | null> {
  await lockCustomer(manager, actor, customerId);
  const rows = await manager.findBy(CustomerCarrierAccount, { customerId });
  const same = rows
    .filter((row) => row.carrierCode === carrierCode)
    .map((row) => valuesOf(deps, row))
    .find(({ values }) => values.accountNumber === accountNumber);
  if (named && same && same.row.id !== named.row.id)
    refuse("CONFLICT", "The customer has an account with this number already.", ["input", "accountNumber"]);
  if (!named && !same && rows.length >= mostAccounts)
    refuse("NOT_ALLOWED", `A customer has at most ${mostAccounts} accounts: delete one.`, ["input", "customerId"]);
  return named ?? same ?? null;
}

async function write(
  { sealer }: Pick<ShippingDeps, "sealer">,
  manager: EntityManager,
  { tenantId }: Actor,
  { accountNumber, ...values }: CustomerValues,
  stored: CustomerCarrierAccount | null,
): Promise<CustomerCarrierAccount> {
  const id = stored?.id ?? newId("cca");
  const number = {
    accountNumberMasked: masked(accountNumber, 2),
    sealedAccountNumber: sealNumber(sealer, { tenantId, id }, accountNumber),
  };
  if (stored) await manager.update(CustomerCarrierAccount, { id }, { ...values, ...number });
  else await manager.insert(CustomerCarrierAccount, { ...values, ...number, tenantId, id });
  return manager.findOneByOrFail(CustomerCarrierAccount, { id });
}
