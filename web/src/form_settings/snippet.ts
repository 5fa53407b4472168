import type { Form } from '../gen/voronka/crm/v1/form_pb';
import { escaped, escapedLines } from './html';
import { nameOnSite, type SiteField } from './site_field';

// The words on the site, by the reader's language.
export type SnippetWords = Record<'name' | 'phone' | 'email' | 'text' | 'trap' | 'send', string>;

type SnippetForm = Pick<Form, 'key' | 'consentText' | 'consentRequired' | 'fieldMap'>;

export const addressOf = (origin: string, key: string): string => `${origin}/forms/${encodeURIComponent(key)}`;

// Off the screen, and not of `type="hidden"`: programs leave such fields alone. The style stands here, so that it comes
// along with the rest; the attributes ask the usual password managers to leave the field empty.
const trap = (words: string): string[] => [
  `  <!-- ${words} -->`,
  '  <div style="position: absolute; left: -100vw; width: 1px; height: 1px; overflow: hidden" aria-hidden="true">',
  '    <input name="_website" tabindex="-1" autocomplete="off" data-1p-ignore data-bwignore data-lpignore="true"',
  '      data-form-type="other">',
  '  </div>',
];

// A field with its label. Nothing if the form's map leaves no name for it.
function labelled(name: string | undefined, label: string, input: (name: string) => string): string[] {
  return name === undefined ? [] : [`  <label>${escaped(label)} ${input(`name="${escaped(name)}"`)}</label>`];
}

function consent({ consentText, consentRequired, fieldMap }: SnippetForm): string[] {
  const name = nameOnSite('consent', fieldMap);
  if (!consentText.trim() || name === undefined) return [];
  const required = consentRequired ? ' required' : '';
  const box = `<input name="${escaped(name)}" type="checkbox" value="yes"${required}>`;
  return [`  <label>${box} ${escapedLines(consentText)}</label>`];
}

// What to paste into a page so that it posts this form: docs/forms.md.
export function snippetOf(form: SnippetForm, origin: string, words: SnippetWords): string {
  const called = (field: SiteField) => nameOnSite(field, form.fieldMap);
  return [
    `<form action="${escaped(addressOf(origin, form.key))}" method="post" data-voronka>`,
    ...labelled(called('client_name'), words.name, (name) => `<input ${name} autocomplete="name" required>`),
    ...labelled(called('phone'), words.phone, (name) => `<input ${name} type="tel" autocomplete="tel" required>`),
    ...labelled(called('email'), words.email, (name) => `<input ${name} type="email" autocomplete="email">`),
    ...labelled(called('text'), words.text, (name) => `<textarea ${name} rows="4"></textarea>`),
    ...consent(form),
    ...trap(words.trap),
    `  <button>${escaped(words.send)}</button>`,
    '</form>',
    `<script src="${escaped(origin)}/site/voronka-form.js" defer></script>`,
  ].join('\n');
}
