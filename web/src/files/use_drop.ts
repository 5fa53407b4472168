import { useEffect, useState, type RefObject } from 'react';

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

// Takes files that are dropped anywhere on the card around an element. Returns whether some are held over it.
export function useDrop(inside: RefObject<Element | null>, take: ((files: File[]) => void) | undefined): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const card = inside.current?.closest<HTMLElement>('[role=dialog], main');
    if (!card || !take) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    const hold = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node) || !card.contains(relatedTarget)) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!bringsFiles(event)) return;
      event.preventDefault();
      take([...(event.dataTransfer?.files ?? [])]);
    };
    card.addEventListener('dragover', hold, { signal });
    card.addEventListener('dragleave', leave, { signal });
    card.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [inside, take]);
  return isOver;
}
