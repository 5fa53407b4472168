// Characters that control the direction of text, like U+202E.
const controls = /\p{Bidi_Control}/gu;
// Letters of scripts that are written from right to left.
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';

// Somebody's words for use inside a sentence, so that they cannot turn the rest of it round. The notifier does the same
// in the texts of notifications.
export function isolated(words: string): string {
  const plain = words.replace(controls, '');
  return rightToLeft.test(plain) ? firstStrongIsolate + plain + popDirectionalIsolate : plain;
}
