// The text of a file as editors of any system write it: some in the encoding that Russian Windows had, with its line
// ends.
export function textOf(bytes: ArrayBuffer): string {
  return decoded(bytes).replace(/\r\n?/g, '\n');
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
