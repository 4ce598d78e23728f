import { type Authenticator, createAuthenticator } from "../../src/security/authenticate.js";
import { eventually } from "../support/eventually.js";
import { someClaims, startTokenIssuer } from "../support/token-issuer.js";

let issuer: Awaited<ReturnType<typeof startTokenIssuer>>;
let authenticate: Authenticator;

beforeEach(async () => {
  issuer = await startTokenIssuer();
  authenticate = createAuthenticator(issuer.settings);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await issuer.stop();
});

/** Only the clock that keys and tokens are judged by; timers run on. */
function advance(minutes: number): void {
  const now = Date.now() + minutes * 60_000;
  jest.spyOn(Date, "now").mockImplementation(() => now);
}

const ask = (token: string) => authenticate({ authorization: `Bearer ${token}` });
const asOfAnotherAlgorithm = (token: string) =>
  token.replace(/^[^.]+/, Buffer.from(JSON.stringify({ alg: "ES256", kid: "key-1" })).toString("base64url"));
const longLived = (kid?: string) => issuer.sign(someClaims({ exp: Math.floor(Date.now() / 1000) + 86_400 }), kid);

describe("the keys of the token issuer", () => {
  it("are fetched once for many tokens", async () => {
    const token = await longLived();
    await Promise.all(Array.from({ length: 50 }, () => ask(token)));
    expect(issuer.state.fetches).toBe(1);
  });

  it("are fetched at most twice for 1,000 unknown key ids", async () => {
    await ask(await longLived());
    advance(1);
    const bad = await Promise.all(Array.from({ length: 1000 }, (_, n) => longLived(`unknown-${n}`)));
    const results = await Promise.allSettled(bad.map(ask));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1000);
    expect(issuer.state.fetches).toBe(2);
  });

  it("let a hundred tokens of unknown keys wait for them, and everybody whose key is known pass", async () => {
    const good = await longLived();
    await ask(good);
    advance(1);
    let answer = () => {};
    issuer.state.answersAfter = new Promise((resolve) => {
      answer = resolve;
    });
    // Of a known id too: with another algorithm they are no key's.
    const bad = await Promise.all(Array.from({ length: 100 }, (_, n) => longLived(`unknown-${n}`)));
    for (let n = 0; n < 50; n += 1) bad.push(await longLived().then(asOfAnotherAlgorithm));
    const told: { retryable?: boolean }[] = [];
    const asked = bad.map((token) => ask(token).catch((error) => told.push(error)));
    await eventually(() => told.length === 50);
    expect(told.map(({ retryable }) => retryable)).toEqual(told.map(() => true));
    expect(await ask(good)).toMatchObject({ subject: "user-1" });
    answer();
    await Promise.all(asked);
    expect(told.slice(50).map(({ retryable }) => retryable)).toEqual(told.slice(50).map(() => false));
    await expect(ask(await longLived("unknown"))).rejects.toMatchObject({ retryable: false });
  });

  it("are fetched again when the issuer has changed its key", async () => {
    await ask(await longLived());
    await issuer.rotateKey("key-2");
    advance(1);
    expect(await ask(await longLived())).toMatchObject({ subject: "user-1" });
    expect(issuer.state.fetches).toBe(2);
  });

  it("serve on while the issuer is down, asking it once in 30 seconds, and for an hour at most", async () => {
    const token = await longLived();
    await ask(token);
    issuer.state.isDown = true;
    advance(11);
    for (let n = 0; n < 5; n += 1) await ask(token);
    expect(issuer.state.fetches).toBe(2);
    advance(60);
    await expect(ask(token)).rejects.toMatchObject({ code: "UNAUTHENTICATED", retryable: true });
  });

  it("refuse unknown key ids while the issuer is down", async () => {
    await ask(await longLived());
    issuer.state.isDown = true;
    advance(1);
    await expect(ask(await longLived("unknown"))).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("are asked for again after a first failure, which says that trying later may help", async () => {
    issuer.state.isDown = true;
    await expect(ask(await longLived())).rejects.toMatchObject({ code: "UNAUTHENTICATED", retryable: true });
    issuer.state.isDown = false;
    expect(await ask(await longLived())).toMatchObject({ subject: "user-1" });
  });
});
