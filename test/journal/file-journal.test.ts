import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { chmod, readdir, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { AppError } from "../../src/errors.js";
import { FileJournal } from "../../src/journal/file-journal.js";
import { type EntryKey, holding } from "../../src/journal/journal.js";
import type { Log } from "../../src/log.js";
import { createKeyProvider, type Key } from "../../src/security/key-provider.js";
import { createSecretBox } from "../../src/security/secret-box.js";
import { acme } from "../support/tenant-rows.js";
import { throwAwayFolder } from "../support/throw-away-folder.js";

let folder: string;
let told: string[];
const log = { debug() {}, info: tell, warn: tell, error: tell, child: () => log } as Log;
function tell(message: string) {
  told.push(message);
}

const aKey = (id: string): Key => ({ id, bytes: randomBytes(32) });
const firstKey = aKey("first");
const journal = (options: { keys?: Key[]; takenAfterMs?: number } = {}) => {
  const sealer = createSecretBox(createKeyProvider(options.keys ?? [firstKey]));
  return new FileJournal({ folder, sealer, log, takenAfterMs: options.takenAfterMs });
};
const about = (id: string): EntryKey => ({ kind: "SHIP", tenantId: acme, id });
const answer = { number: "1Z12345E0205271688", bytes: randomBytes(5_000), parts: [{ amount: "12.34", none: null }] };
const files = async () => (await readdir(folder)).sort();

/** What is settled, by id. */
async function settled(by: FileJournal, settle: (id: string) => "DONE" | "NOBODYS" = () => "DONE") {
  const seen: Record<string, unknown> = {};
  await by.settleLeft(async ({ id }, value) => {
    seen[id] = value;
    return settle(id);
  });
  return seen;
}

beforeEach(async () => {
  folder = join(await throwAwayFolder("shipping-answers"), "answers");
  told = [];
});
afterEach(async () => {
  await chmod(folder, 0o700).catch(() => undefined);
  await rm(join(folder, ".."), { recursive: true, force: true });
});

it("keeps an answer sealed, for its own user only, until it is stored", async () => {
  const kept = await journal().keep(about("lpu_1"), answer);
  const [file] = await files();
  const modes = [(await stat(folder)).mode & 0o777, (await stat(join(folder, file as string))).mode & 0o777];
  expect(modes).toEqual([0o700, 0o600]);
  const text = (await readFile(join(folder, file as string))).toString("latin1");
  expect(text).not.toContain(answer.number);
  expect(text).not.toContain(answer.bytes.toString("base64").slice(0, 20));
  await kept.forget();
  expect(await files()).toEqual([]);
});

it("gives what a dead process had kept to the next one, as it was", async () => {
  await journal().keep(about("lpu_1"), answer);
  expect(await settled(journal())).toEqual({ lpu_1: answer });
  expect(await files()).toEqual([]);
});

it("takes no part of a file for an answer, and removes what a dead process was writing", async () => {
  await journal().keep(about("lpu_1"), answer);
  const [file] = (await files()) as [string];
  await rename(join(folder, file), join(folder, `${file}.part`));
  expect(await settled(journal())).toEqual({});
  expect(await files()).toEqual([]);
  expect(told).toEqual([]);
});

it("settles what could not be stored, in the same process too, and not while it is being stored", async () => {
  const ours = journal();
  const stored = holding(ours, about("lpu_1"), answer, async () => {
    expect(await settled(ours)).toEqual({});
    throw new Error("no");
  });
  await expect(stored).rejects.toThrow("no");
  expect(await settled(ours)).toEqual({ lpu_1: answer });
  expect(await files()).toEqual([]);
});

it("leaves alone what a living process stores, until it must have given it up", async () => {
  await journal().keep(about("lpu_1"), answer);
  const [file] = await files();
  const parts = (file as string).split("@");
  // The process that runs the tests lives; another host's may live or not.
  for (const owner of [
    [encodeURIComponent(hostname()), process.ppid],
    ["elsewhere", 1],
  ]) {
    const renamed = [...parts.slice(0, 3), ...owner, "abc", "1.answer"].join("@");
    await rename(join(folder, (await files())[0] as string), join(folder, renamed));
    expect(await settled(journal())).toEqual({});
  }
  expect(await settled(journal({ takenAfterMs: -1 }))).toEqual({ lpu_1: answer });
});

it("is settled by one of several servers that share the folder", async () => {
  const before = journal();
  for (let count = 0; count < 20; count++) await before.keep(about(`lpu_${count}`), answer);
  const seen = (await Promise.all([1, 2, 3, 4].map(() => settled(journal())))).flatMap(Object.keys);
  expect(seen.sort()).toEqual([...new Set(seen)].sort());
  expect(seen).toHaveLength(20);
  expect(await files()).toEqual([]);
});

it.each([
  ["cut off", (file: string) => truncate(file, 40)],
  ["empty", (file: string) => truncate(file, 0)],
  ["something else", (file: string) => writeFile(file, "something else")],
])("sets a file aside that is %s, says so, and settles the others", async (_, damage) => {
  const before = journal();
  await before.keep(about("lpu_1"), answer);
  await damage(join(folder, (await files())[0] as string));
  await before.keep(about("lpu_2"), answer);
  const ours = journal();
  expect(await settled(ours)).toEqual({ lpu_2: answer });
  expect(told).toEqual([expect.stringMatching(/set aside/)]);
  expect(await settled(ours)).toEqual({});
  expect(ours.status()).toEqual({ isProtected: true, left: 0, setAside: 1 });
});

it("does not take one purchase's answer for another's", async () => {
  await journal().keep(about("lpu_1"), answer);
  const [file] = await files();
  await rename(join(folder, file as string), join(folder, (file as string).replace("lpu_1", "lpu_2")));
  expect(await settled(journal())).toEqual({});
  expect(told).toEqual([expect.stringMatching(/set aside/)]);
});

it("opens what was sealed before the keys were rotated, and waits for a key that is missing", async () => {
  await journal().keep(about("lpu_1"), answer);
  expect(await settled(journal({ keys: [aKey("other")] }))).toEqual({});
  expect([told, await files()]).toEqual([[expect.stringMatching(/cannot be settled yet/)], [expect.anything()]]);
  expect(await settled(journal({ keys: [aKey("second"), firstKey] }))).toEqual({ lpu_1: answer });
});

it("sets aside what was sealed by another installation under a key of the same name", async () => {
  await journal().keep(about("lpu_1"), answer);
  expect(await settled(journal({ keys: [aKey(firstKey.id)] }))).toEqual({});
  expect(told).toEqual([expect.stringMatching(/set aside/)]);
});

it("keeps for people what the database does not know", async () => {
  await journal().keep(about("lpu_1"), answer);
  const ours = journal();
  await settled(ours, () => "NOBODYS");
  expect(await files()).toEqual([expect.stringMatching(/lpu_1.*\.aside$/)]);
  expect(await settled(ours)).toEqual({});
});

it("waits for the database, and for nothing else that fails", async () => {
  const before = journal();
  for (const id of ["lpu_1", "lpu_2", "lpu_3"]) await before.keep(about(id), answer);
  const ours = journal();
  let isAway = true;
  const tried: string[] = [];
  const turn = () =>
    ours.settleLeft(async ({ id }) => {
      tried.push(id);
      if (isAway) throw new AppError("DATABASE_UNAVAILABLE", "away");
      if (id === tried[0]) throw new Error("a bug");
      return "DONE";
    });
  await expect(turn()).rejects.toThrow("away");
  expect(tried).toHaveLength(1);
  isAway = false;
  await turn();
  expect(new Set(tried).size).toBe(3);
  await turn();
  // The one that failed has a pause.
  expect([tried.length, await files()]).toEqual([4, [expect.stringContaining(tried[0] as string)]]);
});

/** A file system of 64 KB; false: this user may mount none. */
function mountSmallDisk(): boolean {
  mkdirSync(folder, { recursive: true });
  return spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]).status === 0;
}

it("goes on without protection on a full disk, keeps what it has, and is protected again when there is room", async () => {
  if (!mountSmallDisk()) return void console.warn("skipped: only root can mount a small disk");
  try {
    const before = journal();
    await before.keep(about("lpu_1"), answer);
    await writeFile(join(folder, "ballast"), Buffer.alloc(100_000)).catch(() => undefined);
    const ours = journal();
    const stored = await holding(ours, about("lpu_2"), answer, async () => "stored");
    expect([stored, ours.status().isProtected]).toEqual(["stored", false]);
    expect(told).toEqual([expect.stringMatching(/unprotected/)]);
    expect((await files()).filter((file) => file.startsWith("SHIP@"))).toEqual([expect.stringContaining("lpu_1")]);
    await rm(join(folder, "ballast"));
    expect(await settled(ours)).toEqual({ lpu_1: answer });
    expect(ours.status().isProtected).toBe(true);
  } finally {
    spawnSync("umount", ["-l", folder]);
  }
});

it("goes on without protection where nothing can be written, and says so until it can", async () => {
  folder = join(folder, "file");
  await writeFile(join(folder, ".."), "");
  const ours = journal();
  const stored = await holding(ours, about("lpu_1"), answer, async () => "stored");
  expect([stored, ours.status().isProtected]).toEqual(["stored", false]);
  expect(told).toEqual([expect.stringMatching(/unprotected/)]);
  await settled(ours);
  await rm(join(folder, ".."));
  await settled(ours);
  expect(ours.status().isProtected).toBe(true);
  folder = join(folder, "..");
});
