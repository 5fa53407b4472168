// The streams that a browser has open now: of the six connections that it allows itself to a site over HTTP/1.1.
export function countStreams(context) {
  const open = new Set();
  const isStream = (request) => /WatchChanges|Subscribe$/.test(request.url());
  context.on('request', (request) => isStream(request) && open.add(request));
  for (const end of ['requestfinished', 'requestfailed']) context.on(end, (request) => open.delete(request));
  // Of a page that is closed nothing more is told.
  const isThere = (request) => !request.frame().page().isClosed();
  return { now: () => [...open].filter(isThere).length };
}
