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
import type { Address } from "../carrier/values.js";
import { parseAddressValidation } from "./addresses/parse-address-validation.js";
import { addressValidationPath, serialiseAddressValidation } from "./addresses/serialise-address-validation.js";
import { mergeFound, nothingNear, parseLocator } from "./locations/parse-locator.js";
import { countrySearchedIn, locatorRequests } from "./locations/serialise-locator.js";
import { asAsked } from "./rating/as-asked.js";
import { parseRating } from "./rating/parse-rating.js";
import { ratingPath, serialiseRating } from "./rating/serialise-rating.js";
import { bookingNotices } from "./shipping/booking-notices.js";
import { printable } from "./shipping/letters.js";
import { parseRecovery } from "./shipping/parse-recovery.js";
import { parseShip } from "./shipping/parse-ship.js";
import { mergeVoids, parseVoid } from "./shipping/parse-void.js";
import { placeRefusal } from "./shipping/place-refusal.js";
import { recoveryAnswerOfRefusal, shipAnswerOfRefusal, voidAnswerOfRefusal } from "./shipping/refusal-answers.js";
import { isUnrated, unrated } from "./shipping/return-services.js";
import { recoveryPath, serialiseRecovery } from "./shipping/serialise-recovery.js";
import { serialiseShip, shipPath } from "./shipping/serialise-ship.js";
import { voidPaths } from "./shipping/serialise-void.js";
import { parseTrack } from "./tracking/parse-track.js";
import { parseTrackByReference } from "./tracking/parse-track-by-reference.js";
import { trackPath } from "./tracking/serialise-track.js";
import { trackByReferencePath } from "./tracking/serialise-track-by-reference.js";
import type { UpsClient } from "./wire/client.js";
import { ask, type Operation, type Question, questionsWithin, spend } from "./wire/operation.js";
import { answered } from "./words/alerts.js";
import { isAbout, isOnlyAbout } from "./words/error-codes/find-error-code.js";

type Account = CarrierAccountAccess;

/** UPS's operations on one screen: what is sent, how the answer is read, and the answer's name. */
export class Operations {
  readonly #question: Question;

  constructor(
    private readonly client: UpsClient,
    private readonly limits: { readTimeoutMs: number; shipTimeoutMs: number },
  ) {
    this.#question = questionsWithin(limits.readTimeoutMs);
  }

  async rate(account: Account, request: RateRequest, context: CallContext): Promise<Outcome<RatedService[]>> {
    if (isUnrated(request.details.returnService)) return { kind: "REJECTED", messages: [unrated] };
    const outcome = await this.#ask(account, context, {
      call: this.#question("RATE", "POST", ratingPath(request), serialiseRating(account, request)),
      parse: (json) => asAsked(parseRating(json), request),
      answerName: "Rating answer",
    });
    return placeRefusal(outcome, request.details);
  }

  async ship(account: Account, request: ShipRequest, context: CallContext): Promise<SpendOutcome<ShippedShipment>> {
    const { uploaded = "NONE", carrierReference } = request;
    const printed = printable(request.details, account.shipper);
    const { details, characterSet } = printed;
    const sender = { ...account, shipper: printed.shipper ?? account.shipper };
    const customerContext = context.purchaseId ?? carrierReference;
    const body = serialiseShip(sender, { ...request, details }, customerContext, characterSet);
    const isOnce = { lane: "BUY", isRepeatable: false, timeoutMs: this.limits.shipTimeoutMs } as const;
    const outcome = await spend(this.client, account, context, {
      call: { ...this.#question("SHIP", "POST", shipPath, body), ...isOnce },
      parse: (json) => parseShip(json, details.packages.length, bringsLabels(details.returnService)),
      answerName: "Ship answer",
      answerOfRefusal: shipAnswerOfRefusal,
    });
    if (outcome.kind !== "ANSWERED") return placeRefusal(outcome, details);
    const notices = bookingNotices(request.details, outcome.value, uploaded, printed);
    return { ...outcome, messages: [...outcome.messages, ...notices] };
  }

  /** Chosen packages beyond twenty take several calls; the first that fails ends it: the caller repeats. */
  async voidShipment(account: Account, request: VoidRequest, context: CallContext): Promise<Outcome<VoidAnswer>> {
    const answers: VoidAnswer[] = [];
    for (const path of voidPaths(request)) {
      const outcome = await this.#voidByPath(account, path, context);
      if (outcome.kind !== "ANSWERED") return outcome;
      answers.push(outcome.value);
    }
    return answered(mergeVoids(answers));
  }

  /** Sent once, among the purchases' connections, so that a void never waits behind rates. */
  #voidByPath(account: Account, path: string, context: CallContext): Promise<Outcome<VoidAnswer>> {
    return this.#ask(account, context, {
      call: { ...this.#question("VOID", "DELETE", path), lane: "BUY", isRepeatable: false },
      parse: parseVoid,
      answerName: "Void answer",
      answerOfRefusal: voidAnswerOfRefusal,
    });
  }

  async recoverLabels(
    account: Account,
    request: RecoverRequest,
    context: CallContext,
  ): Promise<Outcome<RecoverAnswer>> {
    const body = serialiseRecovery(account, request);
    return this.#ask<RecoverAnswer>(account, context, {
      call: { ...this.#question("RECOVER_LABEL", "POST", recoveryPath, body), lane: "RECOVER" },
      parse: parseRecovery,
      answerName: "Label Recovery answer",
      answerOfRefusal: recoveryAnswerOfRefusal,
    });
  }

  async findByReference(
    account: Account,
    reference: string,
    since: Date,
    context: CallContext,
  ): Promise<Outcome<string[]>> {
    const path = trackByReferencePath(account, reference, since);
    return this.#ask<string[]>(account, context, {
      call: { ...this.#question("TRACK_BY_REFERENCE", "GET", path), lane: "RECOVER" },
      parse: parseTrackByReference,
      answerName: "Track by reference answer",
      answerOfRefusal: (messages) => (isOnlyAbout(messages, "NOTHING_TRACKED") ? answered([]) : null),
    });
  }

  async track(account: Account, trackingNumber: string, context: CallContext): Promise<Outcome<TrackedPackage | null>> {
    return this.#ask<TrackedPackage | null>(account, context, {
      call: this.#question("TRACK", "GET", trackPath(trackingNumber)),
      parse: (json) => parseTrack(json, trackingNumber),
      answerName: "Tracking answer",
      answerOfRefusal: (messages) => (isAbout(messages, "NOTHING_TRACKED") ? answered(null) : null),
    });
  }

  /** One call, or two at once where the kinds wanted need both of UPS's searches: the first failure ends it. */
  async findLocations(account: Account, query: LocationQuery, context: CallContext): Promise<Outcome<FoundLocations>> {
    const country = countrySearchedIn(query);
    const searches = locatorRequests(query).map(({ path, body }) =>
      this.#ask(account, context, {
        call: this.#question("LOCATE", "POST", path, body),
        parse: (json) => parseLocator(json, country),
        answerName: "Locator answer",
        answerOfRefusal: (messages) => (isAbout(messages, "NOTHING_NEAR") ? nothingNear : null),
      }),
    );
    const found: FoundLocations[] = [];
    for (const outcome of await Promise.all(searches)) {
      if (outcome.kind !== "ANSWERED") return outcome;
      found.push(outcome.value);
    }
    return answered(mergeFound(found, query));
  }

  async validateAddress(account: Account, address: Address, context: CallContext): Promise<Outcome<AddressValidation>> {
    const body = serialiseAddressValidation(address);
    return this.#ask(account, context, {
      call: this.#question("VALIDATE_ADDRESS", "POST", addressValidationPath, body),
      parse: (json) => parseAddressValidation(json, address),
      answerName: "Address Validation answer",
    });
  }

  #ask<T>(account: Account, context: CallContext, operation: Operation<Outcome<T>>): Promise<Outcome<T>> {
    return ask(this.client, account, context, operation);
  }
}
