/** How often a text is sent before it is worth a name, and how many names PostgreSQL keeps plans for. */
const worthNaming = 3;
const mostNames = 300;
const mostCandidates = 1_000;

/**
 * Names for statements that come again, so that PostgreSQL parses and plans them once per connection. Texts that
 * vary (lists of parameters) use up candidates, not names, unless the same one returns.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #candidates = new Map<string, number>();

  /** Undefined: send it unnamed. */
  find(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= mostNames) return name;
    const times = (this.#candidates.get(text) ?? 0) + 1;
    if (times < worthNaming) {
      if (this.#candidates.size >= mostCandidates) this.#candidates.clear();
      this.#candidates.set(text, times);
      return undefined;
    }
    this.#candidates.delete(text);
    const given = `shipping_${this.#names.size}`;
    this.#names.set(text, given);
    return given;
  }
}
