export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'voronka-language';

export function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((language) => language === value);
}

// The language that somebody has chosen in this browser.
export function chosenLanguage(): Language | undefined {
  const chosen = localStorage.getItem(storageKey);
  return isLanguage(chosen) ? chosen : undefined;
}

// The chosen language, else the first of the browser's languages that the client has; else English.
export function language(): Language {
  const chosen = chosenLanguage();
  if (chosen) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

// Calls `choose` when the user chooses a language in another tab.
export function followLanguage(choose: (chosen: Language) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === storageKey && isLanguage(newValue)) choose(newValue);
  });
}

export function rememberLanguage(chosen: Language): void {
  localStorage.setItem(storageKey, chosen);
}
