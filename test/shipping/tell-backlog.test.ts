import { tellBacklog } from "../../src/jobs/tell-backlog.js";
import type { Log } from "../../src/log.js";
import { createCallBudgets } from "../../src/shipping/budget/call-budgets.js";
import { bought, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { silentLog, startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeEach(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
afterEach(() => service.close());

const limits = { purchases: 60, trackers: 900, tellEvery: 300 };

/** Lines of the log; instances tell at the same time. */
async function told(instances = 1): Promise<unknown[]> {
  const lines: unknown[] = [];
  const keep = (message: string, fields?: object) => void lines.push([message, fields]);
  const log: Log = { ...silentLog, warn: keep, info: keep };
  const { database } = service;
  await Promise.all(Array.from({ length: instances }, () => tellBacklog({ database, log }, limits)));
  return lines;
}

const overdue = (seconds: number) =>
  sql(service, "update label_purchase set next_check_at = now() - make_interval(secs => $1)", [seconds]);
const later = (seconds: number) =>
  sql(service, "update work_backlog set told_at = told_at - make_interval(secs => $1)", [seconds]);

it("says that an account's work falls behind once in five minutes, whichever instance, and when it has caught up", async () => {
  for (let count = 0; count < 3; count += 1) await bought(service);
  const key = { tenantId: service.tenantId, accountId, app: "app" };
  await createCallBudgets(service.database, 40).exchange(key, { wanted: {}, foregroundPerSecond: 0, throttle: null });
  await overdue(50);
  expect(await told()).toEqual([]);
  await overdue(3_600);
  const of = { tenantId: service.tenantId, accountId };
  const behind = { ...of, rowsDue: 3, lagSeconds: 3_600, callsPerSecond: 10 };
  expect(await told(4)).toEqual([["Looking purchases up falls behind.", behind]]);
  expect(await told(4)).toEqual([]);
  await later(299);
  expect(await told()).toEqual([]);
  await later(2);
  expect(await told()).toHaveLength(1);
  await sql(service, "update label_purchase set next_check_at = null");
  expect(await told()).toEqual([]);
  await later(301);
  expect(await told(4)).toEqual([["Looking purchases up has caught up.", of]]);
  expect(await told()).toEqual([]);
});

it("tells of packages that are followed apart, later, and of each account for itself", async () => {
  await bought(service);
  await sql(service, "update tracker set next_check_at = now() - interval '10 minutes'");
  expect(await told()).toEqual([]);
  await sql(service, "update tracker set next_check_at = now() - interval '20 minutes'");
  await overdue(120);
  const lines = (await told()) as [string, object][];
  expect(lines.map(([message]) => message).sort()).toEqual([
    "Following packages falls behind.",
    "Looking purchases up falls behind.",
  ]);
  expect(lines[0]![1]).toMatchObject({ accountId, rowsDue: 1, callsPerSecond: null });
});
