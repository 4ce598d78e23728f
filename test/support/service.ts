import { randomBytes, randomUUID } from "node:crypto";
import { createSimulatorControl, type SimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { type RunningSimulator, startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";
import { type ExecutionResult, type GraphQLSchema, graphql } from "graphql";
import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import { type Composition, compose } from "../../src/compose.js";
import { type Context, createContext } from "../../src/context.js";
import { closeDatabase, type Database, type DatabaseTimeouts, openDatabase } from "../../src/database/data-source.js";
import { allEntities } from "../../src/entities/all-entities.js";
import type { Log } from "../../src/log.js";
import { type Scope, scopes } from "../../src/security/scopes.js";
import { createLinkSigner } from "../../src/security/signed-links.js";
import type { PurchaseTimings, ShippingDeps } from "../../src/shipping/deps.js";
import { registerCarriers } from "../../src/shipping/register-carriers.js";
import { buildSubgraph, type SubgraphOptions } from "../../src/subgraph.js";
import type { UpsLimits } from "../../src/ups/adapter.js";
import { createTestDatabase, type TestDatabase } from "./database.js";
import { patientDatabase, patientLimits, patientTimings } from "./patience.js";

export interface TestServiceOptions {
  timings?: Partial<PurchaseTimings>;
  upsLimits?: Partial<UpsLimits>;
  /** Where accounts at the simulator lead instead: something that stands before it. */
  upsUrl?: string;
  /** Besides UPS. */
  carriers?: readonly CarrierAdapter[];
  quoteTtlSeconds?: number;
  deliveryOptions?: Partial<ShippingDeps["deliveryOptions"]>;
  spendLimits?: ShippingDeps["spendLimits"];
  /** More than any test makes unless told otherwise. */
  backgroundCallsPerSecond?: number;
  order?: SubgraphOptions["order"];
  product?: SubgraphOptions["product"];
  log?: Log;
  /** The folder where answers are kept until they are stored; absent: nowhere. */
  answersDir?: string;
  /** Where the database is reached instead: something that stands before it. */
  databasePort?: number;
  /** False: as with SALES=off. */
  isSelling?: boolean;
  poolSize?: number;
  maxPurchasesAtCarrier?: number;
  databaseTimeouts?: Partial<DatabaseTimeouts>;
  /** Another service's, to be a second instance of it. */
  sharing?: TestService;
}

/** Whom a request runs as: all scopes of the first tenant unless told otherwise; `tenantId` null is anonymous. */
export interface As {
  tenantId?: string | null;
  scopes?: readonly Scope[];
}

// biome-ignore lint/suspicious/noExplicitAny: tests reach into answers whose shape their own query says.
type Data = any;

export interface TestService {
  tenantId: string;
  otherTenantId: string;
  schema: GraphQLSchema;
  deps: ShippingDeps;
  database: Database;
  testDatabase: TestDatabase;
  simulator: RunningSimulator;
  control: SimulatorControl;
  secretKey: { id: string; bytes: Buffer };
  context(as?: As): Context;
  execute(source: string, variables?: Record<string, unknown>, as?: As): Promise<ExecutionResult & { data?: Data }>;
  /** As `execute`, for what must not fail at the top level. */
  run(source: string, variables?: Record<string, unknown>, as?: As): Promise<Data>;
  /** Waits for purchases and call records still under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => silentLog };

/** The whole service but its HTTP: real schema, real PostgreSQL, the real UPS adapter and the simulator over HTTP. */
export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const { sharing } = options;
  const testDatabase = sharing?.testDatabase ?? (await createTestDatabase());
  const simulator = sharing?.simulator ?? (await startSimulator());
  const database = await openDatabase({
    url: through(testDatabase.url, options.databasePort),
    entities: allEntities,
    poolSize: options.poolSize ?? 10,
    timeouts: { ...patientDatabase, ...options.databaseTimeouts },
  });
  const secretKey = sharing?.secretKey ?? { id: "k1", bytes: randomBytes(32) };
  const composition = composeForTests(database, simulator.url, secretKey, options);
  await registerCarriers(composition.deps);
  const schema = schemaWith({ order: options.order ?? null, product: options.product });
  const tenantId = sharing?.tenantId ?? randomUUID();
  const context = (as: As = {}) =>
    contextFor(composition, as.tenantId === undefined ? tenantId : as.tenantId, as.scopes ?? scopes);
  const execute: TestService["execute"] = (source, variables, as) =>
    graphql({ schema, source, variableValues: variables, contextValue: context(as) });
  return {
    tenantId,
    otherTenantId: sharing?.otherTenantId ?? randomUUID(),
    schema,
    deps: composition.deps,
    database,
    testDatabase,
    simulator,
    control: createSimulatorControl(simulator.url),
    secretKey,
    context,
    execute,
    async run(source, variables, as) {
      const { data, errors } = await execute(source, variables, as);
      if (errors)
        throw new Error(errors.map((error) => `${error.path?.join(".")}: ${error.message}`).join("\n"), {
          cause: errors[0]?.originalError,
        });
      return data;
    },
    settled: () => composition.settled(),
    async close() {
      await composition.close();
      await closeDatabase(database);
      if (sharing) return;
      await simulator.close();
      await testDatabase.drop();
    },
  };
}

const schemas = new Map<string, GraphQLSchema>();

/** The same for all services of a test file: it holds nothing of any of them, and takes long to build. */
function schemaWith(contributions: SubgraphOptions): GraphQLSchema {
  const kind = JSON.stringify(contributions);
  const schema = schemas.get(kind) ?? buildSubgraph(contributions);
  schemas.set(kind, schema);
  return schema;
}

function composeForTests(
  database: Database,
  simulatorUrl: string,
  secretKey: { id: string; bytes: Buffer },
  options: TestServiceOptions,
): Composition {
  return compose({
    database,
    log: options.log ?? silentLog,
    secretKeys: [secretKey],
    answersDir: options.answersDir,
    upsBaseUrls: { SIMULATOR: options.upsUrl ?? simulatorUrl, TEST: null, PRODUCTION: null },
    upsLimits: { retryBaseMs: 10, ...patientLimits, ...options.upsLimits },
    carriers: options.carriers,
    timings: { ...patientTimings, ...options.timings },
    maxPurchasesAtCarrier: options.maxPurchasesAtCarrier,
    quoteTtlSeconds: options.quoteTtlSeconds ?? 1_800,
    deliveryOptions: { answerWithinMs: 20_000, ...options.deliveryOptions },
    spendLimits: options.spendLimits,
    backgroundCallsPerSecond: options.backgroundCallsPerSecond ?? 4_000,
    isSelling: options.isSelling,
  });
}

function through(url: string, port: number | undefined): string {
  return port === undefined ? url : Object.assign(new URL(url), { hostname: "127.0.0.1", port }).href;
}

const links = createLinkSigner("http://127.0.0.1:4000", [{ id: "l1", bytes: randomBytes(32) }]);

function contextFor({ deps }: Composition, tenantId: string | null, granted: readonly Scope[]): Context {
  const kind = tenantId === null ? "anonymous" : "user";
  const caller = { kind, tenantId, scopes: new Set(tenantId === null ? [] : granted), subject: "tester" } as const;
  const signLink: Context["signLink"] = (target) => {
    const { url, expiresAt } = links.sign(target, new Date());
    return { url, expiresAt: expiresAt.toISOString() };
  };
  return createContext(caller, { deps, signLink, log: deps.log });
}
