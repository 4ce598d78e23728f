import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Looks at the next `at_most` rows of the tenant of this transaction that are older than `before`, in the order of an
 * index, and removes those that nothing needs. What somebody holds is passed over. Gives how many were looked at and
 * removed, and where the next batch goes on: what must stay is not looked at again and again.
 */
const expire = (kind: string, looked: string, removing: string) => `
create function expire_${kind}(before timestamptz, from_at timestamptz, from_id text, at_most integer)
  returns table (looked integer, removed integer, last_at timestamptz, last_id text)
  language plpgsql set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return query
    with old as materialized (${looked}), ${removing}
    select (select count(*) from old)::integer, (select count(*) from gone)::integer, final.at, final.id
      from (values (1)) one left join lateral (
        select old.at, old.id from old order by old.at desc, old.id desc limit 1) final on true;
end $$;
revoke all on function expire_${kind}(timestamptz, timestamptz, text, integer) from public;
`;

const oldest = (name: string, at: string, where = "true") => `
      select each.id, each.${at} as at from ${name} each
       where each.${at} < before and each.${at} >= from_at and (each.${at}, each.id) > (from_at, from_id) and ${where}
       order by each.${at}, each.id limit at_most`;

/** A purchase whose outcome is not settled, or of which the worker has something to do. */
const isOpen = "(p.state in ('PENDING', 'UNKNOWN') or p.unwanted_bookings <> '[]' or p.next_check_at is not null)";

/** A copy of a quote is kept with each offer that was accepted; the quote itself then stays as well. */
const rateQuotes = expire(
  "rate_quote",
  oldest("rate_quote", "expires_at"),
  `removable as materialized (
      select q.id from rate_quote q join old on old.id = q.id
       where not exists (select from accepted_offer o where o.tenant_id = q.tenant_id and o.rate_quote_id = q.id)
         and not exists (select from shipment s where s.tenant_id = q.tenant_id and s.rate_quote_id = q.id)
         for update of q skip locked
    ), gone as (delete from rate_quote q using removable r where q.id = r.id returning q.id)`,
);

/** While money is in doubt, people ask what was said. */
const carrierRequests = expire(
  "carrier_request",
  oldest("carrier_request", "started_at"),
  `removable as materialized (
      select c.id from carrier_request c join old on old.id = c.id
       where not exists (select from label_purchase p where p.tenant_id = c.tenant_id and p.id = c.purchase_id and ${isOpen})
         for update of c skip locked
    ), gone as (delete from carrier_request c using removable r where c.id = r.id returning c.id)`,
);

/** In force, and one of its packages is still on its way, as far as anybody knows; labels are not shipped a year later. */
const isUnderWay = `(p.state = 'PURCHASED' and p.voided_at is null and p.started_at > now() - interval '1 year'
          and exists (select from purchased_package b where b.tenant_id = p.tenant_id and b.purchase_id = p.id
            and b.void_state <> 'VOIDED' and not exists (select from tracker t where t.tenant_id = b.tenant_id
              and t.purchased_package_id = b.id and t.closed_reason is not null)))`;

const removeFiles = `
    marked as (update shipping_document d set file_removed_at = now() from removable r where d.id = r.id),
    forgotten as (delete from document_upload u using removable r where u.document_id = r.id and u.state = 'UPLOADED'),`;

/** Bytes of what was made with labels, or went with them. */
const documents = expire(
  "document",
  oldest("shipping_document", "created_at"),
  `removable as materialized (
      select f.document_id as id from document_file f join old on old.id = f.document_id
        join shipping_document d on d.tenant_id = f.tenant_id and d.id = f.document_id
       where (d.origin = 'CARRIER' or exists (
           select from document_link k where k.tenant_id = d.tenant_id and k.document_id = d.id))
         and not exists (select from label_purchase p where p.tenant_id = d.tenant_id
           and p.id in (select d.purchase_id union all select k.purchase_id from document_link k
             where k.tenant_id = d.tenant_id and k.document_id = d.id)
           and (${isOpen} or ${isUnderWay}))
         for update of f skip locked
    ), ${removeFiles}
    gone as (delete from document_file f using removable r where f.document_id = r.id returning f.document_id)`,
);

/** Uploads that never ended, those of what was deleted, and bytes of what went with no purchase: the carrier has its own. */
const uploads = expire(
  "upload",
  oldest("shipping_document", "created_at", "each.origin = 'UPLOADED'"),
  `removable as materialized (
      select f.document_id as id from document_file f join old on old.id = f.document_id
        join shipping_document d on d.tenant_id = f.tenant_id and d.id = f.document_id
       where not exists (select from document_link k where k.tenant_id = d.tenant_id and k.document_id = d.id)
         and not exists (select from label_purchase p where p.tenant_id = d.tenant_id and p.shipment_id = d.shipment_id
           and (${isOpen} or ${isUnderWay}))
         for update of f skip locked
    ), ${removeFiles}
    unended as materialized (
      select u.id from document_upload u where u.state = 'PENDING' and u.started_at < before
       order by u.started_at limit at_most for update skip locked
    ), ended as materialized (
      select u.id from document_upload u join old on old.id = u.document_id
        join shipping_document d on d.tenant_id = u.tenant_id and d.id = u.document_id
       where d.deleted_at < before for update of u skip locked
    ), claims as (
      delete from document_upload u where u.id in (select id from unended union all select id from ended) returning u.id
    ), files as (
      delete from document_file f using removable r where f.document_id = r.id returning f.document_id
    ), gone as (select id from claims union all select document_id from files)`,
);

/** What is removed is fetched again where it is needed. */
const tokens = expire(
  "token",
  `select t.account_id || '/' || t.credential_version as id, t.account_id, t.credential_version,
          coalesce(t.expires_at, t.leased_until, '-infinity') as at from carrier_token t
    where coalesce(t.expires_at, t.leased_until, '-infinity') < before and (t.leased_until is null or t.leased_until < now())
    limit at_most`,
  `removable as materialized (
      select t.account_id, t.credential_version from carrier_token t
        join old on old.account_id = t.account_id and old.credential_version = t.credential_version
       where t.leased_until is null or t.leased_until < now() for update of t skip locked
    ), gone as (
      delete from carrier_token t using removable r
       where t.account_id = r.account_id and t.credential_version = r.credential_version returning t.account_id)`,
);

/** Versions before the one in use, once that is old. Numbers are never given twice: the highest one always stays. */
const credentials = expire(
  "credential",
  `select c.account_id || '/' || c.version as id, c.account_id, c.version, current.created_at as at
     from carrier_account_credential c
     join carrier_account a on a.tenant_id = c.tenant_id and a.id = c.account_id
     join carrier_account_credential current on current.tenant_id = a.tenant_id
      and current.account_id = a.id and current.version = a.credential_version
    where c.version < a.credential_version and current.created_at < before limit at_most`,
  `removable as materialized (
      select c.account_id, c.version from carrier_account_credential c
        join old on old.account_id = c.account_id and old.version = c.version for update of c skip locked
    ), tokens as (
      delete from carrier_token t using removable r where t.account_id = r.account_id and t.credential_version = r.version
      returning t.account_id
    ), gone as (
      delete from carrier_account_credential c using removable r
       where c.account_id = r.account_id and c.version = r.version
      returning c.account_id)`,
);

/** Packages that were not bought here and that nobody follows any more, with what was told of them. */
const trackers = expire(
  "tracker",
  oldest("tracker", "opened_at", "each.purchased_package_id is null"),
  `removable as materialized (
      select t.id from tracker t join old on old.id = t.id
       where t.closed_reason is not null and coalesce(t.asked_at, t.opened_at) < before for update of t skip locked
    ), events as (
      delete from tracking_event e using removable r where e.tracker_id = r.id returning e.id
    ), gone as (
      delete from tracker t using removable r where t.id = r.id returning t.id)`,
);

/** Bytes of labels that were voided long ago, with all packages that they are of; a label in force never loses its bytes. */
const voidedLabels = expire(
  "voided_label",
  oldest("shipping_label", "created_at", "not each.is_in_force"),
  `removable as materialized (
      select l.id from shipping_label l join old on old.id = l.id
        join purchased_package b on b.tenant_id = l.tenant_id and b.id = l.purchased_package_id
        join label_purchase p on p.tenant_id = b.tenant_id and p.id = b.purchase_id
       where not l.is_in_force and b.void_state = 'VOIDED' and p.voided_at < before and not ${isOpen}
           and exists (select from label_file f where f.tenant_id = l.tenant_id and f.label_id = l.id)
         for update of l skip locked
    ), marked as (
      update shipping_label l set file_removed_at = now() from removable r where l.id = r.id
    ), gone as (delete from label_file f using removable r where f.label_id = r.id returning f.label_id)`,
);

const addressChecks = expire(
  "address_check",
  `select a.environment || '/' || a.fingerprint as id, a.environment, a.fingerprint, a.checked_at as at
     from address_classification a where a.checked_at < before order by a.checked_at limit at_most`,
  `removable as materialized (
      select a.environment, a.fingerprint from address_classification a
        join old on old.environment = a.environment and old.fingerprint = a.fingerprint
       where a.checked_at < before for update of a skip locked
    ), gone as (
      delete from address_classification a using removable r
       where a.environment = r.environment and a.fingerprint = r.fingerprint returning a.fingerprint)`,
);

const kinds = {
  ...{ rate_quote: rateQuotes, carrier_request: carrierRequests, document: documents, upload: uploads, token: tokens },
  ...{ credential: credentials, tracker: trackers, voided_label: voidedLabels, address_check: addressChecks },
};

/** Lets every tenant that has an account be looked at for these kinds, and for no others. */
const enrol = `
create function enrol_retention(kinds text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  perform set_config('app.sweep', 'on', true);
  delete from retention_sweep each where each.kind <> all (kinds);
  insert into retention_sweep (tenant_id, kind)
    with recursive tenant as (
      (select each.tenant_id from carrier_account each order by each.tenant_id limit 1)
      union all
      select next.tenant_id from tenant cross join lateral (
        select each.tenant_id from carrier_account each where each.tenant_id > tenant.tenant_id
         order by each.tenant_id limit 1) next
    )
    select tenant.tenant_id, wanted.kind from tenant cross join unnest(kinds) as wanted (kind)
  on conflict do nothing;
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function enrol_retention(text[]) from public;
grant execute on function enrol_retention(text[]) to shipping_sweeper;
`;

/**
 * One batch of the tenant and kind that has waited longest; no row: nothing is due. The function that removes sees rows
 * of that tenant alone, by its policies. Who has more is due again at once, behind all others. Nobody waits for long for
 * a lock, nor for the disk: what a crash brings back is removed again.
 */
const sweep = `
create function sweep_retention(kinds text[], days integer[], at_most integer[], every_seconds integer)
  returns table (kind text, looked integer, removed integer, is_more boolean)
  language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '200ms' as $$
declare
  turn retention_sweep;
  batch record;
  most integer;
begin
  perform set_config('synchronous_commit', 'off', true);
  perform set_config('app.sweep', 'on', true);
  select * into turn from retention_sweep each where each.next_check_at <= now() and each.kind = any (kinds)
   order by each.next_check_at limit 1 for no key update skip locked;
  if not found then return; end if;
  most := at_most[array_position(kinds, turn.kind)];
  perform set_config('app.sweep', '', true);
  perform set_config('app.tenant_id', turn.tenant_id::text, true);
  execute format('select * from %I($1, $2, $3, $4)', 'expire_' || lower(turn.kind)) into batch
    using now() - make_interval(days => days[array_position(kinds, turn.kind)]), turn.position_at, turn.position_id, most;
  perform set_config('app.tenant_id', '', true);
  perform set_config('app.sweep', 'on', true);
  is_more := batch.looked >= most;
  update retention_sweep each set
      next_check_at = case when is_more then clock_timestamp() else now() + make_interval(secs => every_seconds) end,
      position_at = case when is_more then batch.last_at else '-infinity' end,
      position_id = case when is_more then batch.last_id else '' end
    where each.tenant_id = turn.tenant_id and each.kind = turn.kind;
  perform set_config('app.sweep', '', true);
  kind := turn.kind;
  looked := batch.looked;
  removed := batch.removed;
  return next;
end $$;
revoke all on function sweep_retention(text[], integer[], integer[], integer) from public;
grant execute on function sweep_retention(text[], integer[], integer[], integer) to shipping_sweeper;
`;

/** For whoever runs the servers: of all tenants together, as in the other snapshots. */
const snapshot = `
create function monitoring_retention() returns table (metric text, labels jsonb, value double precision)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.sweep', 'on', true);
  return query
    select 'retention.lag', jsonb_build_object('kind', each.kind),
           greatest(0, max(extract(epoch from now() - each.next_check_at)))::double precision
      from retention_sweep each group by each.kind
    union all
    select 'retention.oldest', jsonb_build_object('kind', each.kind),
           max(extract(epoch from now() - each.position_at))::double precision
      from retention_sweep each where each.position_at > '-infinity' group by each.kind;
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function monitoring_retention() from public;
grant execute on function monitoring_retention() to shipping_sweeper;
`;

export class ExpireInBatches1764207001000 implements MigrationInterface {
  readonly name = "ExpireInBatches1764207001000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...Object.values(kinds), enrol, sweep, snapshot]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function monitoring_retention();
      drop function sweep_retention(text[], integer[], integer[], integer);
      drop function enrol_retention(text[]);
    `);
    for (const kind of Object.keys(kinds))
      await runner.query(`drop function expire_${kind}(timestamptz, timestamptz, text, integer)`);
  }
}
