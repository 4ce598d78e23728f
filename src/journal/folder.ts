import { chmod, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { closeAll, makeFolder } from "../data-dir.js";

const partEnding = ".part";

/** Of a file that is being written, or was when its writer died. */
export const partName = (file: string): string => `${file}${partEnding}`;
export const isPart = (file: string): boolean => file.endsWith(partEnding);
/** The name that it was to have; of a part's part too. */
export const wholeName = (part: string): string => part.slice(0, part.indexOf(partEnding));

/** A folder of sealed files that only this user reads. Errors are the file system's. */
export class Folder {
  constructor(readonly path: string) {}

  /** Makes it where it is missing. What others may read of it is sealed all the same, so a folder of theirs will do. */
  async prepare(): Promise<void> {
    await makeFolder(this.path);
    await chmod(this.path, 0o700).catch(() => undefined);
  }

  /** Takes the rights of others from a file. */
  close(file: string): Promise<void> {
    return closeAll(this.#at(file));
  }

  list(): Promise<string[]> {
    return readdir(this.path);
  }

  read(file: string): Promise<Buffer> {
    return readFile(this.#at(file));
  }

  /** When it was written or taken, in milliseconds; null: it is gone. */
  async writtenAt(file: string): Promise<number | null> {
    return (await stat(this.#at(file)).catch(ifGone))?.mtimeMs ?? null;
  }

  /** Under its name it is whole. `isDurable`: it outlives the host's power. Leaves nothing behind when it throws. */
  async write(file: string, bytes: Buffer, isDurable: boolean): Promise<void> {
    const part = partName(file);
    const handle = await this.#create(part);
    try {
      await handle.writeFile(bytes);
      if (isDurable) await handle.sync();
      await handle.close();
      await rename(this.#at(part), this.#at(file));
      if (isDurable) await this.#sync();
    } catch (error) {
      await handle.close().catch(() => undefined);
      for (const left of [part, file]) await this.remove(left).catch(() => undefined);
      throw error;
    }
  }

  /** Other bytes for a file that keeps its name and time. False: it is gone, or goes at this moment. */
  async replace(file: string, bytes: Buffer): Promise<boolean> {
    const before = await stat(this.#at(file)).catch(ifGone);
    if (before === null) return false;
    const part = partName(file);
    await this.remove(part);
    const handle = await this.#create(part);
    await handle.writeFile(bytes);
    await handle.utimes(before.atime, before.mtime);
    await handle.sync();
    await handle.close();
    const isThere = (await stat(this.#at(file)).catch(ifGone)) !== null;
    if (isThere) return (await rename(this.#at(part), this.#at(file)).then(() => this.#sync(), ifGone)) !== null;
    await this.remove(part);
    return false;
  }

  /** False: it is gone, or somebody else was first. */
  async rename(from: string, to: string): Promise<boolean> {
    const isRenamed = await rename(this.#at(from), this.#at(to)).then(() => true, ifGone);
    if (isRenamed === null) return false;
    const now = new Date();
    await utimes(this.#at(to), now, now).catch(() => undefined);
    return true;
  }

  async remove(file: string): Promise<void> {
    await rm(this.#at(file), { force: true });
  }

  #at(file: string): string {
    return join(this.path, file);
  }

  /** Also where somebody has removed the folder. */
  async #create(file: string) {
    const create = () => open(this.#at(file), "wx", 0o600);
    return create().catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      await this.prepare();
      return create();
    });
  }

  /** A file's name is on the disk only when its folder is. */
  async #sync(): Promise<void> {
    const handle = await open(this.path, "r");
    await handle.sync().finally(() => handle.close());
  }
}

function ifGone(error: NodeJS.ErrnoException): null {
  if (error.code !== "ENOENT") throw error;
  return null;
}
