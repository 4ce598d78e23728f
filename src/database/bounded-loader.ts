import DataLoader from "dataloader";
import type { EntityTarget, FindOptionsOrder, FindOptionsWhere, ObjectLiteral } from "typeorm";
import { isStorable } from "../storable-text.js";
import { type Audience, rowsFor } from "./buyers-view.js";
import { type Database, readInTenant } from "./tenant-transaction.js";

/** Whose rows, and how many of them at most. */
export interface FirstOf {
  of: string;
  first: number;
}

/** A hundred rows each make 20,000, of which objects are made in one go. */
const keysAtOnce = 200;

/** One call of `find` for all keys, with the largest number that is asked for; a key that it leaves out has no rows. */
export function firstLoader<E>(find: (keys: string[], first: number) => Promise<Map<string, E[]>>) {
  return new DataLoader<FirstOf, E[], string>(
    async (wanted) => {
      // PostgreSQL's text holds no NUL.
      const keys = [...new Set(wanted.map(({ of }) => of))].filter(isStorable);
      const found = await find(keys, Math.max(...wanted.map((each) => each.first)));
      return wanted.map(({ of, first }) => (found.get(of) ?? []).slice(0, first));
    },
    { cacheKeyFn: ({ of, first }) => `${first} ${of}`, maxBatchSize: keysAtOnce },
  );
}

export interface Bounded<E> {
  key: Extract<keyof E, string>;
  order: FindOptionsOrder<E>;
  also?: FindOptionsWhere<E>;
}

/** The first rows of each key in the order given, of those that the audience may see: one statement for all keys. */
export function boundedLoader<E extends ObjectLiteral>(
  { database, tenantId, audience }: { database: Database; tenantId: string; audience: Audience },
  entity: EntityTarget<E>,
  { key, order, also }: Bounded<E>,
) {
  const place = Object.entries(order).map(([column, direction]) => `each.${column} ${direction}`);
  return firstLoader<E>(async (keys, first) => {
    const rows = await readInTenant(database, tenantId, (manager) => {
      const ranked = manager
        .createQueryBuilder(entity, "each")
        .select("each.id", "id")
        .addSelect(`row_number() over (partition by each.${key} order by ${place.join(", ")})`, "place")
        .setFindOptions({ where: { ...also, ...rowsFor(audience, entity, key, keys) } });
      return manager
        .createQueryBuilder(entity, "row")
        .where(`row.id in (select ranked.id from (${ranked.getQuery()}) ranked where ranked.place <= :first)`)
        .setParameters({ ...ranked.getParameters(), first })
        .setFindOptions({ order })
        .getMany();
    });
    const found = new Map<string, E[]>(keys.map((of) => [of, []]));
    for (const row of rows) found.get(row[key] as string)?.push(row);
    return found;
  });
}
