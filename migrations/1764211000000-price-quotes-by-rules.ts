import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What a quote's price was made with, and quotes that no carrier was asked for. Quotes so far: the carrier's amount is told
 * by their charges, and nothing explains their price.
 */
const quotes = `
alter table rate_quote
  alter column account_id drop not null,
  alter column service_code drop not null,
  add column price_explanation jsonb,
  add column pricing jsonb,
  add column carrier_amount numeric,
  add constraint rate_quote_service_of_account check ((account_id is null) = (service_code is null)) not valid;
`;

const offers = `
alter table accepted_offer
  alter column carrier_amount drop not null,
  add column pricing jsonb;
`;

/** Where the price is no carrier's there is none to compare with: what it may cost is bounded only where the caller says so. */
const purchases = `
alter table label_purchase
  drop constraint label_purchase_offer_is_checked,
  add constraint label_purchase_offer_is_checked check (accepted_offer_id is null or checked_amount is not null) not valid;
`;

export class PriceQuotesByRules1764211000000 implements MigrationInterface {
  readonly name = "PriceQuotesByRules1764211000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [quotes, offers, purchases]) await runner.query(statement);
  }

  /** Quotes of no carrier are gone: nothing can be bought with them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rate_quote no force row level security;
      delete from rate_quote where account_id is null;
      alter table rate_quote force row level security;
      alter table accepted_offer no force row level security;
      update accepted_offer set carrier_amount = price_amount where carrier_amount is null;
      alter table accepted_offer force row level security;
      alter table label_purchase no force row level security;
      update label_purchase set most_amount = checked_amount where accepted_offer_id is not null and most_amount is null;
      alter table label_purchase force row level security;
    `);
    await runner.query(`
      alter table label_purchase
        drop constraint label_purchase_offer_is_checked,
        add constraint label_purchase_offer_is_checked
          check (accepted_offer_id is null or (checked_amount is not null and most_amount is not null));
      alter table accepted_offer alter column carrier_amount set not null, drop column pricing;
      alter table rate_quote
        drop constraint rate_quote_service_of_account,
        drop column price_explanation, drop column pricing, drop column carrier_amount,
        alter column account_id set not null,
        alter column service_code set not null;
    `);
  }
}
