import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { type EntryKey, type EntryKind, entryKinds } from "./journal.js";

/** The process that stores an entry: nobody else touches it while that one lives. */
export interface Owner {
  host: string;
  pid: number;
  /** Of one start: a restarted container has the same host and number. */
  instance: string;
}

export interface EntryName extends EntryKey {
  owner: Owner;
  /** File name, without the folder. */
  file: string;
}

const ending = ".answer";
const separator = "@";
const asideEnding = ".aside";

export function thisProcess(): Owner {
  const host = encodeURIComponent(hostname()).slice(0, 63) || "host";
  return { host, pid: process.pid, instance: randomBytes(6).toString("hex") };
}

let entries = 0;

/** A name that no other file has. */
export function newName({ kind, tenantId, id }: EntryKey, owner: Owner): EntryName {
  entries += 1;
  const parts = [kind, tenantId, id, owner.host, owner.pid, owner.instance, entries];
  return { kind, tenantId, id, owner, file: `${parts.join(separator)}${ending}` };
}

/** Of an entry that was set aside too. */
export const parseAnyName = (file: string): EntryName | null => {
  const entry = parseName(isAside(file) ? file.slice(0, -asideEnding.length) : file);
  return entry && { ...entry, file };
};

/** Null: it is no entry. */
export function parseName(file: string): EntryName | null {
  if (!file.endsWith(ending)) return null;
  const parts = file.slice(0, -ending.length).split(separator);
  const [kind, tenantId, id, host, pid, instance] = parts;
  if (parts.length !== 7 || !entryKinds.includes(kind as EntryKind) || !tenantId || !id) return null;
  return { kind: kind as EntryKind, tenantId, id, owner: { host: host!, pid: Number(pid), instance: instance! }, file };
}

/** Under this name nobody settles it, and people find it. */
export const asideName = (file: string): string => `${file}${asideEnding}`;
export const isAside = (file: string): boolean => file.endsWith(asideEnding);

/** The owner is gone, as far as its own host can tell; another host's may live. */
export function isGone(owner: Owner, ours: Owner): boolean {
  if (owner.host !== ours.host) return false;
  return owner.pid === ours.pid ? owner.instance !== ours.instance : !isAlive(owner.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
