/** `@requiresScopes` as the schema prints it; enforced in the subgraph from the very same directives. */
const requires = (...alternatives: string[]) =>
  `@requiresScopes(scopes: [${alternatives.map((scope) => `["${scope}"]`).join(", ")}])`;

/** What a storefront may see too. */
export const buyersAndStaff = requires("quote", "read");

/** Back office only. */
export const staffOnly = requires("read");

/** What changes shipments or spends money. */
export const shippers = requires("ship");

/** What changes accounts and methods, or decides on purchases. */
export const administrators = requires("admin");
