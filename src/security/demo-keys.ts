import { randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeFolder } from "../data-dir.js";
import type { Key } from "./key-provider.js";

const keyFile = z.object({ secretKey: z.base64(), linkSigningKey: z.base64() });

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;

const newKey = () => randomBytes(32).toString("base64");

/** Written aside and linked into place, so that of two first starts one wins and no reader sees half a file. */
async function createKeyFile(path: string): Promise<void> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, JSON.stringify({ secretKey: newKey(), linkSigningKey: newKey() }), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft);
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

/**
 * The keys of demo mode: made on the first start, readable by the owner only, the same ever after, so that what was
 * encrypted yesterday opens today. Safe to call from several processes at once.
 */
export async function loadDemoKeys(dataDir: string): Promise<{ secretKeys: Key[]; linkSigningKeys: Key[] }> {
  const path = join(dataDir, "keys.json");
  await makeFolder(dataDir);
  if ((await readIfThere(path)) === null) await createKeyFile(path);
  const { secretKey, linkSigningKey } = keyFile.parse(JSON.parse(await readFile(path, "utf8")));
  return {
    secretKeys: [{ id: "demo", bytes: Buffer.from(secretKey, "base64") }],
    linkSigningKeys: [{ id: "demo", bytes: Buffer.from(linkSigningKey, "base64") }],
  };
}
