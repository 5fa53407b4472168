import { refusalOf, type Refusal } from '../api/refusal';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import type { Column, Row } from './columns';
import type { Subject } from './subject';

export interface CellChange<T extends Row> {
  subject: Subject<T>;
  column: Column<T>;
  row: T;
  // Null: the value is cleared.
  value: FieldValue | null;
  // The same when the same change is retried.
  requestId: string;
  // Shows a version of the row: the answer, or what somebody else has made of it meanwhile.
  put: (row: T) => void;
}

const typedIn = <T extends Row>({ kind, value }: Column<T>, row: T): string => kind.form.typed(value(row));

async function send<T extends Row>({ subject, column, value, requestId, row }: CellChange<T>): Promise<T> {
  const { update } = subject;
  const { change } = column;
  if (!update || !change) return row;
  const request = { requestId, part: change.part(value, row), updateMask: { paths: [change.path] } };
  return update(row.id, { ...request, etag: row.etag });
}

// Refused when somebody else has changed that very value meanwhile.
async function sendAnyway<T extends Row>(cell: CellChange<T>): Promise<T> {
  try {
    return await send(cell);
  } catch (error) {
    if (refusalOf(error).reason !== 'STALE_ETAG') throw error;
    const present = await cell.subject.get(cell.row.id);
    cell.put(present);
    if (typedIn(cell.column, present) !== typedIn(cell.column, cell.row)) throw error;
    return send({ ...cell, row: present, requestId: `${cell.requestId}.${present.etag}` });
  }
}

// What is said of the field itself, else of the whole.
function problemAt(place: string, { fields, message }: Refusal): string {
  const own = Object.keys(fields).find((path) => path.startsWith(place));
  return (own && fields[own]) || message;
}

// Returns why the value could not be saved; undefined when it was saved.
export async function saveCell<T extends Row>(cell: CellChange<T>): Promise<string | undefined> {
  try {
    const changed = await sendAnyway(cell);
    cell.put(changed);
    cell.subject.share(changed);
    return undefined;
  } catch (error) {
    return problemAt(cell.column.change?.place ?? '', refusalOf(error));
  }
}
