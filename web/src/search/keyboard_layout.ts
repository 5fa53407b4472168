const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

// What the keys that were pressed for a Latin text say in the Russian layout: `pflfxb` is «задачи».
export const inRussianLayout = (text: string): string =>
  Array.from(text.toLowerCase(), (key) => russian[latin.indexOf(key)] ?? key).join('');
