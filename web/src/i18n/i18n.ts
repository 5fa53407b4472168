import { createInstance } from 'i18next';
import { isolated } from './isolated';
import { followLanguage, language, rememberLanguage, type Language } from './language';

export const i18n = createInstance();

const texts = {
  ru: () => import('./ru'),
  en: () => import('./en'),
};

async function load(chosen: Language): Promise<void> {
  const { default: text } = await texts[chosen]();
  i18n.addResourceBundle(chosen, 'translation', text);
  document.documentElement.lang = chosen;
}

// React escapes markup; the words put into a text must not turn the rest of it round.
export const options = { interpolation: { escapeValue: true, escape: isolated }, returnNull: false } as const;

async function show(chosen: Language): Promise<void> {
  await load(chosen);
  await i18n.changeLanguage(chosen);
}

export async function startI18n(): Promise<void> {
  await i18n.init({ ...options, lng: language(), resources: {} });
  await load(language());
  followLanguage((chosen) => void show(chosen).catch(() => undefined));
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  rememberLanguage(chosen);
  await show(chosen);
}
