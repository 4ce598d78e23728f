import { type Change, CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

/** A deliberate break: what graphql-inspector calls the change, and why it was made when. */
export interface Waiver {
  type: string;
  path: string;
  reason: string;
  /** YYYY-MM-DD */
  date: string;
}

/** Directives of federation are not defined in the text itself. */
const read = (sdl: string) => buildSchema(sdl, { assumeValid: true, assumeValidSDL: true });

const isWaived = (change: Change, waivers: Waiver[]) =>
  waivers.some(({ type, path }) => type === change.type && path === change.path);

/** What breaks clients of the old schema and nobody has waived, as `TYPE path: message`. */
export async function breakingChanges(before: string, after: string, waivers: Waiver[]): Promise<string[]> {
  const changes = await diff(read(before), read(after));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking && !isWaived(change, waivers))
    .map(({ type, path, message }) => `${type} ${path}: ${message}`);
}
