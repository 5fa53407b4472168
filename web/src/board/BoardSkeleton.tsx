import board from './Board.module.css';
import column from './Column.module.css';
import styles from './BoardSkeleton.module.css';

const cardsOfColumn = [3, 2, 4, 1, 2, 3];

// The shape of a board while it loads, so that it does not look like an empty one.
export function BoardSkeleton({ narrow }: { narrow: boolean }) {
  return (
    <div className={board.board} aria-hidden="true">
      {cardsOfColumn.slice(0, narrow ? 1 : undefined).map((cards, at) => (
        <div key={at} className={`${column.column} ${styles.column}`}>
          <div className={styles.title} />
          {Array.from({ length: cards }, (_, card) => (
            <div key={card} className={styles.card} />
          ))}
        </div>
      ))}
    </div>
  );
}
