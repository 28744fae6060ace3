/** The event queue of a simulated day. */
export class EventQueue {
  readonly #plans: { readonly at: number; readonly act: () => void }[] = [];
  now = -Infinity;

  /** An earlier time means now. */
  plan(at: number, act: () => void): void {
    const time = Math.max(at, this.now);
    let index = this.#plans.length;
    while (index > 0 && (this.#plans[index - 1]?.at ?? 0) > time) index -= 1;
    this.#plans.splice(index, 0, { at: time, act });
  }

  run(): void {
    for (let next = this.#plans.shift(); next !== undefined; next = this.#plans.shift()) {
      this.now = next.at;
      next.act();
    }
  }
}
