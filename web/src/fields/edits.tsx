import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useDraft } from '../session/draft';
import type { Edited } from './editing';

export type EditedFields = Partial<Record<string, Edited>>;

interface Edits {
  of: (key: string) => Edited | undefined;
  set: (key: string, edited: Edited | undefined) => void;
  restored: boolean;
  reset: () => void;
}

const Current = createContext<Edits>({
  of: () => undefined,
  set: () => undefined,
  restored: false,
  reset: () => undefined,
});

function without(fields: EditedFields, key: string): EditedFields {
  return Object.fromEntries(Object.entries(fields).filter(([other]) => other !== key));
}

export const isTyped = ({ typed, from }: Edited): boolean => typed !== from;

function asText(fields: EditedFields): string {
  return Object.keys(fields).length ? JSON.stringify(fields) : '';
}

// What is typed into the fields of one deal or contact, and not saved yet. It is kept in this browser and survives the
// page. An editor that is only open does not.
function useEdits(name: string): Edits {
  const [kept, keep, restored] = useDraft(name);
  const [open, setOpen] = useState<EditedFields>({});
  const typed = useMemo(() => (kept ? (JSON.parse(kept) as EditedFields) : {}), [kept]);
  // A field may be saved while another is typed into.
  const latest = useRef(typed);
  latest.current = typed;
  const set = (key: string, edited: Edited | undefined) => {
    const others = without(latest.current, key);
    latest.current = edited && isTyped(edited) ? { ...others, [key]: edited } : others;
    keep(asText(latest.current));
    setOpen((now) => (edited && !isTyped(edited) ? { ...now, [key]: edited } : without(now, key)));
  };
  return { of: (key) => typed[key] ?? open[key], set, restored, reset: () => keep('') };
}

export function EditsOf({ name, children }: { name: string; children: ReactNode }) {
  return <Current value={useEdits(name)}>{children}</Current>;
}

export function useCurrentEdits(): Edits {
  return useContext(Current);
}
