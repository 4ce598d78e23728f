import { type ClassType, Directive, Field, ObjectType } from "type-graphql";
import type { Page } from "../shipping/page.js";

@Directive("@shareable")
@ObjectType({ description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follows." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether something precedes; always false on a first page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first node; null: the page is empty." })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last node, for `after`; null: the page is empty.",
  })
  endCursor!: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface ConnectionOf<T> {
  edges: Edge<T>[];
  nodes: T[];
  pageInfo: PageInfo;
}

/** The `XEdge` and `XConnection` types of a Relay connection over `node`, forward only. */
export function connectionType<T extends object>(name: string, node: ClassType<T>): ClassType<ConnectionOf<T>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} and its place in the list.` })
  class NodeEdge {
    @Field(() => String, { description: "Opaque place in the list, for `after`." })
    cursor!: string;

    @Field(() => node, { description: `The ${name}.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [NodeEdge], { description: "The page's nodes with their cursors." })
    edges!: NodeEdge[];

    @Field(() => [node], { description: "The page's nodes." })
    nodes!: T[];

    @Field(() => PageInfo, { description: "Whether more follows." })
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** A page of rows in the shape of its connection. */
export function connectionOf<T>(page: Page<T>): ConnectionOf<T> {
  const edges = page.rows.map((node) => ({ cursor: page.cursorOf(node), node }));
  return {
    edges,
    nodes: page.rows,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
