import { type Neighbour, startNeighbour } from "./neighbour-subgraph.js";

export interface StoredOrder {
  id: string;
  number: string;
  lastShipment?: { __typename: "Shipment"; id: string };
}

/** A neighbour's order service: knows its orders and, of shipments, ids only. */
export async function startOrdersSubgraph(orders: StoredOrder[]): Promise<Neighbour> {
  const find = ({ id }: { id: string }) => orders.find((order) => order.id === id) ?? null;
  return startNeighbour("orders", {
    Query: {
      order: (_: unknown, key: { id: string }) => find(key),
      orders: () => ({ edges: orders.map((node) => ({ node, cursor: node.id })), pageInfo: {} }),
    },
    Order: { __resolveReference: find },
  });
}
