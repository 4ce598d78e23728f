import { createContext } from "../../src/context.js";
import { readDownload } from "../../src/http/read-download.js";
import { startHttpServer } from "../../src/http/server.js";
import type { Authenticator } from "../../src/security/authenticate.js";
import { type Caller, scopes } from "../../src/security/scopes.js";
import { createLinkSigner } from "../../src/security/signed-links.js";
import { createAccount } from "./accounts.js";
import { wideAdmission } from "./http.js";
import { silentLog, startTestService, type TestService } from "./service.js";

// biome-ignore lint/suspicious/noExplicitAny: the examples have many shapes
export type Data = any;

const linkKey = { id: "l1", bytes: Buffer.alloc(32, 7) };

/** The service behind its HTTP server, as demo mode has it: one tenant, explorers, and no token unless told otherwise. */
export async function startHttpService(service: TestService, authenticate: Authenticator = openTo(service.tenantId)) {
  const address = { url: "" };
  const signer = () => createLinkSigner(address.url, [linkKey]);
  const signLink = (target: Parameters<ReturnType<typeof signer>["sign"]>[0]) => {
    const { url, expiresAt } = signer().sign(target, new Date());
    return { url, expiresAt: expiresAt.toISOString() };
  };
  const http = await startHttpServer({
    schema: service.schema,
    host: "127.0.0.1",
    port: 0,
    publicUrl: null,
    createContext: (by) => createContext(by, { deps: service.deps, signLink, log: silentLog }),
    authenticate,
    routerSecrets: [],
    explorers: true,
    introspection: ["everyone"],
    corsOrigins: [],
    localPages: true,
    admission: wideAdmission(),
    readiness: async () => ({ ok: true, reasons: [] }),
    download: (target) => readDownload(service.deps, target),
    verifyLink: (link, now) => signer().verify(link, now),
    now: () => new Date(),
    log: silentLog,
    maxConnections: 10_000,
    drainDelaySeconds: 0,
    drainSeconds: 5,
  });
  address.url = http.url;
  return http;
}

function openTo(tenantId: string): Authenticator {
  const caller: Caller = { kind: "user", tenantId, scopes: new Set(scopes), subject: "tester" };
  return async () => caller;
}

/** An active account and a method of it, under the fixed ids that demo mode seeds and the examples name. */
export async function startExampleService(): Promise<TestService> {
  const service = await startTestService();
  const account = (await createAccount(service)).carrierAccount.id;
  await service.run(
    `mutation($id: ID!) { activateCarrierAccount(input: { carrierAccountId: $id }) { userErrors { message } } }`,
    { id: account },
  );
  const { createShippingMethod } = await service.run(
    `mutation($id: ID!) { createShippingMethod(input: { name: "UPS Ground", isPublished: true, ups: {
      carrierAccountId: $id, service: "UPS_GROUND", packageType: "UPS_CUSTOMER_PACKAGE",
      weightUnit: LB, dimensionUnit: IN, labelFormat: PDF } }) { shippingMethod { id } userErrors { message } } }`,
    { id: account },
  );
  seeded.set(service.tenantId, { account, method: createShippingMethod.shippingMethod.id });
  return service;
}

const seeded = new Map<string, { account: string; method: string }>();

/** The text with the ids of the demo tenant replaced by those of this one. */
export function withSeededIds(service: TestService, text: string): string {
  const { account = "", method = "" } = seeded.get(service.tenantId) ?? {};
  return text
    .replaceAll("cac_00000000-0000-7000-8000-000000000001", account)
    .replaceAll("shm_00000000-0000-7000-8000-000000000001", method);
}
