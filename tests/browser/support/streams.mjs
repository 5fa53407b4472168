// The streams that a browser has open: they use some of the six connections it allows per site over HTTP/1.1.
export function countStreams(context) {
  const open = new Set();
  const isStream = (request) => /WatchChanges|Subscribe$/.test(request.url());
  context.on('request', (request) => isStream(request) && open.add(request));
  for (const end of ['requestfinished', 'requestfailed']) context.on(end, (request) => open.delete(request));
  // No further events come from a closed page.
  const isThere = (request) => !request.frame().page().isClosed();
  return { now: () => [...open].filter(isThere).length };
}
