import { IconPlus } from '@tabler/icons-react';
import { useCallback, useRef } from 'react';
import { useFailure } from '../api/use_failure';
import { Failure } from '../components/Failure';
import { FileButton } from '../components/FileButton';
import { MoreButton } from '../components/MoreButton';
import { Section } from '../components/Section';
import { useTranslation } from '../i18n/translation';
import { useObserved } from '../state/observable';
import { FileRow } from './FileRow';
import { useFiles } from './file_query';
import styles from './files.module.css';
import { isOf, type Owner } from './owner';
import { sendings, sendUpTo } from './sendings';
import { SendingRow } from './SendingRow';
import { sizeText } from './size_text';
import { useDrop } from './use_drop';

function ChooseButton({ take }: { take: (files: File[]) => void }) {
  const { t } = useTranslation();
  const icon = <IconPlus size={14} aria-hidden="true" />;
  return (
    <FileButton label={t('files.choose')} multiple take={take} size="compact-xs" variant="subtle" leftSection={icon}>
      {t('files.add')}
    </FileButton>
  );
}

// What a card's files are: dropped on the card or chosen, listed, saved and removed. Nothing where the installation
// keeps none.
export function FilesBlock({ entity, entityId }: Owner) {
  const { t, i18n } = useTranslation();
  const block = useRef<HTMLDivElement>(null);
  const list = useFiles({ entity, entityId });
  const failure = useFailure(list);
  const kept = list.data?.pages.flatMap((page) => page.files) ?? [];
  const largest = Number(list.data?.pages[0]?.largestSize ?? 0n);
  const underWay = useObserved(sendings).filter(({ owner }) => isOf(owner, { entity, entityId }));
  const most = sizeText(largest, i18n.language);
  const take = useCallback(
    (chosen: File[]) => {
      for (const file of chosen) sendUpTo(largest, { entity, entityId }, file);
    },
    [entity, entityId, largest],
  );
  const isOver = useDrop(block, largest ? take : undefined);
  if (!largest && !kept.length && !failure) return null;
  return (
    <div ref={block} className={isOver ? `${styles.block} ${styles.over}` : styles.block}>
      <Section title={t('files.title')} action={largest > 0 && <ChooseButton take={take} />}>
        {failure && <Failure {...failure} />}
        {largest > 0 && <p className={styles.hint}>{t('files.hint', { most })}</p>}
        {kept.length + underWay.length > 0 && (
          <ul className={styles.list}>
            {underWay.map((sending) => (
              <SendingRow key={sending.id} sending={sending} />
            ))}
            {kept.map((file) => (
              <FileRow key={String(file.id)} file={file} />
            ))}
          </ul>
        )}
        <MoreButton list={list} size="compact-xs" />
      </Section>
    </div>
  );
}
