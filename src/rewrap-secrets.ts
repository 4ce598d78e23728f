import "reflect-metadata";
import { parseArgs } from "node:util";
import { type Config, loadConfig } from "./config.js";
import { closeDatabase, type Database, openDatabase } from "./database/data-source.js";
import { listTenants } from "./database/ledger-admin.js";
import { countSealed, type SealedCount, sealedColumns } from "./database/sealed-columns.js";
import { readServerKeys, type ServerKeys } from "./database/server-keys.js";
import { allEntities } from "./entities/all-entities.js";
import { countFiles, rewrapFiles } from "./rewrap/rewrap-files.js";
import { rewrapRows } from "./rewrap/rewrap-rows.js";
import { loadDemoKeys } from "./security/demo-keys.js";
import { createKeyProvider, type Key } from "./security/key-provider.js";
import { createSecretBox, type SecretBox } from "./security/secret-box.js";
import { withDatabase } from "./with-database.js";

const usage = `npm run rewrap-secrets [-- --count] [-- --help]

Puts everything that SECRET_KEYS seal under the first of them: columns of the database, and files in ANSWERS_DIR. Servers go on.
  --count  changes nothing, and says how many are under each key
Exits 0 when nothing is left under another key, so that those can be taken out of SECRET_KEYS; 1 while anything is; 2 when it
could not be done.`;

const exitCodes = { done: 0, left: 1, failed: 2 };

async function main(args: string[]): Promise<void> {
  const options = { help: { type: "boolean" }, count: { type: "boolean" } } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) return console.info(usage);
  const config = loadConfig(process.env);
  const keys = config.secretKeys.length > 0 ? config.secretKeys : (await loadDemoKeys(config.dataDir)).secretKeys;
  const box = createSecretBox(createKeyProvider(keys));
  const { counts, servers } = await withDatabase(config, async ({ adminUrl, serverUrl }) => {
    const database = await openDatabase({ url: serverUrl, entities: allEntities, poolSize: 2 });
    try {
      if (!values.count) await refuseIfLacking(database, keys);
      if (!values.count) await rewrapAll(config, database, adminUrl, box);
      return { counts: await countAll(config, database, box), servers: await readServerKeys(database) };
    } finally {
      await closeDatabase(database);
    }
  });
  const isAllUnderFirst = report(counts, keys, config);
  process.exitCode = allSealWithFirst(servers, keys) && isAllUnderFirst ? exitCodes.done : exitCodes.left;
}

/** A server that lacks the key could not open what is put under it. */
async function refuseIfLacking(database: Database, keys: readonly Key[]): Promise<void> {
  const current = keys[0]!.id;
  const lacking = (await readServerKeys(database)).filter(({ keyIds }) => !keyIds.includes(current));
  if (lacking.length === 0) return;
  throw new Error(
    `${sumOf(lacking)} running servers do not have the key ${current}: add it to their SECRET_KEYS first, behind their own.`,
  );
}

/** What such a server writes from now on would be left under another key again. */
function allSealWithFirst(servers: ServerKeys[], keys: readonly Key[]): boolean {
  const behind = servers.filter(({ keyIds }) => keyIds[0] !== keys[0]!.id);
  if (behind.length > 0)
    console.info(
      `NOT DONE: ${sumOf(behind)} running servers still seal under another key: put ${keys[0]!.id} in front there.`,
    );
  return behind.length === 0;
}

const sumOf = (servers: ServerKeys[]) => servers.reduce((sum, each) => sum + each.servers, 0);

async function rewrapAll({ answersDir }: Config, database: Database, adminUrl: string, box: SecretBox): Promise<void> {
  let rows = 0;
  for (const tenantId of await listTenants(adminUrl))
    for (const column of sealedColumns(database)) rows += await rewrapRows(database, box, tenantId, column);
  const files = await rewrapFiles(answersDir, box);
  console.info(`Re-wrapped ${rows} values in the database and ${files} files in ${answersDir}.`);
}

async function countAll({ answersDir }: Config, database: Database, box: SecretBox): Promise<SealedCount[]> {
  const files = [...(await countFiles(answersDir, box))];
  return [...(await countSealed(database)), ...files.map(([keyId, count]) => ({ place: answersDir, keyId, count }))];
}

/** True: nothing is left under another key than the first. */
function report(counts: SealedCount[], keys: readonly Key[], { answersDir }: Config): boolean {
  const current = keys[0]?.id;
  for (const { place, keyId, count } of counts)
    console.info(`${String(count).padStart(8)}  under ${keyId.padEnd(16)}  ${place}${remark(keyId, keys)}`);
  const left = counts.filter(({ keyId }) => keyId !== current);
  const sum = left.reduce((total, { count }) => total + count, 0);
  if (sum > 0)
    console.info(`NOT DONE: ${sum} are left under other keys than ${current}. Keep those keys, and run this again.`);
  else console.info(`Nothing is left under another key than ${current}, here and in ${answersDir}.`);
  return sum === 0;
}

function remark(keyId: string, keys: readonly Key[]): string {
  if (keyId === "?") return "  (damaged: no key opens it)";
  return keys.some(({ id }) => id === keyId) ? "" : "  (this key is not in SECRET_KEYS: add it behind the first)";
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = exitCodes.failed;
});
