import { type Client, escapeIdentifier } from "pg";
import { loginOf } from "./server-client.js";

/** The server takes these on inside its transactions. */
const roles = ["shipping_app", "shipping_sweeper"];

/** What it calls as itself, outside of any transaction and role. */
const functions = ["beat_heart(uuid, text)", "touch_disk()"];

const insufficientPrivilege = "42501";

/**
 * Makes the login of `serverUrl` a member of the roles it works as, and lets it call what it calls itself. Costs two
 * statements when it is admitted already.
 */
export async function admitServer(admin: Client, serverUrl: string): Promise<void> {
  const login = loginOf(serverUrl);
  const missing = [...(await findMissingRoles(admin, login)), ...(await findMissingFunctions(admin, login))];
  for (const statement of missing) await grant(admin, statement, missing);
}

async function findMissingRoles(admin: Client, login: string): Promise<string[]> {
  // Before version 16 a membership cannot be had without its privileges.
  const { rows } = await admin.query(
    `select rolname, current_setting('server_version_num')::int >= 160000 as has_options
       from pg_roles where rolname = any($2) and not case
         when current_setting('server_version_num')::int >= 160000 then pg_has_role($1, oid, 'set')
         else pg_has_role($1, oid, 'member') end`,
    [login, roles],
  );
  return rows.map(
    ({ rolname, has_options }) =>
      `grant ${rolname} to ${escapeIdentifier(login)}${has_options ? " with inherit false, set true" : ""}`,
  );
}

async function findMissingFunctions(admin: Client, login: string): Promise<string[]> {
  const { rows } = await admin.query(
    `select name from unnest($2::text[]) as name
      where to_regprocedure(name) is not null and not has_function_privilege($1, to_regprocedure(name), 'execute')`,
    [login, functions],
  );
  return rows.map(({ name }) => `grant execute on function ${name} to ${escapeIdentifier(login)}`);
}

async function grant(admin: Client, statement: string, all: string[]): Promise<void> {
  try {
    await admin.query(statement);
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    const statements = all.map((each) => `  ${each};`).join("\n");
    throw new Error(`The migrating login may not grant these. Let an administrator run:\n${statements}`, {
      cause: error,
    });
  }
}
