import { Link } from 'wouter';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { clientPath } from '../navigation/client_path';
import type { Column, Named, Row } from './columns';
import styles from './grid.module.css';
import { useNameOf } from './names';

export const pathOf = ({ kind, id }: Named): string => (kind === 'deal' ? `/deals/${id}` : clientPath(kind, id));

// A deal opens over the table.
export const stateFor = ({ kind }: Named) => (kind === 'deal' ? { over: true } : undefined);

// Keys reach the link through its cell.
function NamedLink({ named }: { named: Named }) {
  const { t } = useTranslation();
  const name = useNameOf(named);
  if (name === undefined) return null;
  const usual = named.kind === 'deal' ? dealName(named.id) : t('clientLists.nameless');
  return (
    <Link to={pathOf(named)} state={stateFor(named)} className={styles.link} tabIndex={-1}>
      <bdi>{name || usual}</bdi>
    </Link>
  );
}

function Outward({ text, href }: { text: string; href: string | undefined }) {
  if (!href) return <bdi>{text}</bdi>;
  const isPage = href.startsWith('http');
  return (
    <a
      className={styles.way}
      href={href}
      tabIndex={-1}
      {...(isPage && { target: '_blank', rel: 'noopener noreferrer' })}
    >
      <bdi>{text}</bdi>
    </a>
  );
}

interface CellProps<T extends Row> {
  column: Column<T>;
  row: T;
  nameOf: (userId: bigint) => string;
}

export function textOfCell<T extends Row>({ column, row, nameOf }: CellProps<T>): string {
  return column.text?.(row) ?? column.kind.form.text(column.value(row), { field: column.field, nameOf });
}

// What a cell says: a record by its link, ways to reach somebody, or a text.
export function Cell<T extends Row>(props: CellProps<T>) {
  const { column, row } = props;
  const named = column.named?.(row);
  if (named) return <NamedLink named={named} />;
  const links = column.links?.(row);
  if (links) {
    return links.map(({ text, href }, at) => (
      <span key={text}>
        {at > 0 && ', '}
        <Outward text={text} href={href} />
      </span>
    ));
  }
  const text = textOfCell(props);
  const href = text ? column.kind.link?.(text) : undefined;
  return href ? <Outward text={text} href={href} /> : <bdi>{text}</bdi>;
}
