import Module from "node:module";
import { join } from "node:path";

type Resolve = (request: string, ...rest: unknown[]) => string;

const packages = join(__dirname, "../../packages");

/**
 * Jest does not apply `moduleNameMapper` to this file, so Node has to learn here that ".js" may be TypeScript, and that
 * our packages are taken from their sources.
 */
function resolveTypeScript(): void {
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (this: unknown, request, ...rest) {
    const [, name, file] = /^@shipping-subgraph\/([^/]+)\/(.*)\.js$/.exec(request) ?? [];
    if (name !== undefined) return join(packages, name, "src", `${file}.ts`);
    try {
      return resolve.call(this, request, ...rest);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
      return resolve.call(this, request.replace(/\.js$/, ".ts"), ...rest);
    }
  };
}

/** Tests that need no database run even where PostgreSQL does not start: the others then fail with the reason. */
export default async function setup(): Promise<void> {
  await import("reflect-metadata");
  resolveTypeScript();
  const { clusterVariable, startTestCluster } = await import("./database-cluster.js");
  try {
    const { cluster, stop } = await startTestCluster(process.env.TEST_DATABASE_URL);
    process.env[clusterVariable] = JSON.stringify(cluster);
    Object.assign(globalThis, { stopTestCluster: stop });
  } catch (error) {
    process.env[clusterVariable] = JSON.stringify({ failure: String((error as Error)?.stack ?? error) });
  }
}
