import { Button, type ButtonProps } from '@mantine/core';
import { useTranslation } from '../i18n/translation';

interface MoreButtonProps extends Pick<ButtonProps, 'size' | 'className'> {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

// The next page of a list, as long as there is one.
export function MoreButton({ list, ...look }: MoreButtonProps) {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} {...look}>
      {t('actions.more')}
    </Button>
  );
}
