import { Button, CloseButton, Drawer } from '@mantine/core';
import { useRef, type SubmitEvent } from 'react';
import { useFailure } from '../api/use_failure';
import { useEscape } from '../components/escape';
import { Failure } from '../components/Failure';
import { useFocusReturn } from '../components/focus';
import { Problem } from '../components/Problem';
import { Waiting } from '../components/Waiting';
import { useFieldSets } from '../fields/field_sets';
import { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import { useTranslation } from '../i18n/translation';
import { useFirstProblem } from '../settings/use_first_problem';
import type { FilterBarProps } from './FilterBar';
import type { FilterFields } from './filter_fields';
import { FilterRows } from './FilterRows';
import styles from './filters.module.css';
import { SavedFilters } from './SavedFilters';
import { useFilterFields } from './use_filter_fields';
import { usePanel, type Panel } from './use_panel';

interface FilterPanelProps extends FilterBarProps {
  close: () => void;
}

// A complex filter has no rows at which something could be said.
function outsideRows({ draft, found }: Panel): string {
  const inside = draft.joint === 'complex' ? Object.values(found.problems) : [];
  return [...inside, ...found.elsewhere].join(' ');
}

function PanelForm({
  subject = FilterSubject.DEALS,
  filter,
  onFilter,
  close,
  fields,
}: FilterPanelProps & { fields: FilterFields }) {
  const { t } = useTranslation();
  const panel = usePanel(subject, filter, fields);
  const wrong = useFirstProblem(Object.keys(panel.found.problems).length);
  const apply = async () => {
    const taken = await panel.take();
    if (!taken) return;
    onFilter(taken.filter);
    close();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void apply();
  };
  const clear = () => {
    onFilter(undefined);
    close();
  };
  return (
    <div ref={wrong} className={styles.parts}>
      <SavedFilters
        subject={subject}
        filter={filter}
        take={panel.take}
        choose={(saved) => {
          onFilter(saved.filter, saved);
          close();
        }}
      />
      <form className={styles.form} onSubmit={submit} aria-label={t('filters.conditions')} noValidate>
        <h3 className={styles.heading}>{t('filters.conditions')}</h3>
        <FilterRows panel={panel} fields={fields} />
        <Problem>{outsideRows(panel)}</Problem>
        <div className={styles.buttons}>
          <Button type="submit" loading={panel.isAsking}>
            {t('filters.apply')}
          </Button>
          {filter && (
            <Button variant="default" onClick={clear}>
              {t('filters.clear')}
            </Button>
          )}
        </div>
      </form>
    </div>
  );
}

// Over the screen that it filters: at its side, or over all of it on a phone.
export function FilterPanel(props: FilterPanelProps) {
  const { t } = useTranslation();
  const fields = useFilterFields(props.subject ?? FilterSubject.DEALS);
  const failure = useFailure(useFieldSets());
  const inside = useRef<HTMLDivElement>(null);
  useEscape(props.close);
  useFocusReturn(inside);
  return (
    <Drawer.Root
      opened
      onClose={props.close}
      position="right"
      size={480}
      padding={0}
      transitionProps={{ duration: 140 }}
      closeOnEscape={false}
      returnFocus={false}
    >
      <Drawer.Overlay backgroundOpacity={0.15} />
      <Drawer.Content aria-label={t('filters.title')} aria-labelledby={undefined}>
        <Drawer.Body ref={inside} className={styles.panel} tabIndex={-1} data-autofocus>
          <header className={styles.header}>
            <h2 className={styles.title}>{t('filters.title')}</h2>
            <CloseButton size="lg" aria-label={t('actions.close')} onClick={props.close} />
          </header>
          {fields && <PanelForm {...props} fields={fields} />}
          {!fields && (failure ? <Failure {...failure} /> : <Waiting text={t('filters.loading')} />)}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
