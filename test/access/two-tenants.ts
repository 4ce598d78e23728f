import { seedEntities } from "../support/seed-entities.js";
import { startTestService, type TestService } from "../support/service.js";
import { badgesFor } from "./callers.js";
import { startFrontDoor } from "./front-door.js";
import type { Tenant } from "./operations.js";

/** What an order is called by both tenants, as numbered orders are. */
const orderId = "1001";

/** A tenant with one of each entity; the same order number and idempotency key as every other tenant of this file. */
async function seedTenant(service: TestService, tenantId: string): Promise<Tenant> {
  const run: Tenant["run"] = (source, variables) => service.run(source, variables, { tenantId });
  const keys = await seedEntities({ ...service, tenantId, run: run as TestService["run"] });
  return {
    service,
    tenantId,
    keys: { ...keys, Order: { id: orderId } },
    idempotencyKey: `order ${orderId}`,
    orderId,
    run,
  };
}

/** The owner, whose rows are at stake, and a stranger with as many of its own; a badge for each column. */
export async function startTwoTenants() {
  const service = await startTestService({ order: { typeName: "Order", keyField: "id" } });
  const door = await startFrontDoor(service);
  const close = async () => {
    await door.stop();
    await service.close();
  };
  try {
    const owner = await seedTenant(service, service.tenantId);
    const stranger = await seedTenant(service, service.otherTenantId);
    const badges = await badgesFor(door, owner.tenantId, stranger.tenantId);
    return { service, door, owner, stranger, badges, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export type TwoTenants = Awaited<ReturnType<typeof startTwoTenants>>;
