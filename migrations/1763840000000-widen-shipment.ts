import type { MigrationInterface, QueryRunner } from "typeorm";

/** Room for a place of delivery that is not the door, what customs are told, and goods that come back. */
export class WidenShipment1763840000000 implements MigrationInterface {
  name = "WidenShipment1763840000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shipment
        add column access_point jsonb,
        add column customs jsonb,
        add column return_service jsonb,
        add column outbound_shipment_id text,
        add constraint shipment_outbound_shipment_id_fkey
          foreign key (tenant_id, outbound_shipment_id) references shipment (tenant_id, id);
      create index shipment_of_outbound on shipment (tenant_id, outbound_shipment_id)
        where outbound_shipment_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index shipment_of_outbound;
      alter table shipment
        drop column outbound_shipment_id,
        drop column return_service,
        drop column customs,
        drop column access_point;
    `);
  }
}
