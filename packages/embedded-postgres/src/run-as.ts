import { readFileSync } from "node:fs";

/** Who PostgreSQL runs as. Null: the user of this process. */
export type RunAs = { uid: number; gid: number } | null;

/** `postgres` if the system has it, else `nobody`; both have an entry in /etc/passwd, which initdb insists on. */
const ordinaryUsers = ["postgres", "nobody"];

/**
 * PostgreSQL refuses root: as root, the ordinary user to run it as; `owner`, the uid that a cluster made earlier
 * belongs to, goes before the list. Throws when there is none. No user is ever created.
 */
export function findOrdinaryUser(owner: number | null): RunAs {
  if (process.getuid?.() !== 0) return null;
  const users = readUsers();
  const found = owner === null ? undefined : users.find((user) => user.uid === owner && owner !== 0);
  const chosen = found ?? ordinaryUsers.map((name) => users.find((user) => user.name === name)).find(Boolean);
  if (!chosen) {
    throw new Error(
      "PostgreSQL does not run as root, and /etc/passwd has neither `postgres` nor `nobody`. " +
        "Run as an ordinary user or set DATABASE_URL.",
    );
  }
  return { uid: chosen.uid, gid: chosen.gid };
}

function readUsers(): { name: string; uid: number; gid: number }[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length > 3)
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }));
}

/**
 * How a program of PostgreSQL finds a cluster. Its working directory is entered before root is given up, and
 * /proc/self/cwd needs no permission on the folders above: that is what makes a cluster under a 0700 home work.
 */
export function clusterPlace(clusterDir: string, runAs: RunAs): { cwd: string; path: string } {
  const hidden = runAs !== null && process.platform === "linux";
  return { cwd: clusterDir, path: hidden ? "/proc/self/cwd" : clusterDir };
}
