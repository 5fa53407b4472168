// Whether a notice is what the user sees there, although it lets touches through: a dialog may be over it.
function isSeenAt({ clientX, clientY }: MouseEvent, notices: HTMLElement): boolean {
  notices.dataset.solid = 'true';
  const seen = document.elementFromPoint(clientX, clientY);
  delete notices.dataset.solid;
  return seen !== null && notices.contains(seen);
}

// Notices let touches through, so that a swipe scrolls what is under them. A tap was not meant for what the user cannot
// see. Returns a function that ends it.
export function swallowTapsThrough(notices: HTMLElement): () => void {
  const listen = (event: MouseEvent) => {
    const isByKey = event.detail === 0;
    if (isByKey || (event.target instanceof Node && notices.contains(event.target))) return;
    if (!isSeenAt(event, notices)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', listen, true);
  return () => removeEventListener('click', listen, true);
}
