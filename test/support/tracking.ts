import { sql } from "./purchases.js";
import type { As, TestService } from "./service.js";

// biome-ignore lint/suspicious/noExplicitAny: a test states what it expects
type Answer = any;

const trackerFields = `
  id carrierCode trackingNumber status estimatedDeliveryDate estimatedDeliveryFrom estimatedDeliveryUntil deliveredAt
  receivedBy deliveryLocation lastCheckedAt url
  events { status carrierStatusType carrierStatusCode occurredAt localDate localTime utcOffset city region countryCode }`;

export async function tracker(service: TestService, trackingNumber: string, as?: As): Promise<Answer> {
  const source = `query ($number: String!) {
    tracker(carrierCode: "UPS", trackingNumber: $number) { ${trackerFields} } }`;
  return (await service.run(source, { number: trackingNumber }, as)).tracker;
}

export async function refreshTracker(service: TestService, input: object, as?: As): Promise<Answer> {
  const source = `mutation ($input: RefreshTrackerInput!) {
    refreshTracker(input: $input) { tracker { ${trackerFields} } userErrors { code field carrierErrorCode } } }`;
  return (await service.run(source, { input }, as)).refreshTracker;
}

/** What the worker goes by, which the API does not show. */
export async function trackerRow(service: TestService, trackingNumber: string): Promise<Answer> {
  const [row] = await sql(
    service,
    `select status, closed_reason as "closedReason", attempts, extract(epoch from next_check_at - now())::float8 as "dueIn"
       from tracker where tracking_number = $1`,
    [trackingNumber],
  );
  return row;
}

/** Every package that is followed becomes due now instead of in hours. */
export async function makeTrackersDue(service: TestService): Promise<void> {
  await sql(service, "update tracker set next_check_at = now(), asked_at = null where next_check_at is not null");
}

/** What is stored becomes too old to be given without asking. */
export async function makeStale(service: TestService): Promise<void> {
  await sql(service, "update tracker set last_checked_at = last_checked_at - interval '6 minutes'");
}

/** The simulator's clock, and tokens that are good then. */
export async function travelTo(service: TestService, iso: string): Promise<void> {
  await service.control.setClock(iso);
  await sql(service, "update carrier_token set sealed_token = null, expires_at = null");
}
