import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openJournal } from "../../packages/ups-simulator/src/ledger/journal.js";
import { prepareDataDir } from "../../src/data-dir.js";
import { FileJournal } from "../../src/journal/file-journal.js";
import { loadDemoKeys } from "../../src/security/demo-keys.js";
import { createKeyProvider } from "../../src/security/key-provider.js";
import { createSecretBox } from "../../src/security/secret-box.js";
import { openToOthers } from "../support/open-to-others.js";
import { silentLog } from "../support/service.js";

let above: string;
let umask: number;
beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), "shipping-data-"));
  // Nobody's fault, and no excuse.
  umask = process.umask(0);
});
afterEach(async () => {
  process.umask(umask);
  await rm(above, { recursive: true, force: true });
});

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe("The data folder", () => {
  it("and what lies in it is readable by its owner only, whatever the umask is", async () => {
    const folder = join(above, "shop", "data");
    await prepareDataDir(folder);
    await loadDemoKeys(folder);
    const { journal } = await openJournal(join(folder, "ups-simulator"));
    await journal.append({ type: "ACCESS_POINT", accessPointId: "U1", status: "OPEN" });
    await journal.close();
    const sealer = createSecretBox(createKeyProvider([{ id: "k", bytes: Buffer.alloc(32, 1) }]));
    const answers = new FileJournal({ folder: join(folder, "answers"), sealer, log: silentLog });
    await answers.keep({ kind: "SHIP", tenantId: "t", id: "lpu_1" }, { some: "answer" });

    expect(await openToOthers(join(above, "shop"))).toEqual([]);
    expect([await modeOf(folder), await modeOf(join(folder, "keys.json"))]).toEqual([0o700, 0o600]);
  });

  it("is closed at the start where it was left open, and keeps what it holds", async () => {
    const folder = join(above, "data");
    await mkdir(join(folder, "answers"), { recursive: true });
    await mkdir(join(folder, "postgres", "base"), { recursive: true });
    for (const file of [
      "keys.json",
      "postgres.log",
      "answers/SHIP.answer",
      "postgres/postgresql.conf",
      "postgres/base/1",
    ])
      await writeFile(join(folder, file), file);
    expect((await openToOthers(folder)).length).toBe(8);

    await prepareDataDir(folder);
    expect(await openToOthers(folder)).toEqual([]);
    expect(await readFile(join(folder, "answers/SHIP.answer"), "utf8")).toBe("answers/SHIP.answer");
  });

  it("that is also somebody's home, or leads elsewhere, is closed as far as it is ours", async () => {
    const [home, elsewhere] = [join(above, "home"), join(above, "elsewhere")];
    await mkdir(home);
    for (const file of [join(home, "keys.json"), join(home, "photo.jpg"), elsewhere]) await writeFile(file, "");
    await symlink(elsewhere, join(home, "postgres.log"));

    await prepareDataDir(home);
    expect(await openToOthers(above)).toEqual(["elsewhere", "home", "home/photo.jpg"]);
  });
});

it("a folder of answers is closed with the files that were kept in it before", async () => {
  const folder = join(above, "answers");
  await mkdir(folder);
  const file = "SHIP@t@lpu_1@host@1@instance@1.answer.aside";
  await writeFile(join(folder, file), "");
  await writeFile(join(folder, "notes.txt"), "");
  await chmod(folder, 0o777);
  const sealer = createSecretBox(createKeyProvider([{ id: "k", bytes: Buffer.alloc(32, 1) }]));

  await new FileJournal({ folder, sealer, log: silentLog }).settleLeft(async () => "DONE");
  expect(await openToOthers(above)).toEqual(["answers/notes.txt"]);
});

it("a simulator's ledger that was left open is closed when it is opened", async () => {
  const file = join(above, "ups-simulator-ledger.jsonl");
  await writeFile(file, "");
  await (await openJournal(above)).journal.close();
  expect(await modeOf(file)).toBe(0o600);
});
