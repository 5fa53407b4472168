import type { TFunction } from 'i18next';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { i18n } from './i18n';

interface Translation {
  t: TFunction;
  i18n: typeof i18n;
}

const Current = createContext<Translation>({ t: i18n.t, i18n });

// Provides the texts of the page. One subscription serves everything below it: a board has hundreds of components with
// texts.
export function Translated({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(i18n.language);
  useEffect(() => {
    i18n.on('languageChanged', setLanguage);
    return () => i18n.off('languageChanged', setLanguage);
  }, []);
  const translation = useMemo(() => ({ t: i18n.getFixedT(language), i18n }), [language]);
  return <Current value={translation}>{children}</Current>;
}

export function useTranslation(): Translation {
  return useContext(Current);
}
