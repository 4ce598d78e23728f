import { Client } from "pg";

/** What TypeORM's diff does not see and more, one line each, sorted; names of logins are replaced by what they are. */
export type Catalog = Record<keyof typeof queries, string[]>;

const grantee = (owner: string) =>
  `case when acl.grantee = 0 then 'public' when acl.grantee = ${owner} then 'owner'
     when pg_get_userbyid(acl.grantee) in ('shipping_app', 'shipping_sweeper') then pg_get_userbyid(acl.grantee)
     else 'the server''s login' end`;

/** not-null constraints (contype n) have rows of their own since PostgreSQL 18; `columns` says it for all versions. */
const queries = {
  columns: `
    select format('%s.%s %s%s%s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
             case when a.attnotnull then ' not null' else '' end, ' default ' || pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relkind in ('r', 'p', 'v') and c.relnamespace = 'public'::regnamespace`,
  constraints: `
    select format('%s %s: %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line from pg_constraint
     where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n'`,
  indexes: `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace`,
  policies: `
    select format('%s on %s for %s to %s using (%s) with check (%s)', p.polname, p.polrelid::regclass,
             case p.polcmd when '*' then 'all' when 'r' then 'select' when 'w' then 'update' else p.polcmd::text end,
             (select string_agg(case r when 0 then 'public' when c.relowner then 'owner' else pg_get_userbyid(r) end, ', ')
                from unnest(p.polroles) r),
             pg_get_expr(p.polqual, p.polrelid), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')) as line
      from pg_policy p join pg_class c on c.oid = p.polrelid`,
  security: `
    select format('%s: %s %s', oid::regclass, case relkind when 'v' then 'view ' || coalesce(reloptions::text, '')
             else 'row-level security ' || case when relrowsecurity then 'on' else 'off' end end,
             case when relforcerowsecurity then 'forced' else 'not forced' end) as line
      from pg_class where relkind in ('r', 'p', 'v') and relnamespace = 'public'::regnamespace`,
  grants: `
    select format('%s to %s: %s', c.oid::regclass, ${grantee("c.relowner")},
             string_agg(lower(acl.privilege_type), ', ' order by acl.privilege_type)) as line
      from pg_class c, aclexplode(c.relacl) acl
     where c.relkind in ('r', 'p', 'v') and c.relnamespace = 'public'::regnamespace
       and acl.grantee <> c.relowner
     group by c.oid, acl.grantee, c.relowner
    union all
    select format('%s.%s to %s: %s', c.oid::regclass, a.attname, ${grantee("c.relowner")}, lower(acl.privilege_type))
      from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) acl
     where c.relnamespace = 'public'::regnamespace`,
  functions: `
    select format(E'%s\nexecutable by %s', pg_get_functiondef(p.oid), coalesce((select string_agg(${grantee("p.proowner")},
             ', ' order by 1) from aclexplode(p.proacl) acl where acl.grantee <> p.proowner), 'public')) as line
      from pg_proc p where p.pronamespace = 'public'::regnamespace`,
  triggers: `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`,
  schemas: "select nspname as line from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
};

/** Reads it with the owner's login. */
export async function readCatalog(adminUrl: string): Promise<Catalog> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const parts: [string, string[]][] = [];
    for (const [part, query] of Object.entries(queries)) {
      const { rows } = await client.query(query);
      parts.push([part, rows.map(({ line }) => line as string).sort()]);
    }
    return Object.fromEntries(parts) as Catalog;
  } finally {
    await client.end();
  }
}
