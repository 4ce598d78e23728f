import type { CallContext, CarrierAccountAccess } from "../carrier/account-access.js";
import type { AddressValidation } from "../carrier/addresses.js";
import type { FoundLocations, LocationQuery } from "../carrier/locations.js";
import type { Outcome, SpendOutcome } from "../carrier/outcome.js";
import type { RatedService, RateRequest } from "../carrier/rating.js";
import { bringsLabels } from "../carrier/returns.js";
import type {
  RecoverAnswer,
  RecoverRequest,
  ShippedShipment,
  ShipRequest,
  VoidAnswer,
  VoidRequest,
} from "../carrier/shipping.js";
import type { TrackedPackage } from "../carrier/tracking.js";
import type { Address, CarrierMessage } from "../carrier/values.js";
import { parseAddressValidation } from "./addresses/parse-address-validation.js";
import { ADDRESS_VALIDATION_PATH, serialiseAddressValidation } from "./addresses/serialise-address-validation.js";
import { mergeFound, parseLocator } from "./locations/parse-locator.js";
import { locatorRequests } from "./locations/serialise-locator.js";
import { parseRating } from "./rating/parse-rating.js";
import { ratingPath, serialiseRating } from "./rating/serialise-rating.js";
import { bookingNotices } from "./shipping/booking-notices.js";
import { parseRecovery } from "./shipping/parse-recovery.js";
import { parseShip } from "./shipping/parse-ship.js";
import { mergeVoids, parseVoid } from "./shipping/parse-void.js";
import { isUnrated, UNRATED } from "./shipping/return-services.js";
import { RECOVERY_PATH, serialiseRecovery } from "./shipping/serialise-recovery.js";
import { SHIP_PATH, serialiseShip } from "./shipping/serialise-ship.js";
import { voidPaths } from "./shipping/serialise-void.js";
import { parseTrack } from "./tracking/parse-track.js";
import { parseTrackByReference } from "./tracking/parse-track-by-reference.js";
import { trackPath } from "./tracking/serialise-track.js";
import { trackByReferencePath } from "./tracking/serialise-track-by-reference.js";
import type { SendResult, UpsCall, UpsClient } from "./wire/client.js";
import { LABEL_NOT_FOUND_CODES, TRACKING_NOT_FOUND_CODES } from "./wire/error-codes.js";
import { toSpendOutcome, unavailable } from "./wire/failures.js";

type Account = CarrierAccountAccess;

/** UPS's operations on one screen: serialise, send, parse. */
export class Operations {
  constructor(
    private readonly client: UpsClient,
    private readonly limits: { readTimeoutMs: number; shipTimeoutMs: number },
  ) {}

  async rate(account: Account, request: RateRequest, context: CallContext): Promise<Outcome<RatedService[]>> {
    if (isUnrated(request.details.returnService)) return { kind: "REJECTED", messages: [UNRATED] };
    const result = await this.#sendRating(account, request, context);
    if (result.kind === "FAILED") return result.failure;
    const parsed = parseRating(result.json);
    return parsed ? { kind: "ANSWERED", value: parsed.services, messages: parsed.messages } : unreadable("Rating");
  }

  async ship(account: Account, request: ShipRequest, context: CallContext): Promise<SpendOutcome<ShippedShipment>> {
    const { packages, returnService } = request.details;
    const body = serialiseShip(account, request, context.purchaseId ?? request.carrierReference);
    const isOnce = { lane: "BUY", isRepeatable: false, timeoutMs: this.limits.shipTimeoutMs } as const;
    const call = { ...this.#ask("SHIP", "POST", SHIP_PATH, body), ...isOnce };
    const result = await this.client.send(account, call, context);
    if (result.kind === "FAILED") return toSpendOutcome(result);
    const parsed = parseShip(result.json, packages.length, bringsLabels(returnService));
    if (parsed) {
      const notices = bookingNotices(request.details, parsed.shipment, Boolean(request.documentIds?.length));
      return { kind: "ANSWERED", value: parsed.shipment, messages: [...parsed.messages, ...notices] };
    }
    return toSpendOutcome({ kind: "FAILED", failure: unreadable("Ship"), isProcessed: "MAYBE" });
  }

  /** Chosen packages beyond twenty take several calls; the first that fails ends it: the caller repeats. */
  async voidShipment(account: Account, request: VoidRequest, context: CallContext): Promise<Outcome<VoidAnswer>> {
    const answers: VoidAnswer[] = [];
    for (const path of voidPaths(request)) {
      const result = await this.#sendVoid(account, path, context);
      if (result.kind === "FAILED") return result.failure;
      const answer = parseVoid(result.json);
      if (!answer) return unreadable("Void");
      answers.push(answer);
    }
    return answered(mergeVoids(answers));
  }

  async recoverLabels(
    account: Account,
    request: RecoverRequest,
    context: CallContext,
  ): Promise<Outcome<RecoverAnswer>> {
    const body = serialiseRecovery(account, request);
    const call = { ...this.#ask("RECOVER_LABEL", "POST", RECOVERY_PATH, body), lane: "RECOVER" } as const;
    const result = await this.client.send(account, call, context);
    if (isRefusedWith(result, LABEL_NOT_FOUND_CODES)) return answered({ found: "NONE" });
    if (result.kind === "FAILED") return result.failure;
    const answer = parseRecovery(result.json);
    return answer ? answered(answer) : unreadable("Label Recovery");
  }

  async findByReference(
    account: Account,
    reference: string,
    since: Date,
    context: CallContext,
  ): Promise<Outcome<string[]>> {
    const path = trackByReferencePath(account, reference, since);
    const call = { ...this.#ask("TRACK_BY_REFERENCE", "GET", path, null), lane: "RECOVER" } as const;
    const result = await this.client.send(account, call, context);
    if (isRefusedWith(result, TRACKING_NOT_FOUND_CODES)) return answered([]);
    if (result.kind === "FAILED") return result.failure;
    const numbers = parseTrackByReference(result.json);
    return numbers ? answered(numbers) : unreadable("Track by reference");
  }

  async track(account: Account, trackingNumber: string, context: CallContext): Promise<Outcome<TrackedPackage | null>> {
    const result = await this.client.send(account, this.#ask("TRACK", "GET", trackPath(trackingNumber), null), context);
    if (isRefusedWith(result, TRACKING_NOT_FOUND_CODES)) return answered(null);
    if (result.kind === "FAILED") return result.failure;
    const answer = parseTrack(result.json, trackingNumber);
    return answer ? answered(answer.found) : unreadable("Tracking");
  }

  /** One call, or two at once where the kinds wanted need both of UPS's searches: the first failure ends it. */
  async findLocations(account: Account, query: LocationQuery, context: CallContext): Promise<Outcome<FoundLocations>> {
    const calls = locatorRequests(query).map(({ path, body }) => this.#ask("LOCATE", "POST", path, body));
    const results = await Promise.all(calls.map((call) => this.client.send(account, call, context)));
    const found: FoundLocations[] = [];
    for (const result of results) {
      if (result.kind === "FAILED") return result.failure;
      const answer = parseLocator(result.json) ?? unreadable("Locator");
      if (answer.kind !== "FOUND") return answer;
      found.push(answer.found);
    }
    return answered(mergeFound(found, query));
  }

  async validateAddress(account: Account, address: Address, context: CallContext): Promise<Outcome<AddressValidation>> {
    const body = serialiseAddressValidation(address);
    const call = this.#ask("VALIDATE_ADDRESS", "POST", ADDRESS_VALIDATION_PATH, body);
    const result = await this.client.send(account, call, context);
    if (result.kind === "FAILED") return result.failure;
    const parsed = parseAddressValidation(result.json, address);
    return parsed ? answered(parsed.validation, parsed.messages) : unreadable("Address Validation");
  }

  #sendRating(account: Account, request: RateRequest, context: CallContext): Promise<SendResult> {
    const body = serialiseRating(account, request);
    return this.client.send(account, this.#ask("RATE", "POST", ratingPath(request), body), context);
  }

  /** Sent once, among the purchases' connections, so that a void never waits behind rates. */
  #sendVoid(account: Account, path: string, context: CallContext): Promise<SendResult> {
    const isOnce = { lane: "BUY", isRepeatable: false } as const;
    return this.client.send(account, { ...this.#ask("VOID", "DELETE", path, null), ...isOnce }, context);
  }

  #ask(operation: UpsCall["operation"], method: UpsCall["method"], path: string, body: object | null): UpsCall {
    return { operation, lane: "ASK", method, path, body, isRepeatable: true, timeoutMs: this.limits.readTimeoutMs };
  }
}

function answered<T>(value: T, messages: CarrierMessage[] = []): Outcome<T> {
  return { kind: "ANSWERED", value, messages };
}

function unreadable(product: string) {
  return unavailable("PROTOCOL_ERROR", `UPS's ${product} answer cannot be read`);
}

function isRefusedWith(result: SendResult, codes: ReadonlySet<string>): boolean {
  return (
    result.kind === "FAILED" &&
    result.failure.kind === "REJECTED" &&
    result.failure.messages.some((message) => codes.has(message.code))
  );
}
