import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { faultsOfTable, refusal } from "./fault-table-faults.js";
import { type Disturbance, type Operation, operations, type Stage, startStage } from "./fault-table-stage.js";

/**
 * What a fault comes to, and how many requests of the operation reach UPS meanwhile. "token" is the token of a purchase;
 * "read" stands for rate, recover and track. REJECTED and ACCOUNT_REFUSED are final. After NOT_SENT and UNAVAILABLE the
 * same may be asked later (a void is: by the worker). UNKNOWN is never sent again. A/B: either, the cut decides. The
 * reason is that of every cell with one.
 */
const table = `
  fault                            | token             | read              | ship               | void              | reason
  nobody listens                   | NOT_SENT 0        | UNAVAILABLE 0     | NOT_SENT 0         | UNAVAILABLE 0     | UNREACHABLE
  nobody speaks TLS                | NOT_SENT 0        | UNAVAILABLE 0     | NOT_SENT 0         | UNAVAILABLE 0     | UNREACHABLE
  reset when connected             | NOT_SENT 0        | UNAVAILABLE 0     | UNKNOWN/NOT_SENT 0 | UNAVAILABLE 0     | UNREACHABLE
  ended when connected             | NOT_SENT 0        | UNAVAILABLE 0     | UNKNOWN/NOT_SENT 0 | UNAVAILABLE 0     | UNREACHABLE
  cut inside the request's headers | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | UNREACHABLE
  cut inside the request's body    | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | UNREACHABLE
  ended inside the request's body  | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | UNREACHABLE

  reset after the request          | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | UNREACHABLE
  reset after the request, once    | ANSWERED 2        | ANSWERED 2        | UNKNOWN 1          | UNAVAILABLE 1     | UNREACHABLE
  half closed after the request    | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | UNREACHABLE
  no answer after the request      | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | TIMEOUT
  a late answer, in time           | ANSWERED 1        | ANSWERED 1        | ANSWERED 1         | ANSWERED 1        | -
  cut inside the answer's headers  | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | UNREACHABLE
  half of the answer's body        | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR
  ten bytes of the answer          | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | UNREACHABLE
  an answer that trickles          | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | TIMEOUT
  a body of 100 MB                 | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR

  301 elsewhere                    | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR
  307 elsewhere                    | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR
  308 elsewhere                    | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR
  400 in UPS's words               | ACCOUNT_REFUSED 1 | REJECTED 1        | REJECTED 1         | REJECTED 1        | BAD_CREDENTIALS
  400 for UPS's own trouble        | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | CARRIER_FAULT
  400 without UPS's words          | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR
  401 once                         | ACCOUNT_REFUSED 1 | ANSWERED 2        | ANSWERED 2         | ANSWERED 2        | BAD_CREDENTIALS
  401 always                       | ACCOUNT_REFUSED 1 | ACCOUNT_REFUSED 2 | ACCOUNT_REFUSED 2  | ACCOUNT_REFUSED 2 | BAD_CREDENTIALS
  403 in UPS's words               | ACCOUNT_REFUSED 1 | ACCOUNT_REFUSED 1 | ACCOUNT_REFUSED 1  | ACCOUNT_REFUSED 1 | BAD_CREDENTIALS
  429 once                         | ANSWERED 2        | ANSWERED 2        | NOT_SENT 1         | UNAVAILABLE 1     | RATE_LIMITED
  429 always                       | NOT_SENT 3        | UNAVAILABLE 3     | NOT_SENT 1         | UNAVAILABLE 1     | RATE_LIMITED
  429, Retry-After 120             | NOT_SENT 1        | UNAVAILABLE 1     | NOT_SENT 1         | UNAVAILABLE 1     | RATE_LIMITED
  429, Retry-After a date          | NOT_SENT 1        | UNAVAILABLE 1     | NOT_SENT 1         | UNAVAILABLE 1     | RATE_LIMITED
  500 in UPS's words               | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | CARRIER_FAULT
  502 with a page                  | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | CARRIER_FAULT
  503 in UPS's words               | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | CARRIER_FAULT
  503 twice                        | ANSWERED 3        | ANSWERED 3        | UNKNOWN 1          | UNAVAILABLE 1     | CARRIER_FAULT
  200 with a page                  | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR
  200 with an error                | ACCOUNT_REFUSED 1 | REJECTED 1        | REJECTED 1         | REJECTED 1        | BAD_CREDENTIALS
  200 with an unknown error        | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR
  200 with UPS's own trouble       | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | CARRIER_FAULT
  200, empty, error in headers     | ACCOUNT_REFUSED 1 | REJECTED 1        | REJECTED 1         | REJECTED 1        | BAD_CREDENTIALS
  200, a page, error in headers    | ACCOUNT_REFUSED 1 | REJECTED 1        | REJECTED 1         | REJECTED 1        | BAD_CREDENTIALS
  400, empty, error in headers     | ACCOUNT_REFUSED 1 | REJECTED 1        | REJECTED 1         | REJECTED 1        | BAD_CREDENTIALS
  400, a page, error in headers    | ACCOUNT_REFUSED 1 | REJECTED 1        | REJECTED 1         | REJECTED 1        | BAD_CREDENTIALS
  503, a page, error in headers    | NOT_SENT 3        | UNAVAILABLE 3     | UNKNOWN 1          | UNAVAILABLE 1     | CARRIER_FAULT
  200 with another shape           | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR
  200 with wrong types             | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR
  200 with null                    | NOT_SENT 1        | UNAVAILABLE 1     | UNKNOWN 1          | UNAVAILABLE 1     | PROTOCOL_ERROR
`;

const rows = table
  .split("\n")
  .filter((line) => line.includes("|"))
  .map((line) => line.split("|").map((cell) => cell.trim()));
const columns = (rows[0] as string[]).slice(1);
const columnOf = (operation: Operation) => (columns.includes(operation) ? operation : "read");
const cells = rows.slice(1).map(([fault = "", ...expected]) => ({
  fault,
  reason: expected[columns.indexOf("reason")] as string,
  expected: Object.fromEntries(
    operations.map((operation) => [operation, expected[columns.indexOf(columnOf(operation))] as string]),
  ),
}));

const elsewhere = createServer((_request, response) => {
  visits += 1;
  response.end("{}");
});
let visits = 0;
let stage: Stage;
let faults: Record<string, Disturbance>;
beforeAll(async () => {
  stage = await startStage();
  elsewhere.listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  faults = faultsOfTable(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/api`);
});
afterAll(async () => {
  elsewhere.closeAllConnections();
  elsewhere.close();
  await stage.close();
});

describe("every operation", () => {
  it.each(cells)("under '$fault' comes to what the table says", async ({ fault, expected, reason }) => {
    const disturbance = faults[fault] as Disturbance;
    const seen = await Promise.all(
      operations.map(async (operation) => {
        const { kind, requests, reason: seenReason } = await stage.play(operation, disturbance);
        const cell = expected[operation] as string;
        const [kinds = "", count] = cell.split(" ");
        const isReason = seenReason === undefined || seenReason === reason;
        const isExpected = kinds.split("/").includes(kind) && String(requests) === count && isReason;
        return [operation, isExpected ? cell : `${kind} ${requests} ${seenReason}`];
      }),
    );
    expect(Object.fromEntries(seen)).toEqual(expected);
  });

  it("has a row for every fault", () => {
    expect(cells.map(({ fault }) => fault)).toEqual(Object.keys(faults));
  });

  it("has followed no redirect", () => {
    expect(visits).toBe(0);
  });
});

describe("a body of 100 MB", () => {
  const megabyte = 1024 * 1024;

  it.each(operations)("is hung up on by %s, and not kept in memory", async (operation) => {
    const before = process.memoryUsage().arrayBuffers;
    let sent = Number.POSITIVE_INFINITY;
    const isOver = new Promise<void>((resolve) => {
      const onSent = (bytes: number) => {
        sent = bytes;
        resolve();
      };
      const toxic = { kind: "HUGE_BODY", megabytes: 100, onSent } as const;
      void stage.play(operation, { toxic, limits: { maxBodyBytes: megabyte } });
    });
    await isOver;
    // What the sockets of both sides hold comes on top of the limit.
    expect(sent).toBeLessThan(24 * megabyte);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(24 * megabyte);
  });
});

describe("Retry-After", () => {
  const busy = (retryAfter: string) => refusal(429, "10429", { "retry-after": retryAfter });
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString();

  it.each([
    ["seconds", () => "120"],
    ["a date", () => inSeconds(120)],
  ])("in %s is told to the caller, and the account asks nothing meanwhile, but buys", async (_name, retryAfter) => {
    const { adapter, proxy, arrived } = await stage.open();
    proxy.cutNext("POST /api/rating", busy(retryAfter()));
    const first = await stage.ask(adapter, "rate");
    expect(first).toMatchObject({ kind: "UNAVAILABLE", reason: "RATE_LIMITED" });
    expect(first.retryAfterSeconds).toBeGreaterThan(110);
    expect(first.retryAfterSeconds).toBeLessThanOrEqual(120);
    const kinds = [];
    for (const operation of ["rate", "ship", "void", "recover", "track"] as const) {
      kinds.push((await stage.ask(adapter, operation)).kind);
    }
    expect(kinds).toEqual(["UNAVAILABLE", "ANSWERED", "ANSWERED", "UNAVAILABLE", "UNAVAILABLE"]);
    expect(proxy.seen).toHaveLength(3);
    // Another account is not kept waiting: it fetches its token and buys.
    expect((await stage.ask(adapter, "token")).kind).toBe("ANSWERED");
    expect([arrived("token"), arrived("ship")]).toEqual([1, 2]);
  });

  it("that fits into their time is waited for by those who ask; purchases and voids are sent once, at once", async () => {
    const { adapter, proxy } = await stage.open();
    proxy.cutNext("POST /api/rating", busy("2"));
    const begin = performance.now();
    const patient = await stage.ask(adapter, "rate");
    proxy.cutNext("POST /api/rating", busy("2"));
    expect(performance.now() - begin).toBeGreaterThanOrEqual(1_990);
    const hasty = { ...(await stage.ask(adapter, "rate", 1_900)) };
    const [shipped, voided] = await Promise.all([stage.ask(adapter, "ship"), stage.ask(adapter, "void")]);
    expect([patient, hasty, shipped, voided].map(({ kind }) => kind)).toEqual([
      "ANSWERED",
      "UNAVAILABLE",
      "ANSWERED",
      "ANSWERED",
    ]);
    expect(performance.now() - begin).toBeLessThan(3_900);
    expect(proxy.seen).toHaveLength(5);
  });
});
