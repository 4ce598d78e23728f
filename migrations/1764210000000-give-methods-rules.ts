import type { MigrationInterface, QueryRunner } from "typeorm";

const plainRules = JSON.stringify({
  marginPercent: "0",
  marginAmount: null,
  handlingAmount: null,
  freeAbove: null,
  insurancePercent: "0",
  rounding: null,
});
const toAll = JSON.stringify({
  countries: [],
  regions: [],
  postalPrefixes: [],
  postalRanges: [],
  maxWeight: null,
  maxVolume: null,
  requiredTags: [],
  excludedTags: [],
  channels: [],
});
const atOnce = JSON.stringify({ handlingDays: 0, cutOffTime: null, timeZone: null, blackoutDays: [] });

/** What a buyer pays, to whom a method is offered, and when its parcels leave. Methods so far: as before. */
const columns = `
alter table shipping_method
  add column price_rules jsonb not null default '${plainRules}',
  add column availability jsonb not null default '${toAll}',
  add column dispatch jsonb not null default '${atOnce}',
  add column provider_configuration jsonb,
  add column product_reference text,
  add constraint shipping_method_own_price_is_configured
    check ((provider in ('FIXED', 'RULES')) = (provider_configuration is not null)) not valid;
`;

export class GiveMethodsRules1764210000000 implements MigrationInterface {
  readonly name = "GiveMethodsRules1764210000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  /** A method without its price can only be read: it becomes one of those, and is out of use. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shipping_method no force row level security;
      update shipping_method set provider = 'UPS_LEGACY', is_published = false, archived_at = coalesce(archived_at, now())
       where provider in ('FIXED', 'RULES');
      alter table shipping_method force row level security;
    `);
    await runner.query(`
      alter table shipping_method
        drop constraint shipping_method_own_price_is_configured,
        drop column price_rules, drop column availability, drop column dispatch,
        drop column provider_configuration, drop column product_reference;
    `);
  }
}
