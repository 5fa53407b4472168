import type { ReactNode } from 'react';
import type { SearchResult } from '../gen/voronka/crm/v1/search_pb';
import { useTranslation } from '../i18n/translation';
import { commandsFor, type Command } from './commands';
import { Found, foundName } from './Found';
import { kinds } from './kinds';
import { openFound } from './open_found';
import styles from './Palette.module.css';
import { recentOf, recentOnes, rememberRecent, type Recent } from './recent';

// An option of the palette.
export interface PaletteRow {
  key: string;
  group: string;
  content: ReactNode;
  run: () => void;
  // It is an answer of the service: no option until the answer is to what is typed by now.
  isFound: boolean;
}

function open(recent: Recent): void {
  rememberRecent(recent);
  openFound(recent);
}

// What is offered: the results, then commands; with nothing typed, what was opened lately.
export function usePaletteRows(typed: string, results: SearchResult[], commands: readonly Command[]): PaletteRow[] {
  const { t } = useTranslation();
  const commandRow = ({ id, name, run }: Command): PaletteRow => ({
    ...{ key: `command-${id}`, group: t('search.commands'), run, isFound: false },
    content: <bdi className={styles.name}>{name}</bdi>,
  });
  const foundRow = (result: SearchResult): PaletteRow => ({
    ...{ key: `found-${result.kind}-${result.id}`, group: t(kinds[result.kind].group), isFound: true },
    content: <Found result={result} />,
    run: () => open(recentOf(result)),
  });
  const recentRow = (recent: Recent): PaletteRow => ({
    ...{ key: `recent-${recent.kind}-${recent.id}`, group: t('search.recent'), isFound: false },
    content: (
      <>
        <bdi className={styles.name}>{foundName(recent.kind, BigInt(recent.id), recent.name, t('search.noName'))}</bdi>
        {recent.clientName && <bdi className={styles.facts}>{recent.clientName}</bdi>}
      </>
    ),
    run: () => open(recent),
  });
  if (!typed.trim()) return [...recentOnes().map(recentRow), ...commands.map(commandRow)];
  return [...results.map(foundRow), ...commandsFor(typed, commands).map(commandRow)];
}
