import { useEffect } from 'react';
import { pageName } from './page_name';

// For the title of the tab, while the page is open.
export function usePageName(name: string): void {
  useEffect(() => {
    pageName.set(name);
    return () => pageName.set('');
  }, [name]);
}
