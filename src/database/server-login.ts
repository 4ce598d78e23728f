import type { Database } from "./data-source.js";
import { onServer } from "./on-server.js";

/** Rights of a role by which its holder gets round the policies, or makes itself more than it is. */
const rights = {
  rolsuper: "is a superuser",
  rolbypassrls: "bypasses row-level security",
  rolcreaterole: "may create roles",
  rolcreatedb: "may create databases",
  rolreplication: "may replicate all data",
} as const;

/** PostgreSQL's own roles that read or write what no policy guards. */
const powerful = [
  ...["pg_read_all_data", "pg_write_all_data", "pg_read_server_files", "pg_write_server_files"],
  ...["pg_execute_server_program", "pg_database_owner"],
];

type RoleRow = { name: string; is_login: boolean } & Record<keyof typeof rights, boolean>;

/** The login, and every role that it may become or has by another: membership without SET can be granted to oneself. */
const roles = `select rolname as name, rolname = session_user as is_login, ${Object.keys(rights).join(", ")}
  from pg_roles where case when (select rolsuper from pg_roles where rolname = session_user)
    then rolname = session_user else pg_has_role(session_user, oid, 'member') end
  order by rolname <> session_user, rolname`;

/** What those roles own of this database. */
const owned = `select what, count(*)::int as number, min(name) as first, pg_get_userbyid(owner) as owner from (
    select 'database' as what, datname::text as name, datdba as owner from pg_database where datname = current_database()
    union all select 'schema', nspname, nspowner from pg_namespace where nspname = 'public'
    union all select 'table', relname, relowner from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
    union all select 'function', proname, proowner from pg_proc where pronamespace = 'public'::regnamespace) each
  where pg_has_role(session_user, owner, 'member') group by what, owner order by what`;

/** No policy guards a table against being emptied, or a trigger of somebody else's on it. */
const unguarded = `select count(*)::int as number, min(relname) as first from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not pg_has_role(session_user, relowner, 'member')
    and exists (select from unnest(array[session_user, 'shipping_app', 'shipping_sweeper']) who
      where has_table_privilege(who, oid, 'truncate, trigger'))
  having count(*) > 0`;

/**
 * Who may make functions there can make one that fits a call in the owner's functions better than PostgreSQL's own, and
 * so works as the owner (CVE-2018-1058). Everybody may in databases that come from PostgreSQL 14 or older.
 */
const creating = `select coalesce(bool_or(has_schema_privilege(who, 'public', 'create')), false) as "mayCreate"
  from unnest(array[session_user, 'shipping_app', 'shipping_sweeper']) who`;

/**
 * At a start in production: throws, naming every fault and what to do, where the login of DATABASE_URL is, or could become,
 * an owner, a superuser or whatever else the policies do not bind. Its password is in every server's environment.
 */
export async function assertServerLogin(database: Database): Promise<void> {
  const faults = await onServer(database, async (client) => {
    const found = roleFaults((await client.query(roles)).rows);
    // It has and owns everything: to list that says nothing more.
    if (found.includes(rights.rolsuper)) return found;
    const ownedFaults = (await client.query(owned)).rows.map(ownedFault);
    const tables = (await client.query(unguarded)).rows.map(
      ({ number, first }) => `may empty ${number === 1 ? first : `${number} tables`}, or put triggers there`,
    );
    const [{ mayCreate }] = (await client.query(creating)).rows;
    const functions = mayCreate ? ["may create functions in the schema public: revoke that, of public too"] : [];
    return [...found, ...ownedFaults, ...tables, ...functions];
  });
  if (faults.length > 0) throw new Error([head, ...faults.map((fault) => `it ${fault}`), ...advice].join("\n  "));
}

const head = "The login of DATABASE_URL may do more than a server in production should:";

const advice = [
  "Give the servers a login of their own, and the owner's as MIGRATION_DATABASE_URL to npm run migrate alone:",
  "  create role shipping_server login password '...';",
  'See "The roles of the database" in docs/operations.md.',
];

function roleFaults(rows: RoleRow[]): string[] {
  return rows.flatMap((row) => {
    const all = (Object.keys(rights) as (keyof typeof rights)[]).filter((right) => row[right]);
    const has = row.rolsuper ? (["rolsuper"] as const) : all;
    const faults = has.map((right) =>
      row.is_login ? rights[right] : `may become ${row.name}, which ${rights[right]}`,
    );
    return powerful.includes(row.name) ? [...faults, `is a member of ${row.name}`] : faults;
  });
}

function ownedFault({ what, number, first, owner }: { what: string; number: number; first: string; owner: string }) {
  return number === 1 ? `owns the ${what} ${first}, as ${owner}` : `owns ${number} ${what}s, as ${owner}`;
}
