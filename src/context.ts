import { createLoaders, type Loaders } from "./database/loaders.js";
import type { Log } from "./log.js";
import { type Caller, isBuyer, needsToken } from "./security/scopes.js";
import type { Actor, ShippingDeps } from "./shipping/deps.js";

/** Which file a signed link opens. */
export interface LinkTarget {
  tenantId: string;
  /** `labels`: one label. `previews`: the carrier's image of it. `documents`: all labels of a shipment as one file.
   *  `batches`: those of several shipments. `bundles`: with the carrier's documents. `labelBatches` and `labelBundles`: the same of
   *  single labels. `papers`: one document. */
  kind: "labels" | "previews" | "documents" | "batches" | "bundles" | "labelBatches" | "labelBundles" | "papers";
  fileId: string;
  contentType: string;
  fileName: string;
}

/** Makes an address that opens one file for a few minutes, without any other credential. */
export type LinkSigner = (target: LinkTarget) => { url: string; expiresAt: string };

/** What one request's resolvers work with. */
export interface Context {
  caller: Caller;
  /** For whom use cases run; reading it throws for a caller without a tenant. */
  readonly actor: Actor;
  readonly loaders: Loaders;
  deps: ShippingDeps;
  signLink: LinkSigner;
  log: Log;
}

/** Loaders live as long as the request. Made on first use, so that a caller without a tenant never gets any. */
export function createContext(caller: Caller, shared: Pick<Context, "deps" | "signLink" | "log">): Context {
  let loaders: Loaders | null = null;
  return {
    ...shared,
    caller,
    get actor() {
      if (caller.tenantId === null) throw needsToken();
      return { tenantId: caller.tenantId, subject: caller.subject, scopes: [...caller.scopes] };
    },
    get loaders() {
      loaders ??= createLoaders(shared.deps.database, this.actor.tenantId, isBuyer(caller) ? "buyers" : "staff");
      return loaders;
    },
  };
}
