import { findViolations } from "../../src/database/invariants/find-violations.js";
import { eventually } from "../support/eventually.js";
import { bought, buy, list, purchaseByKey, rate, voidByKey } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";
import { buildPreviousRelease, whyNoPreviousRelease } from "../support/previous-release.js";
import type { ServerProcess } from "../support/server-process.js";

const whyNot = whyNoPreviousRelease();
if (whyNot !== null) process.stderr.write(`The tests of the previous release are skipped: ${whyNot}.\n`);

/** What an upgrade goes through: the schema is migrated, servers of both releases run, then those of the new one. */
(whyNot === null ? describe : describe.skip)("the previous release on the schema of this one", () => {
  let instances: Instances;
  let release: Awaited<ReturnType<typeof buildPreviousRelease>>;
  let before: ServerProcess;
  beforeAll(async () => {
    [release, instances] = await Promise.all([
      buildPreviousRelease(),
      prepareInstances({
        CARRIER_BUY_TIMEOUT_SECONDS: "4",
        RECONCILE_AFTER_SECONDS: "6",
        PURCHASE_ANSWER_SECONDS: "3",
      }),
    ]);
    before = await instances.start({ WORKER: "on" }, { folder: release.folder });
  });
  afterAll(async () => {
    await instances?.close();
    release?.remove();
  });

  const labelOf = async (server: ServerProcess, key: string) => {
    const { shipment } = await purchaseByKey(server, key);
    return Buffer.from(await (await fetch(shipment.packages[0].label.file.url)).arrayBuffer());
  };

  it("rates, buys, lists, prints and voids, and finds out what became of a lost answer", async () => {
    await rate(before);
    await bought(before, "old");
    await list(before);
    expect((await labelOf(before, "old")).byteLength).toBeGreaterThan(100);
    expect(await voidByKey(before, "old")).toEqual({ shipment: { status: "VOIDED" }, userErrors: [] });

    await instances.simulator.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
    expect((await buy(before, "lost")).purchase.state).toBe("UNKNOWN");
    await eventually(
      () => purchaseByKey(before, "lost"),
      ({ state }) => state === "PURCHASED",
    );
  });

  it("serves one database with servers of this release: each prints, voids and repeats what the other bought", async () => {
    const after = await instances.start({ WORKER: "on" });
    for (const [key, first, second] of [
      ["from old to new", before, after],
      ["from new to old", after, before],
    ] as const) {
      const { purchase } = await bought(first, key);
      expect((await bought(second, key)).purchase.id).toBe(purchase.id);
      expect(await labelOf(second, key)).toEqual(await labelOf(first, key));
      expect(await voidByKey(second, key)).toEqual({ shipment: { status: "VOIDED" }, userErrors: [] });
    }
    const both = await Promise.all([before, after].map((server) => buy(server, "at once")));
    expect(new Set(both.map(({ purchase }) => purchase.id)).size).toBe(1);
    await eventually(
      () => purchaseByKey(after, "at once"),
      ({ state }) => state === "PURCHASED",
    );

    // What a server of the previous release claims and dies with may have been sent, as far as the new one can tell.
    await instances.simulator.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
    await buy(before, "left by the old");
    await before.kill();
    await eventually(
      () => purchaseByKey(after, "left by the old"),
      ({ state }) => state === "PURCHASED",
    );

    const adminUrl = instances.database.adminUrl;
    const found = await findViolations({ adminUrl, reconcileAfterSeconds: 6, isAtRest: true });
    expect(found.filter(({ rows }) => rows.length > 0)).toEqual([]);
    const booked = (await instances.simulator.control.ledger()).map(({ references }) => references[0]);
    expect(new Set(booked).size).toBe(booked.length);
    expect(booked).toHaveLength(6);
  });
});
