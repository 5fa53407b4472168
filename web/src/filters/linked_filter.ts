import { useMemo, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import { filterLink, filterOfLink } from './filter_link';

const parameter = 'filter';

const linkIn = (search: string): string => new URLSearchParams(search).get(parameter) ?? '';

// The filter that an address asks for.
export const filterIn = (search: string): Condition | undefined => filterOfLink(linkIn(search));

function putInAddress(filter: Condition | undefined): void {
  const asked = new URLSearchParams(location.search);
  if (filter) asked.set(parameter, filterLink(filter));
  else asked.delete(parameter);
  const search = asked.toString();
  navigate(location.pathname + (search && `?${search}`), { replace: true, state: history.state as unknown });
}

// The filter of the screen, which its address keeps: it survives a reload and can be sent to somebody. The same object
// as long as the filter is the same.
export function useLinkedFilter(): [Condition | undefined, (filter: Condition | undefined) => void] {
  const [path] = useLocation();
  const search = useSearch();
  const link = useRef('');
  // A deal that is open over the screen has an address of its own.
  if (!path.startsWith('/deals/')) link.current = linkIn(search);
  const { current } = link;
  return [useMemo(() => filterOfLink(current), [current]), putInAddress];
}
