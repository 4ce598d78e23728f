import { type DocumentNode, Kind, parse } from "graphql";
import { FairShares } from "../admission/fair-shares.js";
import { overloaded } from "../admission/overloaded.js";
import { type Party, strangers } from "../admission/party.js";
import { Places } from "../admission/places.js";
import { partyOf } from "../admission/work.js";
import { type Caller, hasScope } from "../security/scopes.js";
import { RequestRefusal } from "./request-refusal.js";

/** What any request may be. */
export const maxBodyBytes = 1_048_576;

/** What an upload may be: 10 MB of file are 13.4 MB in base64. */
const maxUploadBodyBytes = 14 * 1_048_576;

/** The one field whose operation may be larger. */
const uploadField = "uploadShippingDocument";

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

export function tooLarge(limitBytes: number): RequestRefusal {
  return new RequestRefusal(413, `The body is larger than ${limitBytes} bytes.`);
}

const quote = 0x22;

/**
 * Throws a RequestRefusal for a large body in which the text of one file is not nearly all. Looked at before it is
 * parsed: the same megabytes of brackets would cost seconds and many times their size.
 */
export function refuseUnlessOneFile(bytes: Buffer): void {
  if (bytes.length <= maxBodyBytes) return;
  let [longest, from, quotes] = [bytes.subarray(0, 0), 0, 0];
  for (let to = bytes.indexOf(quote); to !== -1 && quotes <= maxBodyBytes; to = bytes.indexOf(quote, from), quotes++) {
    if (to - from > longest.length) longest = bytes.subarray(from, to);
    from = to + 1;
  }
  if (bytes.length - longest.length > maxBodyBytes || !/^[\w+/=-]*$/.test(longest.toString("latin1"))) throw noUpload();
}

/** Throws a RequestRefusal for a large body that is anything but one upload with its file in a variable. */
export function refuseUnlessUpload(json: unknown, size: number): void {
  if (size <= maxBodyBytes) return;
  const { query = "", variables = {} } = (json ?? {}) as { query?: unknown; variables?: unknown };
  const isUpload = typeof query === "string" && query.length <= maxBodyBytes && isOneUpload(query);
  if (isUpload && size - longestText(variables) <= maxBodyBytes) return;
  throw noUpload();
}

function noUpload(): RequestRefusal {
  const only = `Only ${uploadField}, alone in its operation and with the file in a variable, may be larger.`;
  return new RequestRefusal(413, `The body is larger than ${maxBodyBytes} bytes. ${only}`);
}

function isOneUpload(query: string): boolean {
  const { definitions } = parsed(query);
  const [operation] = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const selections = operation?.selectionSet.selections ?? [];
  const [field] = selections;
  const isAlone = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION).length === 1;
  return isAlone && selections.length === 1 && field?.kind === Kind.FIELD && field.name.value === uploadField;
}

function parsed(query: string): Pick<DocumentNode, "definitions"> {
  try {
    return parse(query, { noLocation: true, maxTokens: 10_000 });
  } catch {
    return { definitions: [] };
  }
}

/** Without recursion: what is nested deeper than a stack is a client's to send. */
function longestText(root: unknown): number {
  const open: unknown[] = [root];
  let longest = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string") longest = Math.max(longest, value.length);
    else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) open.push(part);
  }
  return longest;
}
