import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import { type Subgraph, withApollo } from "./composers.js";

// biome-ignore lint/suspicious/noExplicitAny: tests reach into answers whose shape their own query says.
type Data = any;

interface GatewayContext {
  authorization?: string;
}

/** Forwards the caller's token and says that it is the router. */
class RouterSource extends RemoteGraphQLDataSource<GatewayContext> {
  constructor(
    url: string | undefined,
    private readonly routerSecret: string,
  ) {
    super({ url, fetcher: fetch as never });
  }

  override willSendRequest({ request, context }: Parameters<Required<RemoteGraphQLDataSource>["willSendRequest"]>[0]) {
    request.http?.headers.set("router-authorization", this.routerSecret);
    const { authorization } = context as GatewayContext;
    if (authorization) request.http?.headers.set("authorization", authorization);
  }
}

/** A supergraph of the subgraphs, behind Apollo's gateway. Throws when they do not compose. */
export async function startGateway(subgraphs: Subgraph[], routerSecret: string) {
  const { supergraphSdl, errors } = withApollo(subgraphs.map(({ name, typeDefs, url }) => ({ name, typeDefs, url })));
  if (supergraphSdl === null) throw new Error(errors.join("\n"));
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ url }) => new RouterSource(url, routerSecret),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const server = new ApolloServer<GatewayContext>({ gateway, includeStacktraceInErrorResponses: false });
  await server.start();
  return {
    stop: () => server.stop(),
    async execute(query: string, variables: Record<string, unknown>, authorization?: string) {
      const { body } = await server.executeOperation({ query, variables }, { contextValue: { authorization } });
      if (body.kind !== "single") throw new Error("One answer was expected.");
      const { data, errors } = body.singleResult;
      return { data: data as Data, errors: errors as GraphQLFormattedError[] | undefined };
    },
  };
}
