import { randomUUID } from "node:crypto";
import { scopes } from "../../src/security/scopes.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import type { TestService } from "../support/service.js";
import type { Badge, FrontDoor } from "./front-door.js";

export interface SoakTenant {
  tenantId: string;
  accountNumber: string;
  /** Whether the carrier has prices of its own for it: every second one. */
  isEnrolled: boolean;
  badge: Badge;
  accountId: string;
  shipmentId: string;
  packageId: string;
  labelId: string;
  trackingNumber: string;
  purchaseId: string;
  labelUrl: string;
}

/** What all tenants call alike, as tenants do that number from one. */
export const shared = { key: "order 1001", orderId: "1001" };

/** Equal for all tenants, to the byte. */
export const parts = { shipTo: newYork, packages: [aPackage] };

const buy = `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
  purchase { id state } shipment { id packages { id trackingNumber label { id file { url } } } } userErrors { message } } }`;

/**
 * Tenants that differ only in their account: number, and an app that serves no other number, so that the simulator
 * refuses one tenant's number under another's token. Each has bought one label, as the printer's text.
 */
export async function seedSoakTenants(service: TestService, door: FrontDoor, count: number): Promise<SoakTenant[]> {
  const tenants: SoakTenant[] = [];
  for (let first = 0; first < count; first += 5) {
    const numbers = Array.from({ length: Math.min(5, count - first) }, (_, index) => first + index);
    tenants.push(...(await Promise.all(numbers.map((number) => seedOne(service, door, number)))));
  }
  return tenants;
}

async function seedOne(service: TestService, door: FrontDoor, number: number): Promise<SoakTenant> {
  const tenantId = randomUUID();
  const isEnrolled = number % 2 === 0;
  const accountNumber = `SK${String(number).padStart(3, "0")}${isEnrolled ? "Y" : "N"}`;
  const credentials = { clientId: `app-bound-to-${accountNumber}`, clientSecret: `secret-${number}` };
  const accountId = await seedAccount(service, { accountNumber, ...credentials }, { tenantId });
  const badge = await door.badge(tenantId, scopes, randomUUID());
  const shipment = { ...parts, service: "UPS_GROUND", orderId: shared.orderId };
  const input = { idempotencyKey: shared.key, labelFormat: "ZPL", shipment };
  const { data } = await door.ask(badge, buy, { input });
  const { purchase, shipment: sent } = data.purchaseLabel;
  const [pkg] = sent.packages;
  return {
    ...{ tenantId, accountNumber, isEnrolled, badge, accountId, shipmentId: sent.id, purchaseId: purchase.id },
    ...{ packageId: pkg.id, labelId: pkg.label.id, trackingNumber: pkg.trackingNumber, labelUrl: pkg.label.file.url },
  };
}
