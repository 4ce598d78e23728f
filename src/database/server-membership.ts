import { type Client, escapeIdentifier } from "pg";
import { loginOf } from "./server-client.js";

/** The server takes these on inside its transactions. */
const roles = ["shipping_app", "shipping_sweeper"];

const insufficientPrivilege = "42501";

/** Makes the login of `serverUrl` a member of the roles it works as. Costs one statement when it is one already. */
export async function admitServer(admin: Client, serverUrl: string): Promise<void> {
  const login = loginOf(serverUrl);
  const missing = await findMissing(admin, login);
  for (const statement of missing) await grant(admin, statement, missing);
}

async function findMissing(admin: Client, login: string): Promise<string[]> {
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

async function grant(admin: Client, statement: string, all: string[]): Promise<void> {
  try {
    await admin.query(statement);
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    const statements = all.map((each) => `  ${each};`).join("\n");
    throw new Error(`The migrating login may not grant roles. Let an administrator run:\n${statements}`, {
      cause: error,
    });
  }
}
