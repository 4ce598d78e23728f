import { randomBytes } from "node:crypto";

/** Access tokens given out; they live in memory and die with the process, as a caller must expect. */
export class TokenStore {
  readonly #tokens = new Map<string, { clientId: string; expiresAt: number }>();

  issue(clientId: string, now: Date, lifetimeSeconds: number): string {
    const token = `sim.${randomBytes(24).toString("base64url")}`;
    this.#tokens.set(token, { clientId, expiresAt: now.getTime() + lifetimeSeconds * 1000 });
    return token;
  }

  /** Whose token it is or was; null: nobody's. */
  ownerOf(token: string): string | null {
    return this.#tokens.get(token)?.clientId ?? null;
  }

  /** Whose token it is, or why it is none. */
  check(token: string, now: Date): { clientId: string } | "UNKNOWN" | "EXPIRED" {
    const issued = this.#tokens.get(token);
    if (!issued) return "UNKNOWN";
    return issued.expiresAt <= now.getTime() ? "EXPIRED" : { clientId: issued.clientId };
  }
}
