import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from "type-graphql";
import { type Page, type PageRequest, pageSize } from "../shipping/page.js";
import type { OrderBy } from "../shipping/sort.js";

@Directive("@shareable")
@ObjectType({ description: "Cursors of a page, and whether there are further pages." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is a next page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether there is a previous page; always false on the first page." })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the first node on this page; null: the page is empty.",
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last node on this page: pass it as `after` for the next page; null: the page is empty.",
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
  /** Counts the whole list: asked only when `totalCount` is selected. */
  count(): Promise<number>;
}

/** The `XEdge` and `XConnection` types of a Relay connection over `node`, forward only. */
export function connectionType<T extends object>(name: string, node: ClassType<T>): ClassType<ConnectionOf<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.` })
  class NodeEdge {
    @Field(() => String, { description: "Opaque cursor of the node, for `after`." })
    cursor!: string;

    @Field(() => node, { description: `The ${name} at this cursor.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name}.` })
  class Connection {
    @Field(() => [NodeEdge], { description: "The nodes of this page with their cursors." })
    edges!: NodeEdge[];

    @Field(() => [node], { description: "The nodes of this page." })
    nodes!: T[];

    @Field(() => PageInfo, { description: "Cursors of this page, and whether there is a next one." })
    pageInfo!: PageInfo;

    count!: () => Promise<number>;

    @Field(() => Int, {
      description: "How many there are on all pages under this filter. Counted anew each time, and only when selected.",
    })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return Connection;
}

/** Which page of a growing list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: "Page size, from 1 to 100." })
  first!: number | null;

  @Field(() => String, { nullable: true, description: "`endCursor` of the previous page; null: the first page." })
  after?: string | null;
}

/** How much of a list that hangs on an object. */
@ArgsType()
export class FirstArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: "How many at most, from 1 to 100." })
  first!: number | null;
}

/** Whose list, and how much of it. Throws BAD_USER_INPUT outside 1 to 100. */
export const firstOf = (of: string, { first }: FirstArgs) => ({ of, first: pageSize(first ?? 20) });

/** What a use case is asked for; `orderBy` null: the list's own order. */
export const pageRequest = ({ first, after }: PageArgs, orderBy: OrderBy | null = null): PageRequest => ({
  first,
  after: after ?? null,
  orderBy,
});

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
    count: page.count,
  };
}
