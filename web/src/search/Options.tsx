import { useTranslation } from '../i18n/translation';
import styles from './Palette.module.css';
import type { PaletteRow } from './rows';

interface OptionsProps {
  id: string;
  rows: PaletteRow[];
  activeId: string | undefined;
  optionId: (key: string) => string;
  choose: (key: string) => void;
  take: (row: PaletteRow) => void;
}

// In their order, which keeps each group together.
function groupsOf(rows: PaletteRow[]): { name: string; rows: PaletteRow[] }[] {
  const groups = new Map<string, PaletteRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups].map(([name, grouped]) => ({ name, rows: grouped }));
}

export function Options({ id, rows, activeId, optionId, choose, take }: OptionsProps) {
  const { t } = useTranslation();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('search.results')}
      className={styles.options}
      // The focus stays in the input.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groupsOf(rows).map((group) => (
        <div key={group.name} role="group" aria-label={group.name}>
          <div className={styles.group} aria-hidden="true">
            {group.name}
          </div>
          {group.rows.map((row) => (
            <div
              key={row.key}
              id={optionId(row.key)}
              role="option"
              aria-selected={optionId(row.key) === activeId}
              className={styles.option}
              data-option={row.key}
              onMouseMove={() => choose(row.key)}
              onClick={() => take(row)}
            >
              {row.content}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
