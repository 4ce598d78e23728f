import { randomUUID } from "node:crypto";
import type { CarrierCall } from "../../src/carrier/ports.js";
import { closeDatabase, openDatabase } from "../../src/database/data-source.js";
import { readInTenant } from "../../src/database/tenant-transaction.js";
import { allEntities } from "../../src/entities/all-entities.js";
import { CarrierRequest } from "../../src/entities/carrier-request.js";
import { TrackedWork } from "../../src/jobs/background-work.js";
import { noJournal } from "../../src/journal/journal.js";
import type { Log, LogFields } from "../../src/log.js";
import { createCallLog } from "../../src/shipping/account/call-log.js";
import { createAccount } from "../support/accounts.js";
import { silentLog, startTestService, type TestService } from "../support/service.js";

let service: TestService;
let background: TrackedWork;
let warnings: LogFields[];
beforeAll(async () => {
  service = await startTestService();
});
beforeEach(() => {
  background = new TrackedWork();
  warnings = [];
});
afterAll(() => service.close());

const log: Log = { ...silentLog, warn: (_, fields = {}) => void warnings.push(fields) };

const newAccountId = async (tenantId = service.tenantId): Promise<string> =>
  (await createAccount(service, {}, { tenantId })).carrierAccount.id;

function aCall(changes: Partial<CarrierCall> & { accountId: string }): CarrierCall {
  return {
    tenantId: service.tenantId,
    purchaseId: null,
    operation: "RATE",
    startedAt: new Date("2026-05-01T10:00:00.000Z"),
    durationMs: 12.6,
    httpStatus: 200,
    carrierErrorCode: null,
    transactionId: randomUUID(),
    carrierTransactionId: "ups-1",
    ...changes,
  };
}

const rowsOf = (accountId: string, tenantId = service.tenantId) =>
  readInTenant(service.database, tenantId, (manager) =>
    manager.find(CarrierRequest, { where: { accountId }, order: { id: "ASC" } }),
  );

describe("the log of carrier calls", () => {
  it("has written every call, in order, once the background work is done", async () => {
    const accountId = await newAccountId();
    const calls = createCallLog(service.database, log, background, noJournal);
    const failed = { httpStatus: null, carrierErrorCode: "250002", purchaseId: "lpu_1", operation: "SHIP" as const };
    const recorded = [aCall({ accountId }), aCall({ accountId, ...failed })];
    for (const call of recorded) calls.record(call);
    await background.settled();

    expect(await rowsOf(accountId)).toEqual(
      recorded.map((call) => ({
        ...call,
        id: expect.stringMatching(/^crq_/),
        startedAt: "2026-05-01T10:00:00.000Z",
        durationMs: 13,
      })),
    );
  });

  it("writes what comes while it is writing, and starts again after a rest", async () => {
    const accountId = await newAccountId();
    const calls = createCallLog(service.database, log, background, noJournal);
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 700; count += 1) calls.record(aCall({ accountId }));
      if (round > 0) await background.settled();
      else await new Promise((resolve) => setImmediate(resolve));
    }
    await background.settled();
    expect(await rowsOf(accountId)).toHaveLength(2_100);
    expect(warnings).toEqual([]);
  });

  it("keeps each tenant's calls apart", async () => {
    const tenantId = service.otherTenantId;
    const mine = await newAccountId();
    const theirs = await newAccountId(tenantId);
    const calls = createCallLog(service.database, log, background, noJournal);
    for (const call of [aCall({ accountId: mine }), aCall({ accountId: theirs, tenantId })]) calls.record(call);
    await background.settled();
    expect(await rowsOf(mine)).toHaveLength(1);
    expect(await rowsOf(theirs, tenantId)).toHaveLength(1);
    expect(await rowsOf(theirs)).toHaveLength(0);
  });

  it("gives up what cannot be written, says how many, and goes on", async () => {
    const accountId = await newAccountId();
    const calls = createCallLog(service.database, log, background, noJournal);
    calls.record(aCall({ accountId: "cac_unknown", tenantId: service.otherTenantId }));
    calls.record(aCall({ accountId: "cac_any", tenantId: "no uuid" }));
    calls.record(aCall({ accountId }));
    await background.settled();
    expect(warnings.map(({ count }) => count)).toEqual([1, 1]);
    calls.record(aCall({ accountId }));
    await background.settled();
    expect(await rowsOf(accountId)).toHaveLength(2);
  });

  it("neither throws nor waits when there is no database", async () => {
    const database = await openDatabase({ url: service.testDatabase.url, entities: allEntities, poolSize: 1 });
    await closeDatabase(database);
    const calls = createCallLog(database, log, background, noJournal);
    for (let count = 0; count < 10_005; count += 1) calls.record(aCall({ accountId: "cac_any" }));
    await background.settled();
    const dropped = warnings.filter(({ error }) => error === undefined);
    expect(dropped).toHaveLength(5);
    expect(warnings.reduce((sum, { count }) => sum + Number(count), 0)).toBe(10_005);
  });
});
