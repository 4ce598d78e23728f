import type { MigrationInterface, QueryRunner } from "typeorm";

/** The lists of purchases, exchanges with the carrier, documents, accounts and methods, each filter in its order. */
export class ListWhatGrows1764020002000 implements MigrationInterface {
  readonly name = "ListWhatGrows1764020002000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index label_purchase_by_started_at on label_purchase (tenant_id, started_at, id);
      create index label_purchase_by_account_and_started_at on label_purchase (tenant_id, account_id, started_at, id);
      create index label_purchase_by_state_and_started_at on label_purchase (tenant_id, state, started_at, id);
      create index label_purchase_by_finished_at on label_purchase (tenant_id, finished_at, id)
        where finished_at is not null;
      create index label_purchase_by_account_and_finished_at on label_purchase (tenant_id, account_id, finished_at, id)
        where finished_at is not null;
      create index label_purchase_by_state_and_finished_at on label_purchase (tenant_id, state, finished_at, id)
        where finished_at is not null;
      create index label_purchase_by_voided_at on label_purchase (tenant_id, voided_at, id) where voided_at is not null;
      drop index label_purchase_stuck;
      create index label_purchase_stuck on label_purchase (tenant_id, started_at, id)
        where state in ('PENDING', 'UNKNOWN') or unwanted_bookings <> '[]';

      create index carrier_request_by_started_at on carrier_request (tenant_id, started_at, id);
      create index carrier_request_by_account on carrier_request (tenant_id, account_id, started_at, id);
      create index carrier_request_by_operation on carrier_request (tenant_id, operation, started_at, id);
      create index carrier_request_by_account_and_operation on carrier_request
        (tenant_id, account_id, operation, started_at, id);

      create index shipping_document_by_created_at on shipping_document (tenant_id, created_at, id);
      create index shipping_document_by_account on shipping_document (tenant_id, account_id, created_at, id);
      create index shipping_document_by_kind on shipping_document (tenant_id, kind, created_at, id);
      create index shipping_document_by_origin on shipping_document (tenant_id, origin, created_at, id);

      create index carrier_account_by_name on carrier_account (tenant_id, name, id);
      create index shipping_method_by_name on shipping_method (tenant_id, name, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index shipping_method_by_name;
      drop index carrier_account_by_name;

      drop index shipping_document_by_origin;
      drop index shipping_document_by_kind;
      drop index shipping_document_by_account;
      drop index shipping_document_by_created_at;

      drop index carrier_request_by_account_and_operation;
      drop index carrier_request_by_operation;
      drop index carrier_request_by_account;
      drop index carrier_request_by_started_at;

      drop index label_purchase_stuck;
      create index label_purchase_stuck on label_purchase (tenant_id, started_at, id) where state in ('PENDING', 'UNKNOWN');
      drop index label_purchase_by_voided_at;
      drop index label_purchase_by_state_and_finished_at;
      drop index label_purchase_by_account_and_finished_at;
      drop index label_purchase_by_finished_at;
      drop index label_purchase_by_state_and_started_at;
      drop index label_purchase_by_account_and_started_at;
      drop index label_purchase_by_started_at;
    `);
  }
}
