import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Earlier versions kept a job beside every purchase that was to be looked at, in a queue that a library had made. What an
 * unfinished job points at, and whatever else is open, is due now, should it have no time of its own.
 */
const nothingIsForgotten = `
do $$ begin
  perform set_config('app.sweep', 'on', true), set_config('app.invariants', 'on', true);
  if to_regclass('pgboss.job') is not null then
    execute $jobs$
      update label_purchase p set next_check_at = now() from pgboss.job j
       where p.next_check_at is null and j.name = 'reconcile-purchase'
         and j.state::text in ('created', 'retry', 'active', 'failed')
         and p.tenant_id = (j.data ->> 'tenantId')::uuid and p.id = j.data ->> 'id' $jobs$;
  end if;
  update label_purchase p set next_check_at = now()
   where next_check_at is null and (
     state in ('PENDING', 'UNKNOWN') or unwanted_bookings <> '[]'
     or exists (select from purchased_package b
          where b.tenant_id = p.tenant_id and b.purchase_id = p.id and b.void_state = 'VOID_PENDING')
     or exists (select from generated_return r
          where r.tenant_id = p.tenant_id and r.purchase_id = p.id and r.state = 'WAITING'));
  perform set_config('app.sweep', '', true), set_config('app.invariants', '', true);
end $$;
`;

/** The migration that made the queue is no more, so that new databases never have it. */
const forgetQueue = `
drop schema if exists pgboss cascade;
delete from schema_migration where name = 'CreateJobQueue1763810000000';
`;

export class DropJobQueue1763951000000 implements MigrationInterface {
  readonly name = "DropJobQueue1763951000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(nothingIsForgotten);
    await runner.query(forgetQueue);
  }

  /** Nothing: the queue belonged to no version that has this migration. */
  async down(): Promise<void> {}
}
