import { runAdmin, withDatabase } from "./database-cluster.js";
import type { TestService } from "./service.js";

const nameOf = (service: TestService) => new URL(service.testDatabase.url).pathname.slice(1);

const ending = (name: string) =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid() and usename is not null`;

/** SQL as the owner of the service's database. */
export const asOwner = (service: TestService, ...statements: string[]) =>
  runAdmin(service.testDatabase.adminUrl, ...statements);

/** A backup of the service's database as it now is, byte for byte; gives what restores it in the place of the other. */
export async function backUp(service: TestService): Promise<{ restore(): Promise<void>; drop(): Promise<void> }> {
  const admin = withDatabase(service.testDatabase.adminUrl, "postgres");
  const name = nameOf(service);
  const [backup, lost] = [`${name}_backup`, `${name}_lost`];
  await runAdmin(admin, ending(name), `create database ${backup} template ${name}`);
  return {
    restore: () =>
      runAdmin(
        admin,
        ending(name),
        `alter database ${name} rename to ${lost}`,
        `alter database ${backup} rename to ${name}`,
      ),
    drop: () => runAdmin(admin, `drop database if exists ${backup}`, `drop database if exists ${lost} with (force)`),
  };
}
