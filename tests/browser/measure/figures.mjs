// Statistics of measured times, in milliseconds.
export function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

const shown = (ms) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

export function report(what, times, goal) {
  const figures = { p50: percentile(times, 0.5), p99: percentile(times, 0.99), most: Math.max(...times) };
  const text = Object.entries(figures).map(([name, ms]) => `${name} ${shown(ms)}`).join(', ');
  console.log(`${what}: ${text} (${times.length} times; goal: ${goal})`);
}
