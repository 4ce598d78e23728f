import { UnsecuredJWT } from "jose";
import { createAuthenticator, demoTenantId } from "../../src/security/authenticate.js";
import { hasScope, requireScope } from "../../src/security/scopes.js";
import { someClaims, startTokenIssuer, tenantId } from "../support/token-issuer.js";

type Issuer = Awaited<ReturnType<typeof startTokenIssuer>>;
let issuer: Issuer;

beforeAll(async () => {
  issuer = await startTokenIssuer();
});
afterAll(() => issuer.stop());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;

const refused: [string, (issuer: Issuer) => string | Promise<string>][] = [
  ["alg none", () => new UnsecuredJWT(someClaims()).encode()],
  ["HS256 signed with the RSA public key", ({ signWithPublicKey }) => signWithPublicKey()],
  ["another issuer", ({ sign }) => sign(someClaims({ iss: "https://login.example.net/" }))],
  ["another audience", ({ sign }) => sign(someClaims({ aud: "billing" }))],
  ["no issuer", ({ sign }) => sign(someClaims({ iss: undefined }))],
  ["no audience", ({ sign }) => sign(someClaims({ aud: undefined }))],
  ["an expiry beyond the tolerance", ({ sign }) => sign(someClaims({ exp: seconds(-61) }))],
  ["no expiry", ({ sign }) => sign(someClaims({ exp: undefined }))],
  ["a start in the future", ({ sign }) => sign(someClaims({ nbf: seconds(61) }))],
  ["no tenant", ({ sign }) => sign(someClaims({ tenant_id: undefined }))],
  ["a tenant that is no uuid", ({ sign }) => sign(someClaims({ tenant_id: "' or true --" }))],
  ["a list of tenants", ({ sign }) => sign(someClaims({ tenant_id: [tenantId] }))],
  ["no subject", ({ sign }) => sign(someClaims({ sub: undefined }))],
  ["a subject that is no text", ({ sign }) => sign(someClaims({ sub: 7 as never }))],
  ["a subject with half of a surrogate pair", ({ sign }) => sign(someClaims({ sub: "user\udc00" }))],
  ["a subject with NUL", ({ sign }) => sign(someClaims({ sub: "user\0" }))],
  ["an unknown key id", ({ sign }) => sign(someClaims(), "key-of-nobody")],
  [
    "a changed payload",
    async ({ sign }) => (await sign()).replace(/\.[^.]*\./, `.${Buffer.from("{}").toString("base64url")}.`),
  ],
  ["no form at all", () => "token"],
];

describe("a caller in jwt mode", () => {
  it("has the tenant, the scopes and the subject of the token", async () => {
    const authenticate = createAuthenticator(issuer.settings);
    const token = await issuer.sign(someClaims({ scope: "read ship openid" }));
    expect(await authenticate(bearer(token))).toEqual({
      kind: "user",
      tenantId,
      scopes: new Set(["read", "ship"]),
      subject: "user-1",
    });
  });

  it("may have its scopes as a list, or none", async () => {
    const authenticate = createAuthenticator(issuer.settings);
    const listed = await authenticate(bearer(await issuer.sign(someClaims({ scope: ["quote", 7, "READ"] }))));
    const without = await authenticate(bearer(await issuer.sign(someClaims({ scope: undefined }))));
    expect([listed.scopes, without.scopes]).toEqual([new Set(["quote"]), new Set()]);
  });

  it("is told by the type of its token where one is configured, and of any other is refused", async () => {
    const authenticate = createAuthenticator({ ...issuer.settings, type: "at+jwt" });
    const typed = async (typ?: string) => authenticate(bearer(await issuer.sign(someClaims(), undefined, typ)));
    for (const typ of ["at+jwt", "AT+JWT", "application/at+jwt"])
      expect(await typed(typ)).toMatchObject({ subject: "user-1" });
    for (const typ of [undefined, "JWT", "logout+jwt", "id+jwt", "at+jwt "])
      await expect(typed(typ)).rejects.toMatchObject({ code: "UNAUTHENTICATED", retryable: false });
    const anyType = createAuthenticator(issuer.settings);
    expect(await anyType(bearer(await issuer.sign(someClaims(), undefined, "JWT")))).toMatchObject({ kind: "user" });
  });

  it.each(refused)("is refused with %s", async (_, makeToken) => {
    const authenticate = createAuthenticator(issuer.settings);
    await expect(authenticate(bearer(await makeToken(issuer)))).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
      retryable: false,
    });
  });

  it.each([["Basic dXNlcjpwYXNz"], ["Bearer"], ["Bearer a b"], [""], [["Bearer a", "Bearer b"]]])(
    "is refused with the Authorization header %j",
    async (authorization) => {
      const authenticate = createAuthenticator(issuer.settings);
      await expect(authenticate({ authorization })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    },
  );

  it("cannot choose its tenant or scopes by a header", async () => {
    const authenticate = createAuthenticator(issuer.settings);
    const forged = { "x-tenant-id": demoTenantId, "x-scopes": "admin", "x-user": "root" };
    expect(await authenticate({ ...forged, ...bearer(await issuer.sign()) })).toMatchObject({ tenantId });
    expect(await authenticate(forged)).toMatchObject({ kind: "anonymous", tenantId: null, scopes: new Set() });
  });
});

describe("a caller in mode none", () => {
  it("is the demo tenant with all scopes", async () => {
    const caller = await createAuthenticator({ mode: "none" })({});
    expect(caller.tenantId).toBe(demoTenantId);
    expect([...caller.scopes].sort()).toEqual(["admin", "operate", "quote", "read", "ship"]);
  });
});

describe("scopes", () => {
  it("are literal: none includes another", async () => {
    const authenticate = createAuthenticator(issuer.settings);
    const admin = await authenticate(bearer(await issuer.sign(someClaims({ scope: "admin" }))));
    expect([hasScope(admin, ["admin"]), hasScope(admin, ["read", "ship"]), hasScope(admin, ["read", "admin"])]).toEqual(
      [true, false, true],
    );
  });

  it("are asked of a user with FORBIDDEN and of the anonymous caller with UNAUTHENTICATED", async () => {
    const authenticate = createAuthenticator(issuer.settings);
    const reader = await authenticate(bearer(await issuer.sign(someClaims({ scope: "read" }))));
    const anonymous = await authenticate({});
    expect(() => requireScope(reader, ["read", "ship"])).not.toThrow();
    expect(() => requireScope(reader, ["ship", "admin"])).toThrow(
      expect.objectContaining({ code: "FORBIDDEN", message: "This needs one of the scopes: ship, admin." }),
    );
    expect(() => requireScope(anonymous, ["read"])).toThrow(expect.objectContaining({ code: "UNAUTHENTICATED" }));
  });
});
