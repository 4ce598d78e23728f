import type { EntityManager } from "typeorm";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import { changesOf } from "../audit/changes-of.js";
import { type AuditEntry, recordAudit } from "../audit/record-audit.js";
import type { Actor } from "../deps.js";

/** What may be told of an account: no texts of the merchant's, no number, no address. */
const shown = ["carrierCode", "environment", "status", "credentialVersion", "shipsRegulatedItems"];

/** Keeps who changed the account, and what of it; nothing where nothing changed. `before` null: it was created. */
export async function auditAccount(
  manager: EntityManager,
  actor: Actor,
  kind: AuditEntry["kind"],
  before: CarrierAccount | null,
  after: CarrierAccount,
): Promise<void> {
  const changes = changesOf(before ? valuesOf(before) : {}, valuesOf(after), shown);
  if (changes.length > 0) await recordAudit(manager, actor, { kind, targetId: after.id, changes });
}

function valuesOf({ name, accountNumber, address, accountType, appName, callbackUrl, ...rest }: CarrierAccount) {
  const { carrierCode, environment, status, credentialVersion, shipsRegulatedItems } = rest;
  const told = { carrierCode, environment, status, credentialVersion, shipsRegulatedItems };
  return { ...told, name, accountNumber, address, accountType, appName, callbackUrl };
}
