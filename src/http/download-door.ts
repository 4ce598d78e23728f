import { FairShares } from "../admission/fair-shares.js";
import { overloaded } from "../admission/overloaded.js";
import type { Party } from "../admission/party.js";
import { Places } from "../admission/places.js";
import { OpenLinks } from "./open-links.js";

/** Of one process, and the part of it that one tenant may take. */
const mostBytes = 256 * 1_048_576;
const mostOfTenantBytes = 64 * 1_048_576;

/** Files of one tenant alone that are read at once, each of which may be as large as a hundred shipments' labels. */
const mostReads = 4;

/** So long a file waits to be read, in milliseconds. */
const patienceMs = 5_000;

/** Whose file is opened, by which link. */
export interface Opening {
  party: Party;
  link: string;
  /** Nobody waits for the file any more. */
  isGone(): boolean;
}

/** A file and what gives back what it takes; to be called once, when its client has it or has gone. */
interface Opened<T> {
  file: T;
  close(): void;
}

/**
 * Lets files be read, a few at a time, as long as their clients take them: what is read is held in memory until its client
 * has it. Memory and reading are shared out between tenants, and one link has a part of its tenant's.
 */
export class DownloadDoor {
  readonly #reads = new Places(mostReads);
  readonly #held = new FairShares(mostBytes);
  readonly #links = new OpenLinks();

  /** Bytes that are held, and links that are open. */
  get counts(): { bytes: number; links: number } {
    return { bytes: this.#held.held, links: this.#links.size };
  }

  /** Throws OVERLOADED, and what `read` throws. `sizeOf`: the bytes of what was read. */
  async open<T>(opening: Opening, read: () => Promise<T>, sizeOf: (file: T) => number): Promise<Opened<T>> {
    const link = this.#links.open(opening.link);
    if (link === null) throw overloaded("This link is open too often at the moment.");
    try {
      return await link.inTurn(async () => {
        if (link.isFull()) throw overloaded("This link is open too often at the moment.");
        const file = await this.#read(opening, read);
        const bytes = sizeOf(file);
        if (!this.#mayHold(opening.party, bytes)) throw tooMuchUntaken();
        link.hold(bytes);
        this.#held.take(opening.party, bytes);
        const close = () => {
          this.#held.give(opening.party, bytes);
          link.close();
        };
        return { file, close };
      });
    } catch (error) {
      link.close();
      throw error;
    }
  }

  async #read<T>({ party, isGone }: Opening, read: () => Promise<T>): Promise<T> {
    const give = await this.#reads.take(party, patienceMs);
    if (give === null) throw overloaded("Too many files are asked for at the moment.");
    try {
      if (isGone() || !this.#mayHold(party, 1)) throw tooMuchUntaken();
      return await read();
    } finally {
      give();
    }
  }

  /** How large a file is shows when it has been read. One alone may be larger than a tenant's files together. */
  #mayHold(party: Party, bytes: number): boolean {
    const held = this.#held.ofTenant(party);
    return this.#held.mayTake(party, bytes) && (held === 0 || held + bytes <= mostOfTenantBytes);
  }
}

const tooMuchUntaken = () => overloaded("Too many files wait to be taken at the moment.");
