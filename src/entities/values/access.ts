/** `@requiresScopes` as the schema prints it; enforced in the subgraph from the very same directives. */
const requires = (...alternatives: string[]) =>
  `@requiresScopes(scopes: [${alternatives.map((scope) => `["${scope}"]`).join(", ")}])`;

/** Queries that a storefront may send too, and types that no mutation gives back. */
export const buyersAndReaders = requires("quote", "read");

/** Queries of the back office. */
export const readers = requires("read");

/**
 * Types and fields that a storefront may see too. `ship` and `admin` stand beside `read` wherever a mutation of theirs
 * gives something back; they count in mutations only.
 */
export const buyersAndStaff = requires("quote", "read", "ship", "admin");

/** Types and fields of the back office. */
export const staffOnly = requires("read", "ship", "admin");

/** Of the back office, and given back by mutations of `admin` only. */
export const readersAndAdministrators = requires("read", "admin");

/** Of the back office, and given back by mutations of `ship` only. */
export const readersAndShippers = requires("read", "ship");

/** What changes shipments or spends money. */
export const shippers = requires("ship");

/** Of whoever runs the service, over all tenants. */
export const operators = requires("operate");

/** What changes accounts and methods, or decides on purchases. */
export const administrators = requires("admin");
