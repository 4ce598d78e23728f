import type { MigrationInterface, QueryRunner } from "typeorm";

const addColumn = `
alter table carrier_request add column carrier_transaction_id text;
comment on column carrier_request.carrier_transaction_id is 'The carrier''s own number of the exchange.';
`;

/** UPS's own number of an exchange. Null for what was logged before. */
export class KeepCarriersTransactionId1764110001000 implements MigrationInterface {
  readonly name = "KeepCarriersTransactionId1764110001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(addColumn);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table carrier_request drop column carrier_transaction_id");
  }
}
