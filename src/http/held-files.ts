/** Of one process, and the part of it that one tenant may take. */
const mostBytes = 256 * 1_048_576;
const mostOfTenantBytes = 64 * 1_048_576;

/** Files that clients have not taken yet: each is held in memory until its client has it. */
export class HeldFiles {
  readonly #bytes = new Map<string, number>();

  /** Nothing more is to be read for the tenant for now. */
  isFull(tenantId: string): boolean {
    const all = [...this.#bytes.values()].reduce((sum, each) => sum + each, 0);
    return all >= mostBytes || this.#of(tenantId) >= mostOfTenantBytes;
  }

  /** Gives what is called once the client has it, or has gone. */
  hold(tenantId: string, bytes: number): () => void {
    this.#add(tenantId, bytes);
    return () => this.#add(tenantId, -bytes);
  }

  #of(tenantId: string): number {
    return this.#bytes.get(tenantId) ?? 0;
  }

  #add(tenantId: string, bytes: number): void {
    const held = this.#of(tenantId) + bytes;
    if (held === 0) this.#bytes.delete(tenantId);
    else this.#bytes.set(tenantId, held);
  }
}
