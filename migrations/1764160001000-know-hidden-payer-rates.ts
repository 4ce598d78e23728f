import type { MigrationInterface, QueryRunner } from "typeorm";

const knownBefore = ["APPLIED", "NOT_REQUESTED", "ACCOUNT_NOT_ENROLLED", "NOT_OFFERED_FOR_LANE", "UNKNOWN"];

const check = (states: string[]) => `
  alter table rate_quote drop constraint rate_quote_negotiated_state_known,
    add constraint rate_quote_negotiated_state_known
      check (negotiated_state in (${states.map((state) => `'${state}'`).join(", ")}));
`;

/** Another account pays, whose rates the carrier does not show. Down calls it unknown why. */
export class KnowHiddenPayerRates1764160001000 implements MigrationInterface {
  readonly name = "KnowHiddenPayerRates1764160001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(check([...knownBefore.slice(0, -1), "PAYER_RATES_HIDDEN", "UNKNOWN"]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rate_quote no force row level security;
      update rate_quote set negotiated_state = 'UNKNOWN' where negotiated_state = 'PAYER_RATES_HIDDEN';
      alter table rate_quote force row level security;
    `);
    await runner.query(check(knownBefore));
  }
}
