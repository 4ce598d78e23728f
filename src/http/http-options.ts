import type { GraphQLSchema } from "graphql";
import type { Admission } from "../admission/admission.js";
import type { BudgetLimits } from "../admission/budget-limits.js";
import type { Context } from "../context.js";
import type { Log } from "../log.js";
import type { RateLimits } from "../rate-limits/rate-limits.js";
import type { Authenticator } from "../security/authenticate.js";
import type { IntrospectionGrant } from "../security/introspection.js";
import type { OperationLimits } from "../security/operation-limits/limits.js";
import type { Caller } from "../security/scopes.js";
import type { LinkTarget } from "../security/signed-links.js";
import type { SendingLimits } from "./body-reader.js";
import type { AddressOf } from "./client-address.js";
import type { SafelistSettings } from "./safelist-door.js";

/** Whether requests can be served; `reasons` name what is missing, fit for an operator's eyes. */
export interface Readiness {
  ok: boolean;
  reasons: string[];
  /** False: maintenance; nothing is bought, and all else is answered. */
  isSelling?: boolean;
  /** The loops of this process's worker. A late one is told and makes the server no less ready for requests. */
  workers?: { name: string; lastBeatAt: string | null; isLate: boolean }[];
  /** What a failover would lose, as it was seen last. In production alone. */
  replication?: { kind: string; standbys: number | null; message: string };
  /** Keys that stored secrets are sealed with and that SECRET_KEYS lacks: told, and makes the server no less ready. */
  missingKeys?: string[];
  /** What carriers answered and the database does not have yet: told, and makes the server no less ready. */
  answers?: { isProtected: boolean; left: number; setAside: number };
}

export interface DownloadedFile {
  bytes: Buffer;
  contentType: string;
  fileName: string;
}

/** A file that is not given, and why, in a sentence for whoever opened the link. */
export interface WithheldFile {
  reason: string;
}

/** How slow a client may be, in milliseconds and bytes a second. Beyond that it is cut. */
export interface HttpTimeouts {
  headersMs: number;
  requestMs: number;
  keepAliveMs: number;
  /** Of its answer it takes nothing for so long. */
  silentMs: number;
  /** It has not taken all of its answer after `silentMs` and what it takes at this rate. */
  slowestRate: number;
}

export interface HttpServerOptions {
  schema: GraphQLSchema;
  host: string;
  /** 0: any free one. */
  port: number;
  /** Where clients reach the server, without a trailing slash; null: where it listens. */
  publicUrl: string | null;
  createContext(caller: Caller): Context;
  authenticate: Authenticator;
  /** Accepted values of `Router-Authorization`; empty: there is no router that could prove itself. */
  routerSecrets: readonly string[];
  /** Serves the explorer pages, lets Apollo's Sandbox call from its own site, and suggests names in errors. */
  explorers: boolean;
  /** Who may read the schema. Whoever shows no token may not, except for the router. */
  introspection: readonly IntrospectionGrant[];
  /** Operations that clients are known to send. Absent: any is answered. */
  safelist?: SafelistSettings;
  /** Origins of web pages that may call from a browser. */
  corsOrigins: readonly string[];
  /** Pages served from this machine, on any port, may call too. */
  localPages: boolean;
  readiness(): Promise<Readiness>;
  /** How many requests are let in. Health, the explorer's files and preflights always are. */
  admission: Admission;
  /** How many of a caller are answered in a minute. Absent: any number. */
  rateLimits?: RateLimits;
  /** Where a request comes from, for those who show no token. */
  addressOf?: AddressOf;
  /** Null: the file is gone. */
  download(target: LinkTarget): Promise<DownloadedFile | WithheldFile | null>;
  verifyLink(link: string, now: Date): LinkTarget | null;
  now(): Date;
  log: Log;
  /** How long the server says "not ready" and still accepts requests, until load balancers know. */
  drainDelaySeconds: number;
  /** How long running requests may take to finish after that; what is still open then is cut. */
  drainSeconds: number;
  /** How many connections are open at once; half of them may be of one address. */
  maxConnections: number;
  timeouts?: Partial<HttpTimeouts>;
  /** Absent: the usual ones. */
  sending?: SendingLimits;
  operationLimits?: Partial<OperationLimits>;
  /** What one request may spend, where it is not the default. */
  requestBudget?: Partial<BudgetLimits>;
}

export interface HttpServer {
  /** Where clients reach it, without a trailing slash. */
  url: string;
  port: number;
  /** Not ready, drain, closed. Safe to call again: every call waits for the same end. */
  stop(): Promise<void>;
}
