// A KeyboardEvent, as far as it counts here. `keyCode` is deprecated there.
interface Key {
  key: string;
  isComposing: boolean;
  keyCode: number;
}

// The code of every key that an input method consumes. Safari sends it for the Enter that ends a composition, after
// `isComposing` has become false.
const consumedKeyCode = 229;

// Whether the key was pressed for the page, and not to choose a word in an input method.
export function isKey(event: Key, key: string): boolean {
  // Nothing newer than `keyCode` says this in Safari.
  return event.key === key && !event.isComposing && event.keyCode !== consumedKeyCode;
}
