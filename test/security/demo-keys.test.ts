import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDemoKeys } from "../../src/security/demo-keys.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-keys-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("loadDemoKeys", () => {
  it("makes two different keys, readable by the owner only", async () => {
    const { secretKeys, linkSigningKeys } = await loadDemoKeys(join(folder, "new"));
    const [secret, signing] = [secretKeys[0]?.bytes, linkSigningKeys[0]?.bytes];
    expect([secret?.length, signing?.length]).toEqual([32, 32]);
    expect(secret).not.toEqual(signing);
    expect((await stat(join(folder, "new", "keys.json"))).mode & 0o777).toBe(0o600);
  });

  it("gives the same keys after a restart", async () => {
    expect(await loadDemoKeys(folder)).toEqual(await loadDemoKeys(folder));
  });

  it("gives the same keys to all of several first starts at once", async () => {
    const starts = await Promise.all(Array.from({ length: 8 }, () => loadDemoKeys(folder)));
    expect(new Set(starts.map((keys) => JSON.stringify(keys))).size).toBe(1);
    expect(await readdir(folder)).toEqual(["keys.json"]);
  });

  it("fails on a damaged file instead of making new keys that open nothing", async () => {
    await writeFile(join(folder, "keys.json"), "{");
    await expect(loadDemoKeys(folder)).rejects.toThrow();
  });
});
