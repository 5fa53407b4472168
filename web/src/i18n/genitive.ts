const irregular: Record<string, string> = {
  Павел: 'Павла',
  Пётр: 'Петра',
  Петр: 'Петра',
  Лев: 'Льва',
  Любовь: 'Любови',
};

const rules: [RegExp, string][] = [
  [/([гкхжшщч])а$/, '$1и'],
  [/а$/, 'ы'],
  [/я$/, 'и'],
  [/[йь]$/, 'я'],
  [/([бвгджзклмнпрстфхцчшщ])$/, '$1а'],
];

// A Russian first name in the genitive, as after «у»: Бориса, Анны. Other names are returned unchanged.
export function genitive(name: string): string {
  if (!/^[А-ЯЁ][а-яё]+$/.test(name)) return name;
  if (irregular[name]) return irregular[name];
  const rule = rules.find(([ending]) => ending.test(name));
  return rule ? name.replace(...rule) : name;
}
