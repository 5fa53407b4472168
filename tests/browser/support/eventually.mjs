// Polls until the condition holds.
export async function eventually(ask, { timeoutMs = 30_000, everyMs = 25 } = {}) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`not so within ${timeoutMs} ms: ${ask}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
