/**
 * Who may import whom: the table that CONTRIBUTING explains, type-only imports included. What is not listed is
 * forbidden. Read with swc's parser, because dependency-cruiser knows no TypeScript 7.
 */

/** Folder or file below src -> what it may import besides itself. */
const mayImport = {
  "http/": [
    "subgraph.ts",
    "context.ts",
    "security/",
    "admission/",
    "rate-limits/",
    "shipping/",
    "config.ts",
    "errors.ts",
    "log.ts",
    "telemetry/",
    "storable-text.ts",
  ],
  "subgraph.ts": ["resolvers/", "entities/", "subgraph-tags.ts", "telemetry/"],
  "subgraph-tags.ts": [],
  "context.ts": ["security/", "database/loaders.ts", "carrier/", "log.ts"],
  "resolvers/": ["shipping/", "entities/", "security/scopes.ts", "context.ts", "errors.ts", "log.ts"],
  "shipping/": [
    "carrier/",
    "entities/",
    "database/",
    "admission/",
    "journal/journal.ts",
    "money.ts",
    "storable-text.ts",
    "failpoints.ts",
    "errors.ts",
    "log.ts",
    "telemetry/",
  ],
  "jobs/": ["shipping/", "database/", "admission/", "journal/journal.ts", "log.ts", "telemetry/"],
  "rewrap/": ["database/", "journal/", "security/"],
  "journal/": ["security/key-provider.ts", "security/secret-box.ts", "data-dir.ts", "errors.ts", "log.ts"],
  "ups/": ["carrier/", "admission/", "money.ts", "storable-text.ts", "errors.ts", "log.ts", "telemetry/"],
  "entities/": ["carrier/", "database/", "errors.ts", "log.ts"],
  "database/": ["entities/", "admission/", "storable-text.ts", "errors.ts", "log.ts", "telemetry/"],
  "admission/": ["errors.ts"],
  "security/": ["data-dir.ts", "storable-text.ts", "errors.ts", "log.ts"],
  "rate-limits/": [
    "security/scopes.ts",
    "security/operation-limits/",
    "database/",
    "admission/",
    "errors.ts",
    "log.ts",
    "telemetry/",
  ],
  "storable-text.ts": [],
  "money.ts": ["carrier/"],
  "carrier/": [],
  "migrate.ts": ["config.ts", "database/", "entities/", "with-database.ts"],
  "invariants.ts": ["config.ts", "database/", "with-database.ts"],
  "with-database.ts": ["config.ts", "demo-parts.ts"],
  "demo-parts.ts": ["config.ts"],
  "ups-check/": ["ups/", "carrier/", "demo-parts.ts", "config-hosts.ts"],
  "dev/": ["config.ts", "closers.ts", "demo-parts.ts", "log.ts", "main.ts"],
  "data-dir.ts": [],
  "print-schema.ts": ["subgraph.ts"],
  "errors.ts": [],
  "failpoints.ts": [],
  "monitoring/": ["telemetry/", "admission/", "database/", "log.ts"],
  "telemetry/": [],
  "log.ts": ["log-redaction.ts", "telemetry/correlation.ts"],
  "log-redaction.ts": [],
  "config.ts": [
    "config-variables.ts",
    "config-rules.ts",
    "config-limits.ts",
    "config-monitoring.ts",
    "config-retention.ts",
  ],
  "config-limits.ts": ["config-variables.ts"],
  "config-retention.ts": ["config-variables.ts"],
  "config-monitoring.ts": ["config-variables.ts", "monitoring/monitoring-options.ts"],
  "config-rules.ts": ["config-variables.ts", "config-hosts.ts"],
  "config-variables.ts": ["config-parsers.ts", "monitoring/monitoring-options.ts"],
  "config-parsers.ts": [
    "config-hosts.ts",
    "database/server-hosts.ts",
    "security/introspection.ts",
    "security/scopes.ts",
  ],
  "config-hosts.ts": [],
};

/** May import anything: starting processes, putting use cases and carriers together, filling the demo. */
const compositionRoot = [
  "main.ts",
  "reconcile-ledger.ts",
  "rewrap-secrets.ts",
  "open-deps.ts",
  "start.ts",
  "start-http.ts",
  "compose.ts",
  "demo-tenant.ts",
  "demo-methods.ts",
  "demo-templates.ts",
  "closers.ts",
];

/** Exceptions to the table, each for one file and with its reason. */
const alsoMayImport = {
  // Context holds what use cases work with, and refuses a caller without a tenant.
  "context.ts": ["shipping/deps.ts", "errors.ts"],
  // The schema is wrapped here: scopes checked on every field, loaders emptied around mutations.
  "subgraph.ts": ["context.ts", "security/enforce-scopes.ts", "database/loaders.ts"],
};

const escaped = (path) => path.replaceAll(".", "\\.");
const below = (path) => (path.endsWith("/") ? escaped(path) : `${escaped(path)}$`);
const anyOf = (paths) => `^src/(${paths.map(below).join("|")})`;

const tableRules = Object.entries(mayImport).map(([from, allowed]) => ({
  name: `${from.replace("/", "")}-imports-only-what-it-may`,
  severity: "error",
  from: { path: anyOf([from]) },
  to: { path: "^src/", pathNot: anyOf([from, ...allowed, ...(alsoMayImport[from] ?? [])]) },
}));

/**
 * The rooms of a folder, floor by floor: a room uses rooms of the floors below it, never its neighbours' or those above,
 * so that no two rooms can ever need each other. Files beside the rooms belong to all of `shipping`, and in `ups` to
 * those who put the rooms together.
 */
const floors = {
  shipping: [
    ["reconcile", "ledger", "erasure"],
    ["purchase"],
    ["delivery"],
    ["void", "rate", "address", "document"],
    ["shipment"],
    ["tracking", "booking", "label", "spend", "location"],
    ["account", "budget", "method", "event", "claim"],
    ["availability", "packing", "place", "customer"],
    ["price"],
    ["area"],
    ["settings"],
    ["audit"],
  ],
  ups: [
    ["account"],
    ["checks", "rating"],
    ["shipping"],
    ["customs"],
    ["addresses", "locations", "paperless", "tracking"],
    ["wire"],
    ["words"],
    ["spec"],
  ],
};

const roomRules = Object.entries(floors).flatMap(([folder, levels]) =>
  levels.flatMap((level, index) =>
    level.map((room) => {
      const usable = [room, ...levels.slice(index + 1).flat()].map((name) => `${name}/`);
      const beside = folder === "shipping" ? ["[^/]+\\.ts$"] : [];
      return {
        name: `${folder}-${room}-uses-the-floors-below`,
        severity: "error",
        from: { path: `^src/${folder}/${room}/` },
        to: { path: `^src/${folder}/`, pathNot: `^src/${folder}/(${[...usable, ...beside].join("|")})` },
      };
    }),
  ),
);

/** Every room stands on a floor; what belongs to all of `shipping` needs no room. */
const roomsStandOnFloors = Object.entries(floors).map(([folder, levels]) => ({
  name: `every-room-of-${folder}-has-a-floor`,
  severity: "error",
  from: { path: `^src/${folder}/[^/]+/`, pathNot: `^src/${folder}/(${levels.flat().join("|")})/` },
  to: {},
}));

const packages = (...names) => `(^|node_modules/)(${names.join("|")})(/|$)`;

module.exports = {
  forbidden: [
    ...tableRules,
    ...roomRules,
    ...roomsStandOnFloors,
    {
      name: "what-all-of-shipping-uses-needs-no-room",
      severity: "error",
      from: { path: "^src/shipping/[^/]+\\.ts$" },
      to: { path: "^src/shipping/[^/]+/" },
    },
    {
      name: "every-source-stands-in-the-table",
      comment: "A new file or folder of src needs a row, and a folder a decision record.",
      severity: "error",
      from: { path: "^src/", pathNot: anyOf([...compositionRoot, ...Object.keys(mayImport)]) },
      to: {},
    },
    {
      name: "migrations-import-nothing-of-ours",
      severity: "error",
      from: { path: "^migrations/" },
      to: { path: "^src/" },
    },
    {
      name: "nothing-but-the-database-imports-migrations",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(database/|main\\.ts$)" },
      to: { path: "^migrations/" },
    },
    {
      name: "demo-parts-load-on-demand",
      comment: "A production install has neither the simulator nor the embedded database.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "packages/(ups-simulator|embedded-postgres)/", dynamic: false },
    },
    {
      name: "demo-parts-load-in-one-place",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/demo-parts\\.ts$" },
      to: { path: "packages/(ups-simulator|embedded-postgres)/" },
    },
    {
      name: "packages-stand-alone",
      comment: "Code that the simulator and the adapter shared would let both be wrong together.",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/" },
      to: { path: "^(src|migrations|test|packages)/", pathNot: "^packages/$1/src/" },
    },
    {
      name: "packages-name-their-libraries",
      severity: "error",
      from: { path: "^packages/[^/]+/src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "use-cases-and-adapters-know-no-graphql",
      severity: "error",
      from: { path: "^src/(shipping/|jobs/|ups/|carrier/|errors\\.ts$|log)" },
      to: { path: packages("graphql", "type-graphql", "@apollo/[^/]+", "graphql-scalars", "@graphql-tools/[^/]+") },
    },
    {
      name: "adapters-know-no-database",
      severity: "error",
      from: { path: "^src/(ups/|carrier/)" },
      to: { path: packages("typeorm", "pg") },
    },
    {
      name: "no-cycles",
      comment: "Entities that point at each other are circular by nature and use Relation<>.",
      severity: "error",
      from: { pathNot: "^src/entities/" },
      to: { circular: true },
    },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/" }, to: {} },
    {
      name: "imports-resolve",
      severity: "error",
      from: {},
      to: { path: "^\\.", couldNotResolve: true },
    },
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["source", "import"],
    },
  },
};
