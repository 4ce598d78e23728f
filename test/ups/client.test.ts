import { patienceMs } from "../support/patience.js";
import { anAccount, aRateRequest } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

let ups: SimulatedUps;
let count = 0;
beforeAll(async () => {
  ups = await startSimulatedUps();
});
beforeEach(() => ups.reset());
afterAll(() => ups.close());

/** One that no adapter has a token for yet. */
const newAccount = (over: Parameters<typeof anAccount>[0] = {}) => {
  count += 1;
  return anAccount({ accountId: `account-${count}`, ...over });
};
const rate = (account = newAccount(), timeoutMs?: number, adapter = ups.adapter) =>
  adapter.rate(account, aRateRequest(), { purchaseId: null, ...(timeoutMs !== undefined && { timeoutMs }) });
const seen = async (operation: string) =>
  (await ups.control.requests()).filter((request) => request.operation === operation);

describe("a read", () => {
  it.each([
    ["a reset", { kind: "RESET_BEFORE" }],
    ["a lost answer", { kind: "LOSE_ANSWER" }],
    ["half an answer", { kind: "HALF_BODY" }],
    ["an outage", { kind: "STATUS", status: 503 }],
    ["a 429", { kind: "RATE_LIMIT" }],
  ] as const)("is repeated after %s", async (_name, fault) => {
    await ups.control.addFault({ operation: "RATE", times: 2, ...fault });
    expect(await rate(newAccount(), undefined, ups.another())).toMatchObject({ kind: "ANSWERED" });
    expect(await seen("RATE")).toHaveLength(3);
  });

  it.each([
    ["an outage", { kind: "STATUS", status: 500 }, "CARRIER_FAULT", 3],
    ["an HTML page", { kind: "HTML", status: 200 }, "PROTOCOL_ERROR", 1],
    ["a redirect", { kind: "REDIRECT", location: "http://127.0.0.1:9/elsewhere" }, "PROTOCOL_ERROR", 1],
    ["a 429", { kind: "RATE_LIMIT" }, "RATE_LIMITED", 3],
  ] as const)("gives up on %s that lasts", async (_name, fault, reason, attempts) => {
    await ups.control.addFault({ operation: "RATE", times: 10, ...fault });
    expect(await rate(newAccount(), undefined, ups.another())).toMatchObject({ kind: "UNAVAILABLE", reason });
    expect(await seen("RATE")).toHaveLength(attempts);
  });

  it("keeps its time limit over all attempts", async () => {
    await ups.control.addFault({ operation: "RATE", kind: "HANG", times: 10 });
    const start = performance.now();
    expect(await rate(newAccount(), 1_000)).toMatchObject({ kind: "UNAVAILABLE", reason: "TIMEOUT" });
    // A limit for each attempt would have let a second one begin.
    expect(await seen("RATE")).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(patienceMs);
  });

  it("waits as long as Retry-After says", async () => {
    await ups.control.addFault({ operation: "RATE", kind: "RATE_LIMIT", retryAfter: "1", times: 1 });
    const start = performance.now();
    expect(await rate()).toMatchObject({ kind: "ANSWERED" });
    expect(performance.now() - start).toBeGreaterThanOrEqual(950);
  });

  it("stops repeating when UPS fails for everyone", async () => {
    const adapter = ups.another();
    await ups.control.addFault({ operation: "RATE", kind: "STATUS", status: 503, times: 1_000 });
    const account = newAccount();
    for (let index = 0; index < 40; index += 1) await rate(account, undefined, adapter);
    expect((await seen("RATE")).length).toBeLessThanOrEqual(40 + 10 + 5);
  });

  it("says what is missing for an environment without an address", async () => {
    expect(await rate(newAccount({ environment: "TEST" }))).toMatchObject({
      kind: "UNAVAILABLE",
      message: "No UPS address is configured for accounts of environment TEST",
    });
  });

  it("reads lists written as single objects and the other way round", async () => {
    await ups.control.addFault({ operation: "ANY", kind: "SHAPE" });
    expect(await rate()).toMatchObject({ kind: "ANSWERED" });
  });
});

describe("the access token", () => {
  it("is fetched once for fifty calls at a time", async () => {
    const account = newAccount();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => rate(account)));
    expect(outcomes.every((outcome) => outcome.kind === "ANSWERED")).toBe(true);
    expect(await seen("TOKEN")).toHaveLength(1);
  });

  it("is fetched once by three instances that share a store", async () => {
    const account = newAccount();
    const adapters = [ups.another(), ups.another(), ups.another()];
    await Promise.all(
      adapters.flatMap((adapter) => [rate(account, undefined, adapter), rate(account, undefined, adapter)]),
    );
    expect(await seen("TOKEN")).toHaveLength(1);
  });

  it("is taken from the store by an instance that starts later", async () => {
    const account = newAccount();
    await rate(account);
    await rate(account, undefined, ups.another());
    expect(await seen("TOKEN")).toHaveLength(1);
  });

  it("is one per account and per version of the credentials", async () => {
    const account = newAccount();
    await rate(account);
    await rate({ ...account, credentialVersion: 2 });
    await rate(newAccount());
    expect(await seen("TOKEN")).toHaveLength(3);
  });

  it("is had with a secret full of special characters", async () => {
    expect(await rate(newAccount({ clientSecret: "a&b+c/d=e:f ü%" }))).toMatchObject({ kind: "ANSWERED" });
  });

  it("is renewed by one attempt when UPS refuses it", async () => {
    await ups.control.addFault({ operation: "RATE", kind: "UNAUTHORIZED", times: 1 });
    expect(await rate()).toMatchObject({ kind: "ANSWERED" });
    expect((await ups.control.requests()).map((request) => request.operation)).toEqual([
      "TOKEN",
      "RATE",
      "TOKEN",
      "RATE",
    ]);
  });

  it("is renewed before UPS's end of it", async () => {
    let nowMs = Date.now();
    const adapter = ups.another({ clock: { now: () => new Date(nowMs) } });
    const account = newAccount();
    await rate(account, undefined, adapter);
    nowMs += 11_000 * 1_000;
    await rate(account, undefined, adapter);
    expect(await seen("TOKEN")).toHaveLength(1);
    nowMs += 600 * 1_000;
    await rate(account, undefined, adapter);
    expect(await seen("TOKEN")).toHaveLength(2);
  });

  it("goes on being used after its time of renewal while UPS gives no other", async () => {
    let nowMs = Date.now();
    const adapter = ups.another({ clock: { now: () => new Date(nowMs) } });
    const account = newAccount();
    await rate(account, undefined, adapter);
    nowMs += 12_000 * 1_000;
    await ups.control.addFault({ operation: "TOKEN", kind: "STATUS", status: 503, times: 10 });
    expect(await rate(account, undefined, adapter)).toMatchObject({ kind: "ANSWERED" });
  });

  it("is refused with wrong credentials", async () => {
    expect(await rate(newAccount({ clientSecret: "wrong-secret" }))).toMatchObject({
      kind: "ACCOUNT_REFUSED",
      reason: "BAD_CREDENTIALS",
      messages: [{ code: "10401" }],
    });
  });

  it("needs no store that works", async () => {
    const away = () => Promise.reject(new Error("the database is away"));
    const broken = { read: away, acquireLease: away, write: away, releaseLease: away, forget: away };
    expect(await rate(newAccount(), undefined, ups.another({ tokens: broken }))).toMatchObject({ kind: "ANSWERED" });
  });

  it("is fetched by another instance when the one with the lease is gone", async () => {
    const account = newAccount();
    const { tenantId, accountId, credentialVersion } = account;
    await ups.store.acquireLease({ tenantId, accountId, credentialVersion });
    const adapter = ups.another({ limits: { tokenLeaseSeconds: 0.05 } });
    expect(await rate(account, undefined, adapter)).toMatchObject({ kind: "ANSWERED" });
  });

  it("leaves a call of a persistently missing product with its reason", async () => {
    expect(await rate(newAccount({ clientId: "client-without-rating" }))).toMatchObject({
      kind: "ACCOUNT_REFUSED",
      reason: "PRODUCT_NOT_ADDED",
    });
  });
});
