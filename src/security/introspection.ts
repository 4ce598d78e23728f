import { AppError } from "../errors.js";
import type { Caller, Scope } from "./scopes.js";

/** Who sent a request: whose token it shows, and whether it came through the router, which shows its secret. */
export interface Visitor {
  readonly caller: Caller;
  readonly isRouter: boolean;
}

/** Who may read the schema: whoever is known, the router, or tokens with a scope. */
export type IntrospectionGrant = "everyone" | "router" | Scope;

/** What one document asks of the schema and of the router's own fields. */
export interface SchemaQuestions {
  /** `__schema`, `__type` or `_service`, wherever in the document. */
  readonly asksForSchema: boolean;
  /** `_service` is all that is asked of the schema. */
  readonly asksForSdlOnly: boolean;
  readonly asksForEntities: boolean;
}

function mayIntrospect(grants: readonly IntrospectionGrant[], { caller, isRouter }: Visitor): boolean {
  return grants.some((grant) => {
    if (grant === "everyone") return true;
    return grant === "router" ? isRouter : caller.scopes.has(grant);
  });
}

/**
 * Throws FORBIDDEN for questions that are not the visitor's. The router always gets the SDL and entities: without them
 * nothing composes and nothing is joined. `hasRouter`: there is a secret, so that whoever does not show it is not the router.
 */
export function refuseSchemaQuestions(
  questions: SchemaQuestions,
  visitor: Visitor,
  { grants, hasRouter }: { grants: readonly IntrospectionGrant[]; hasRouter: boolean },
): void {
  const isRoutersOwn = visitor.isRouter && questions.asksForSdlOnly;
  if (questions.asksForSchema && !isRoutersOwn && !mayIntrospect(grants, visitor))
    throw new AppError("FORBIDDEN", "The schema is not shown to this caller.");
  if (questions.asksForEntities && hasRouter && !visitor.isRouter)
    throw new AppError("FORBIDDEN", "Entities are the router's to ask for.");
}
