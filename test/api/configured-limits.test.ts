import { Admission } from "../../src/admission/admission.js";
import { loadConfig } from "../../src/config.js";
import { openGraph, startHttp } from "../../src/start-http.js";
import { jwtSettings, routerSecret } from "../support/jwt-settings.js";
import { seedAccount } from "../support/seed.js";
import { silentLog, startTestService, type TestService } from "../support/service.js";
import { someClaims, startTokenIssuer, tenantId } from "../support/token-issuer.js";

let service: TestService;
let issuer: Awaited<ReturnType<typeof startTokenIssuer>>;
let http: Awaited<ReturnType<typeof startHttp>>;
beforeAll(async () => {
  [service, issuer] = await Promise.all([startTestService(), startTokenIssuer()]);
  await seedAccount(service, {}, { tenantId });
  const config = loadConfig({
    ...jwtSettings(issuer),
    ...{ PORT: "0", JWT_TYPE: "at+jwt", INTROSPECTION: "admin", TRUSTED_PROXIES: "127.0.0.1" },
    ...{ RATE_LIMIT_ANONYMOUS: "1", RATE_LIMIT_STAFF: "100", MAX_REQUEST_ROWS: "1" },
  });
  const admission = new Admission(config.admission);
  const graph = await openGraph(config, silentLog);
  http = await startHttp(config, silentLog, graph, service.deps, config.linkSigningKeys, () => ({}), admission);
});
afterAll(async () => {
  await http?.stop();
  await Promise.all([issuer?.stop(), service?.close()]);
});

const ask = async (query: string, headers: Record<string, string>) => {
  const response = await fetch(`${http.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  const code = errors[0]?.extensions.code ?? null;
  return { status: response.status, code, policy: response.headers.get("ratelimit-policy") };
};

const tokenOf = async (scope: string, type?: string) => ({
  "router-authorization": routerSecret,
  authorization: `Bearer ${await issuer.sign(someClaims({ scope }), undefined, type)}`,
});

describe("A server that was started with settings", () => {
  it("counts requests, those of strangers by the address that a named proxy tells", async () => {
    const from = async (address: string) => (await ask("{ __typename }", { "x-forwarded-for": address })).code;
    expect([await from("192.0.2.1"), await from("192.0.2.1"), await from("192.0.2.2")]).toEqual([
      ...["UNAUTHENTICATED", "RATE_LIMITED", "UNAUTHENTICATED"],
    ]);
    expect(await ask("{ __typename }", await tokenOf("read", "at+jwt"))).toEqual({
      ...{ status: 200, code: null, policy: '"read";q=100;w=60' },
    });
  });

  it("refuses tokens of another type", async () => {
    const other = { ...(await tokenOf("read", "JWT")), "x-forwarded-for": "192.0.2.3" };
    expect((await ask("{ __typename }", other)).code).toBe("UNAUTHENTICATED");
  });

  it("shows the schema to those whom they name", async () => {
    const schema = "{ __schema { queryType { name } } }";
    expect((await ask(schema, await tokenOf("read", "at+jwt"))).code).toBe("FORBIDDEN");
    expect((await ask(schema, await tokenOf("admin", "at+jwt"))).code).toBeNull();
  });

  it("counts what a request reads", async () => {
    const accounts = "carrierAccounts { nodes { id } }";
    const token = await tokenOf("read", "at+jwt");
    expect((await ask(`{ a: ${accounts} }`, token)).code).toBeNull();
    expect((await ask(`{ a: ${accounts} b: ${accounts} }`, token)).code).toBe("REQUEST_BUDGET_EXCEEDED");
  });
});
