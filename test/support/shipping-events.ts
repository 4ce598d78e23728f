import type { As, TestService } from "./service.js";

export interface SeenEvent {
  id: string;
  type: string;
  shipment: { id: string };
  purchase: { id: string };
  package: { id: string } | null;
}

interface EventPage {
  nodes: SeenEvent[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

const source = `query ($first: Int, $after: String, $types: [ShippingEventType!]) {
  shippingEvents(first: $first, after: $after, types: $types) {
    nodes { id type shipment { id } purchase { id } package { id } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

export async function eventPage(service: TestService, variables: object = {}, as?: As): Promise<EventPage> {
  return (await service.run(source, { ...variables }, as)).shippingEvents;
}

/** As a service does that polls: page after page until there are no more; gives where it stands then. */
export async function eventsAfter(
  service: TestService,
  after: string | null,
  first = 100,
): Promise<{ events: SeenEvent[]; cursor: string | null }> {
  const events: SeenEvent[] = [];
  let cursor = after;
  for (;;) {
    const { nodes, pageInfo } = await eventPage(service, { first, after: cursor });
    events.push(...nodes);
    cursor = pageInfo.endCursor ?? cursor;
    if (!pageInfo.hasNextPage) return { events, cursor };
  }
}
