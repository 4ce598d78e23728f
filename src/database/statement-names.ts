import { createHash } from "node:crypto";

/** How often a text is sent before it is worth a name, and how many names PostgreSQL keeps plans for. */
const worthNaming = 3;
const mostNames = 300;
const mostCandidates = 1_000;

/** The comment of a statement whose best plan depends on its values: it gets no name, and so no plan for any values. */
export const plannedAnew = "planned anew";

/**
 * Names for statements that come again, so that PostgreSQL parses and plans them once per connection. Texts that
 * vary (lists of parameters) use up candidates, not names, unless the same one returns.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #candidates = new Map<string, number>();

  /** Undefined: send it unnamed. */
  find(text: string): string | undefined {
    if (text.startsWith(`/* ${plannedAnew} */`)) return undefined;
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= mostNames) return name;
    const times = (this.#candidates.get(text) ?? 0) + 1;
    if (times < worthNaming) {
      if (this.#candidates.size >= mostCandidates) this.#candidates.clear();
      this.#candidates.set(text, times);
      return undefined;
    }
    this.#candidates.delete(text);
    const fresh = nameOf(text);
    this.#names.set(text, fresh);
    return fresh;
  }
}

/**
 * The same for one text in every process, and never another's: where a pooler shares connections although it does not
 * track statements, a name that is taken or missing is refused, but no other statement is run in its stead.
 */
const nameOf = (text: string) => `shipping_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
