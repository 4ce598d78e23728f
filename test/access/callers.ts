import { type Scope, tenantScopes } from "../../src/security/scopes.js";
import type { Badge, FrontDoor } from "./front-door.js";

/** The columns of the tables. `operate` runs the service; `stranger` holds every scope of another tenant's. */
export const callers = ["anonymous", "storefront", "read", "ship", "admin", "operate", "stranger"] as const;
export type CallerName = (typeof callers)[number];

/** The scopes of the owner's own callers. */
export const scopesOf: Record<Exclude<CallerName, "stranger">, readonly Scope[]> = {
  anonymous: [],
  storefront: ["quote"],
  read: ["read"],
  ship: ["ship"],
  admin: ["admin"],
  operate: ["operate"],
};

/** A badge for every column; each forges the tenant that is not its own. */
export async function badgesFor(door: FrontDoor, owner: string, stranger: string): Promise<Record<CallerName, Badge>> {
  const own = (name: "storefront" | "read" | "ship" | "admin" | "operate") =>
    door.badge(owner, scopesOf[name], stranger);
  return {
    anonymous: door.noBadge(owner),
    storefront: await own("storefront"),
    read: await own("read"),
    ship: await own("ship"),
    admin: await own("admin"),
    operate: await own("operate"),
    stranger: await door.badge(stranger, tenantScopes, owner),
  };
}
