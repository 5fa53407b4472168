import { Skeleton } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFailure } from '../api/use_failure';
import { Failure } from '../components/Failure';
import { MoreButton } from '../components/MoreButton';
import rows from '../style/rows.module.css';

interface PagesProps {
  query: UseInfiniteQueryResult;
  // The rows that are loaded.
  items: ReactNode[];
  // What is said where there are none.
  none: string;
}

// A list that is read page by page.
export function Pages({ query, items, none }: PagesProps) {
  const failure = useFailure(query);
  if (failure) return <Failure {...failure} />;
  if (query.isPending) return <Skeleton height={90} radius={10} />;
  if (!items.length) return <p className={rows.none}>{none}</p>;
  return (
    <>
      <ul className={rows.rows}>{items}</ul>
      <MoreButton list={query} size="compact-sm" />
    </>
  );
}
