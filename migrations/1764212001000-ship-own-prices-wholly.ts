import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Methods with prices of their own may ship with a carrier: then all of its settings are there, and one service; without
 * them no label is bought. Methods so far keep both: only carriers' have accounts.
 */
const constraints = `
alter table shipping_method
  add constraint shipping_method_ships_with_all_settings
    check (provider not in ('FIXED', 'RULES') or account_id is null or (service_code is not null and package_type_code is not null and weight_unit is not null and dimension_unit is not null and label_format is not null and duties_payer is not null)) not valid,
  add constraint shipping_method_ships_with_account
    check (provider not in ('FIXED', 'RULES') or account_id is not null or integration_level = 'RATE_ONLY') not valid;
`;

export class ShipOwnPricesWholly1764212001000 implements MigrationInterface {
  readonly name = "ShipOwnPricesWholly1764212001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(constraints);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shipping_method
        drop constraint shipping_method_ships_with_account,
        drop constraint shipping_method_ships_with_all_settings;
    `);
  }
}
