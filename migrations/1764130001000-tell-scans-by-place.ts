import type { MigrationInterface, QueryRunner } from "typeorm";

const place =
  "' ' || upper(coalesce(city, '')) || ' ' || upper(coalesce(region, '')) || ' ' || upper(coalesce(country_code, ''))";

const ofUps = `exists (select from tracker
   where tracker.tenant_id = tracking_event.tenant_id and tracker.id = tracker_id and carrier_code = 'UPS')`;

const unforced = (statement: string) => `
alter table tracker no force row level security;
alter table tracking_event no force row level security;
${statement};
alter table tracking_event force row level security;
alter table tracker force row level security;
`;

/** Where the scan had no letters, its key now names the three-digit code. */
const withPlace = `update tracking_event
   set event_key = event_key || case when event_key like '% ' then coalesce(carrier_status_code, '') else '' end || ${place}
 where ${ofUps}`;

/** Of the scans of one second, which have one key without their places, the first gets it back. */
const withoutPlace = `update tracking_event set event_key = first.short_key
  from (select distinct on (tenant_id, tracker_id, short_key) tenant_id, id, short_key
          from (select tenant_id, id, tracker_id, left(event_key, -length(${place})) as short_key
                  from tracking_event where ${ofUps} and right(event_key, length(${place})) = ${place}) as placed
         order by tenant_id, tracker_id, short_key, id) as first
 where first.tenant_id = tracking_event.tenant_id and first.id = tracking_event.id`;

/** UPS's scans are told apart by their place too: what was kept is found again under its new key. */
export class TellScansByPlace1764130001000 implements MigrationInterface {
  readonly name = "TellScansByPlace1764130001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(unforced(withPlace));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(unforced(withoutPlace));
  }
}
