import type { ReactNode } from 'react';
import styles from './RowTable.module.css';

// A table whose rows lead somewhere: the link in the first cell covers its row. On a phone, each row is a card. Rows have
// the classes of its style sheet.
export function RowTable({ columns, children }: { columns: string[]; children: ReactNode }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
