type Key = Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode'>;

// The code of every key that an input method consumes. Safari sends it for the Enter that ends a composition, after
// `isComposing` has become false.
const consumedKeyCode = 229;

// Whether the key was pressed for the page, and not to choose a word in an input method.
export function isKey(event: Key, key: string): boolean {
  // Nothing newer than `keyCode` says this in Safari.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return event.key === key && !event.isComposing && event.keyCode !== consumedKeyCode;
}
