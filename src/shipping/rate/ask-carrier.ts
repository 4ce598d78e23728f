import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { Outcome } from "../../carrier/outcome.js";
import type { RatedService, RateRequest } from "../../carrier/rating.js";
import type { LoadedAccount } from "../account/load-account.js";
import { fingerprint } from "../fingerprint.js";

type Answer = Promise<Outcome<RatedService[]>>;

const inFlight = new WeakMap<CarrierAdapter, Map<string, Answer>>();

/**
 * Asks the carrier for prices. Requests that are equal in every byte sent, for the same account and credentials, share
 * one call of this process while it is under way; nothing is kept once it has ended, well or badly.
 */
export function askCarrier({ adapter, access }: LoadedAccount, request: RateRequest): Answer {
  const { tenantId, accountId, credentialVersion, environment, accountNumber, shipper } = access;
  const sender = { tenantId, accountId, credentialVersion, environment, accountNumber, shipper };
  const key = fingerprint({ sender, request });
  const calls = callsOf(adapter);
  const known = calls.get(key);
  if (known) return known;
  const answer = adapter.rate(access, request, { purchaseId: null }).finally(() => calls.delete(key));
  calls.set(key, answer);
  return answer;
}

function callsOf(adapter: CarrierAdapter): Map<string, Answer> {
  const known = inFlight.get(adapter);
  if (known) return known;
  const calls = new Map<string, Answer>();
  inFlight.set(adapter, calls);
  return calls;
}
