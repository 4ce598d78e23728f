/** Requests that go on when a test says so. */
export class HeldRequests {
  #waiting: (() => void)[] = [];

  hold(): Promise<void> {
    return new Promise((goOn) => this.#waiting.push(goOn));
  }

  release(): void {
    for (const goOn of this.#waiting.splice(0)) goOn();
  }
}
