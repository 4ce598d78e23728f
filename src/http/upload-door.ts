import { FairShares } from "../admission/fair-shares.js";
import { overloaded } from "../admission/overloaded.js";
import { type Party, strangers } from "../admission/party.js";
import { Places } from "../admission/places.js";
import { partyOf } from "../admission/work.js";
import { type Caller, hasScope } from "../security/scopes.js";
import { maxBodyBytes } from "./large-body.js";

/** What an upload may be: 10 MB of file are 13.4 MB in base64. */
const maxUploadBodyBytes = 14 * 1_048_576;

/** Of one tenant alone: each is held in memory several times over until the carrier has it. */
const mostAtOnce = 8;

/** So long an upload waits for a place, in milliseconds. */
const patienceMs = 10_000;

/** Of all other bodies together that have arrived and are not answered yet. */
const mostReceivedBytes = 64 * 1_048_576;

/** Above so much of it the bodies of callers without a token are refused: they cannot fill what others need. */
const mostForStrangersBytes = 8 * 1_048_576;

/** How large one caller's body may be, and its place among the large ones. */
export interface BodyPass {
  limitBytes: number;
  /** It has a place. */
  readonly isInside: boolean;
  /** Waits for a place. Throws OVERLOADED. */
  enter(): Promise<void>;
  /** Told of each part of the body; throws OVERLOADED when all bodies together take too much memory. */
  receive(bytes: number): void;
  leave(): void;
}

/**
 * Lets the large bodies of callers who may upload in, a few at a time; the others wait unread. Places and memory are
 * shared out between tenants: whoever comes finds some, however many of another's bodies have come before.
 */
export class UploadDoor {
  readonly #places = new Places(mostAtOnce);
  readonly #received = new FairShares(mostReceivedBytes);

  passFor(caller: Caller): BodyPass {
    const party = partyOf(caller.tenantId ?? strangers.tenant);
    let received = 0;
    let givePlace: (() => void) | null = null;
    let hasLeft = false;
    return {
      limitBytes: hasScope(caller, ["ship"]) ? maxUploadBodyBytes : maxBodyBytes,
      get isInside() {
        return givePlace !== null;
      },
      enter: async () => {
        givePlace = await this.#places.take(party, patienceMs);
        if (givePlace === null) throw overloaded("Too many files are sent at the moment.");
        // Its client has gone while it waited.
        if (hasLeft) givePlace();
      },
      receive: (bytes) => {
        if (givePlace !== null) return;
        if (!this.#mayReceive(party, bytes)) throw overloaded();
        received += bytes;
        this.#received.take(party, bytes);
      },
      leave: () => {
        hasLeft = true;
        givePlace?.();
        this.#received.give(party, received);
        received = 0;
      },
    };
  }

  #mayReceive(party: Party, bytes: number): boolean {
    const isStranger = party.tenant === strangers.tenant;
    if (isStranger && this.#received.ofTenant(party) + bytes > mostForStrangersBytes) return false;
    return this.#received.mayTake(party, bytes);
  }
}
