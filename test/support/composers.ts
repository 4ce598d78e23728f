import { composeServices as composeWithApollo } from "@apollo/composition";
import { composeServices as composeWithGuild } from "@theguild/federation-composition";
import { federateSubgraphs } from "@wundergraph/composition";
import type { DocumentNode } from "graphql";

export interface Subgraph {
  name: string;
  typeDefs: DocumentNode;
  /** Where it listens, for a gateway that is to ask it. */
  url?: string;
}

export interface Composed {
  /** Empty: it composes. */
  errors: string[];
  /** What the composer advises; of Apollo's only. */
  hints: string[];
  /** As the gateway reads it; of Apollo's only. */
  supergraphSdl: string | null;
}

const nowhere = "http://127.0.0.1/graphql";

export function withApollo(subgraphs: Subgraph[]): Composed {
  const { errors, hints, supergraphSdl } = composeWithApollo(
    subgraphs.map((subgraph) => ({ url: nowhere, ...subgraph })),
  );
  return {
    errors: (errors ?? []).map(({ message }) => message),
    hints: (hints ?? []).map(({ definition, message }) => `${definition.code}: ${message}`),
    supergraphSdl: supergraphSdl ?? null,
  };
}

function withGuild(subgraphs: Subgraph[]): Composed {
  const { errors } = composeWithGuild(subgraphs.map((subgraph) => ({ url: nowhere, ...subgraph })));
  return { errors: (errors ?? []).map(({ message }) => message), hints: [], supergraphSdl: null };
}

function withWunderGraph(subgraphs: Subgraph[]): Composed {
  const result = federateSubgraphs({
    subgraphs: subgraphs.map(({ name, typeDefs }) => ({ name, url: nowhere, definitions: typeDefs })),
    version: "1",
  });
  const errors = result.success ? [] : result.errors.map(({ message }) => message);
  return { errors, hints: [], supergraphSdl: null };
}

export const composers: [string, (subgraphs: Subgraph[]) => Composed][] = [
  ["Apollo's", withApollo],
  ["The Guild's", withGuild],
  ["WunderGraph's", withWunderGraph],
];
