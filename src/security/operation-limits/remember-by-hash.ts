import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Documents of clients and routers are few and come again and again. */
const mostRemembered = 1_000;

/**
 * What `find` says of a text, remembered for those that were asked for last: whoever sends ever new ones makes others'
 * forgotten only once they are not sent any more. Null is not remembered.
 */
export function rememberByHash<T extends NonNullable<unknown>>(
  find: (source: string) => T | null,
): (source: string) => T | null {
  const remembered = new LRUCache<string, T>({ max: mostRemembered });
  return (source) => {
    const hash = createHash("sha256").update(source).digest("base64");
    const before = remembered.get(hash);
    if (before !== undefined) return before;
    const found = find(source);
    if (found !== null) remembered.set(hash, found);
    return found;
  };
}
