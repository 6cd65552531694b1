/** A queue that gives the most probable element first: a binary heap. */
export class StateQueue<T extends { readonly probability: number }> {
  readonly #heap: T[] = [];

  push(state: T): void {
    const heap = this.#heap;
    let at = heap.push(state) - 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (heap[parent]!.probability >= state.probability) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = state;
  }

  pop(): T | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]!.probability > heap[child]!.probability) child++;
      if (heap[child]!.probability <= last.probability) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}
