// How long the page's scripts keep a frame waiting.
const scripts = new Set(['EventDispatch', 'FunctionCall', 'FireAnimationFrame', 'TimerFire', 'RunMicrotasks']);

// Those that are not part of another.
function outermost(events) {
  let end = 0;
  return events
    .filter(({ name, dur }) => scripts.has(name) && dur)
    .sort((a, b) => a.ts - b.ts)
    .filter(({ ts, dur }) => ts >= end && (end = ts + dur));
}

// Main-thread time that the page's scripts take before each frame, in milliseconds.
export function scriptingOfFrames(events) {
  const frames = events.filter(({ name }) => name === 'Commit').map(({ ts }) => ts).sort((a, b) => a - b);
  const sums = new Map(frames.map((ts) => [ts, 0]));
  for (const { ts, tdur = 0 } of outermost(events)) {
    const frame = frames.find((commit) => commit >= ts);
    if (frame !== undefined) sums.set(frame, sums.get(frame) + tdur / 1000);
  }
  return [...sums.values()];
}

const categories = ['devtools.timeline', 'devtools.timeline.frame', 'disabled-by-default-devtools.timeline'];

// What the page's main thread did meanwhile: the thread that gets these events.
export async function traced(browser, page, type, act) {
  await browser.startTracing(page, { categories });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const { pid, tid } = traceEvents.find(({ name, args }) => name === 'EventDispatch' && args.data.type === type);
  return traceEvents.filter((event) => event.pid === pid && event.tid === tid);
}
