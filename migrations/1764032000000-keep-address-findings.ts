import type { MigrationInterface, QueryRunner } from "typeorm";

const keep = `
alter table address_classification add column status text;
alter table address_classification add constraint address_classification_status_known
  check (status in ('VALID', 'AMBIGUOUS', 'NO_CANDIDATES'));
alter table label_purchase add column notices jsonb not null default '[]';
`;

const forget = `
alter table label_purchase drop column notices;
alter table address_classification drop column status;
`;

/** Whether the carrier found an address is kept beside what it is, and a purchase keeps what its buyer was told before. */
export class KeepAddressFindings1764032000000 implements MigrationInterface {
  readonly name = "KeepAddressFindings1764032000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(keep);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(forget);
  }
}
