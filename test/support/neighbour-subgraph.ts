import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import type { Subgraph } from "./composers.js";

export type Neighbour = Subgraph & { stop(): Promise<void> };

/** One of the neighbours in schema/neighbours, listening. */
export async function startNeighbour(name: string, resolvers: Record<string, unknown>): Promise<Neighbour> {
  const typeDefs = parse(readFileSync(resolve(__dirname, `../../schema/neighbours/${name}.graphql`), "utf8"));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }] as never);
  const server = new ApolloServer({ schema, plugins: [ApolloServerPluginInlineTraceDisabled()] });
  const { url } = await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: 0 } });
  return { name, typeDefs, url, stop: () => server.stop() };
}
