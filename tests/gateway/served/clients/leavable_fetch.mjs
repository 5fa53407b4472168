// After a garbage collection, Node forgets that a fetch ends with its signal, and a cancelled stream would stay open.
const plainFetch = globalThis.fetch;

export async function leavableFetch(url, init = {}) {
  const response = await plainFetch(url, init);
  if (!response.body || !init.signal) return response;
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(new TransformStream(), { signal: init.signal }), {
    status,
    statusText,
    headers,
  });
}
