// Collects items for `delayMs` and handles them together, at most `largest` per call.
export function batched<T>(delayMs: number, largest: number, act: (items: T[]) => void): (items: T[]) => void {
  const waiting = new Set<T>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const items = [...waiting];
    waiting.clear();
    for (let at = 0; at < items.length; at += largest) act(items.slice(at, at + largest));
  };
  return (items) => {
    items.forEach((item) => waiting.add(item));
    if (waiting.size) timer ??= setTimeout(flush, delayMs);
  };
}
