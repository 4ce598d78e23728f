import { type Scope, scopes } from "../../src/security/scopes.js";
import type { Badge, FrontDoor } from "./front-door.js";

/** The columns of the tables. `stranger` holds every scope, of another tenant. */
export const callers = ["anonymous", "storefront", "read", "ship", "admin", "stranger"] as const;
export type CallerName = (typeof callers)[number];

/** The scopes of the owner's own callers. */
export const scopesOf: Record<Exclude<CallerName, "stranger">, readonly Scope[]> = {
  anonymous: [],
  storefront: ["quote"],
  read: ["read"],
  ship: ["ship"],
  admin: ["admin"],
};

/** A badge for every column; each forges the tenant that is not its own. */
export async function badgesFor(door: FrontDoor, owner: string, stranger: string): Promise<Record<CallerName, Badge>> {
  const own = (name: "storefront" | "read" | "ship" | "admin") => door.badge(owner, scopesOf[name], stranger);
  return {
    anonymous: door.noBadge(owner),
    storefront: await own("storefront"),
    read: await own("read"),
    ship: await own("ship"),
    admin: await own("admin"),
    stranger: await door.badge(stranger, scopes, owner),
  };
}
