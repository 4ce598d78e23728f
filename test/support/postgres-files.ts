import { execFile } from "node:child_process";
import { chown, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import type { PostgresPrograms } from "./postgres-programs.js";

/** The files of a PostgreSQL that is stopped, or of one that is copied while it runs. */
export class PostgresFiles {
  constructor(
    readonly folder: string,
    private readonly programs: PostgresPrograms,
  ) {}

  get data(): string {
    return join(this.folder, "data");
  }

  /** Makes the folder of the data, which is empty. */
  async prepare(): Promise<void> {
    await this.own(this.folder);
    await this.ownFolder(this.data);
  }

  initialise(): Promise<void> {
    const options = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
    return this.#run(this.programs.initdb, ["-D", this.data, ...options]);
  }

  /** From now on it follows the primary at that port. */
  async follow(port: number, name: string): Promise<void> {
    const primary = `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres application_name=${name}'\n`;
    await writeFile(join(this.data, "postgresql.auto.conf"), primary);
    await this.#signal("standby.signal");
  }

  /** A base backup of the one that runs at `port` into the folder `to`, which is empty; by hand where the program is missing. */
  async backUp(port: number, to: string): Promise<void> {
    const { basebackup } = this.programs;
    const from = ["-h", "127.0.0.1", "-p", String(port), "-U", "postgres"];
    if (basebackup) await this.#run(basebackup, [...from, "-D", to, "-c", "fast", "-X", "stream"]);
    else await this.#backUpByHand(port, to);
  }

  async #backUpByHand(port: number, to: string): Promise<void> {
    const client = new Client({ connectionString: `postgres://postgres@127.0.0.1:${port}/postgres` });
    await client.connect();
    await client.query("select pg_backup_start('copy', true)");
    await this.#run("cp", ["-a", `${this.data}/.`, to]);
    const { rows } = await client.query("select labelfile from pg_backup_stop()");
    await client.end();
    for (const file of ["postmaster.pid", "postmaster.opts"]) await rm(join(to, file), { force: true });
    await writeFile(join(to, "backup_label"), rows[0].labelfile);
    await this.own(join(to, "backup_label"));
  }

  /** Puts a base backup in the place of the data, to be brought to a moment by the archived log when it starts. */
  async replaceBy(backup: string, archive: string, moment: Date): Promise<void> {
    await rm(this.data, { recursive: true });
    await this.#run("cp", ["-a", backup, this.data]);
    const settings = [
      `restore_command = 'cp ${archive}/%f %p'`,
      `recovery_target_time = '${moment.toISOString().replace("T", " ").replace("Z", "+00")}'`,
      "recovery_target_action = 'promote'",
    ];
    await writeFile(join(this.data, "postgresql.auto.conf"), `${settings.join("\n")}\n`);
    await this.#signal("recovery.signal");
  }

  /** Moves the write-ahead log to a folder on another disk. */
  async moveLog(to: string): Promise<void> {
    await this.#run("mv", [join(this.data, "pg_wal"), to]);
    await this.#run("ln", ["-s", to, join(this.data, "pg_wal")]);
  }

  /** A new folder that PostgreSQL may write in. */
  async ownFolder(path: string): Promise<void> {
    await mkdir(path, { mode: 0o700 });
    await this.own(path);
  }

  async own(path: string): Promise<void> {
    const { runAs } = this.programs;
    if (runAs) await chown(path, runAs.uid, runAs.gid);
  }

  async #signal(file: string): Promise<void> {
    await writeFile(join(this.data, file), "");
    await this.own(join(this.data, file));
  }

  async #run(program: string, args: string[]): Promise<void> {
    const env = { PATH: process.env.PATH };
    await promisify(execFile)(program, args, { cwd: this.folder, env, ...this.programs.runAs });
  }
}
