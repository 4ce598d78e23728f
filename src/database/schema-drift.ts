import { createDataSource, type DatabaseOptions } from "./data-source.js";
import { overHosts, ServerHosts } from "./server-hosts.js";

/**
 * The statements by which TypeORM would bring the schema in line with the entities; empty is right. It does not see
 * CHECK bodies, index predicates, policies and grants. `url` is the owner's. Changes nothing.
 */
export async function findSchemaDrift(options: Pick<DatabaseOptions, "url" | "entities">): Promise<string[]> {
  const hosts = new ServerHosts(options.url);
  const dataSource = createDataSource({ ...options, poolSize: 1 }, undefined, hosts);
  await overHosts(hosts, () => dataSource.initialize());
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
  }
}
