import type { MigrationInterface, QueryRunner } from "typeorm";

/** When the personal data of a shipment went, with the files of its labels and what was told of its packages on their way. */
const columns = `
alter table shipment add column erased_at timestamptz(3);
alter table shipping_label add column erased_at timestamptz(3);
alter table tracker add column erased_at timestamptz(3);
grant update (reason) on purchase_decision to shipping_app;
`;

/** A label's bytes are only written otherwise: they go of shipments that are erased, and of no others. Gives how many labels. */
const eraseFiles = `
create function erase_label_files(of_shipment text) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own_tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  labels integer;
begin
  if not exists (select from shipment s where s.tenant_id = own_tenant and s.id = of_shipment and s.erased_at is not null) then
    raise exception 'The shipment is not erased.';
  end if;
  delete from label_file f using shipping_label l
   where l.tenant_id = own_tenant and l.shipment_id = of_shipment and f.tenant_id = l.tenant_id and f.label_id = l.id;
  update shipping_label l set erased_at = now()
   where l.tenant_id = own_tenant and l.shipment_id = of_shipment and l.erased_at is null;
  get diagnostics labels = row_count;
  return labels;
end $$;
revoke all on function erase_label_files(text) from public;
grant execute on function erase_label_files(text) to shipping_app;
`;

export class ErasePersonalData1764208000000 implements MigrationInterface {
  readonly name = "ErasePersonalData1764208000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(eraseFiles);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function erase_label_files(text);
      revoke update (reason) on purchase_decision from shipping_app;
      alter table tracker drop column erased_at;
      alter table shipping_label drop column erased_at;
      alter table shipment drop column erased_at;
    `);
  }
}
