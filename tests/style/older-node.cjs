// For `node --require`: takes away the globals that browsers have and Node.js 18 of Debian 12 has not. A unit test that
// needs one provides it.
for (const name of ['crypto', 'CustomEvent', 'File', 'navigator', 'WebSocket']) delete globalThis[name];
