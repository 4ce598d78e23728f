import { nameOf, type Party } from "./party.js";

/** A party holds at most so many times what it leaves free. */
export const timesFree = 4;

/**
 * Shares out something finite that is held for a while and cannot be taken back: connections, places, bytes. A party
 * may hold four times what it leaves free: alone four fifths, and of two that want all of it four ninths each. Whoever
 * comes finds something free however many want more, and the one that has most gives back first; no share is kept for who
 * does not want it. These are the dynamic thresholds of switches' shared buffers (Choudhury and Hahne, 1998). Who holds
 * nothing may take the last one.
 *
 * It refuses and never waits: `Places` waits. It remembers who holds something and nobody else.
 */
export class FairShares {
  readonly #ofTenants = new Map<string, number>();
  readonly #ofParties = new Map<string, number>();
  #held = 0;

  constructor(readonly size: number) {}

  /** So many for a party that is alone, and a quarter more, which it leaves to others. */
  static forOneAlone(most: number): FairShares {
    return new FairShares(most + Math.ceil(most / timesFree));
  }

  get held(): number {
    return this.#held;
  }

  /** Those that hold something. */
  get parties(): number {
    return this.#ofParties.size;
  }

  /** Somebody holds as much as may be, so that more may be had when something is given back. */
  get isShort(): boolean {
    return [...this.#ofParties.values()].some((held) => this.#roomBeside(held) === 0);
  }

  mayTake(party: Party, amount = 1): boolean {
    return amount <= this.roomFor(party);
  }

  /** How much more the party may take now. */
  roomFor(party: Party): number {
    return this.#roomBeside(this.ofParty(party));
  }

  #roomBeside(held: number): number {
    const free = this.size - this.#held;
    const fair = Math.floor((timesFree * free - held) / (timesFree + 1));
    return Math.max(0, fair, held === 0 ? Math.min(1, free) : 0);
  }

  /** Whether it may or not. */
  take(party: Party, amount = 1): void {
    this.#held += amount;
    add(this.#ofTenants, party.tenant, amount);
    add(this.#ofParties, nameOf(party), amount);
  }

  give(party: Party, amount = 1): void {
    this.take(party, -amount);
  }

  ofTenant({ tenant }: Party): number {
    return this.#ofTenants.get(tenant) ?? 0;
  }

  ofParty(party: Party): number {
    return this.#ofParties.get(nameOf(party)) ?? 0;
  }
}

function add(counts: Map<string, number>, name: string, amount: number): void {
  const count = (counts.get(name) ?? 0) + amount;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}
