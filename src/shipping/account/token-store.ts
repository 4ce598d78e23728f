import type { EntityManager } from "typeorm";
import { asSending } from "../../admission/work.js";
import type { AccessToken, TokenKey, TokenStore } from "../../carrier/ports.js";
import { SecretText } from "../../carrier/secret-text.js";
import { type Database, inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { AppError } from "../../errors.js";
import type { Sealer } from "../deps.js";
import { sealContext } from "./credentials.js";

interface TokenRow {
  sealed_token: Buffer | null;
  expires_at: string | null;
}

const select = `select sealed_token, expires_at from carrier_token
  where account_id = $1 and credential_version = $2 and sealed_token is not null`;

/** One statement decides who fetches, by the database's clock: of callers at once exactly one gets a row back. */
const lease = `insert into carrier_token (tenant_id, account_id, credential_version, leased_until)
  values ($1, $2, $3, now() + make_interval(secs => $4))
  on conflict (tenant_id, account_id, credential_version) do update set leased_until = excluded.leased_until
  where carrier_token.leased_until is null or carrier_token.leased_until < now()
  returning 1`;

const write = `insert into carrier_token (tenant_id, account_id, credential_version, sealed_token, expires_at)
  values ($1, $2, $3, $4, $5)
  on conflict (tenant_id, account_id, credential_version) do update
  set sealed_token = excluded.sealed_token, expires_at = excluded.expires_at, leased_until = null`;

const release = "update carrier_token set leased_until = null where account_id = $1 and credential_version = $2";

const forget = `update carrier_token set sealed_token = null, expires_at = null
  where account_id = $1 and credential_version = $2`;

type Run = <T>(tenantId: string, work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/**
 * Access tokens as sealed rows that all instances share. Throws what the database throws; no call waits for a network.
 * Purchases wait for what a rate began: all of it gets connections as they do.
 */
export function createTokenStore(database: Database, sealer: Sealer): TokenStore {
  const open = (key: TokenKey, row: TokenRow | undefined): AccessToken | null => {
    if (!row?.sealed_token || !row.expires_at) return null;
    const value = openOrNull(sealer, row.sealed_token, contextOf(key));
    return value === null ? null : { value: new SecretText(value), expiresAt: new Date(row.expires_at) };
  };

  const read: Run = (tenantId, work) => asSending(() => readInTenant(database, tenantId, work));
  const change: Run = (tenantId, work) => asSending(() => inTenant(database, tenantId, work));

  return {
    async read(key) {
      const rows = await read(key.tenantId, (manager) => manager.query(select, idOf(key)));
      return open(key, rows[0]);
    },
    async acquireLease(key, seconds) {
      const values = [key.tenantId, ...idOf(key), seconds];
      const rows = await change(key.tenantId, (manager) => manager.query(lease, values));
      return rows.length === 1;
    },
    async write(key, token) {
      const sealed = sealer.seal(token.value.reveal(), contextOf(key));
      const values = [key.tenantId, ...idOf(key), sealed, token.expiresAt.toISOString()];
      await change(key.tenantId, (manager) => manager.query(write, values));
    },
    async releaseLease(key) {
      await change(key.tenantId, (manager) => manager.query(release, idOf(key)));
    },
    forget: (key, token) =>
      change(key.tenantId, async (manager) => {
        const rows = (await manager.query(`${select} for update`, idOf(key))) as TokenRow[];
        const stored = open(key, rows[0]);
        if (stored?.value.reveal() === token.value.reveal()) await manager.query(forget, idOf(key));
      }),
  };
}

/** A token under a key that this server does not have, or not any more, is as good as none: another is fetched. */
function openOrNull(sealer: Sealer, sealed: Buffer, context: string): string | null {
  try {
    return sealer.open(sealed, context);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

const idOf = (key: TokenKey): [string, number] => [key.accountId, key.credentialVersion];

const contextOf = ({ credentialVersion, ...key }: TokenKey) =>
  sealContext({ ...key, version: credentialVersion }, "accessToken");
