import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import type { Form } from '../gen/voronka/crm/v1/form_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { isAdmin } from '../people/rights';
import { useEveryPipeline, usePipelines } from '../pipelines/pipelines';
import { BackLink } from '../settings/BackLink';
import { FormEditor } from './FormEditor';
import { FormList } from './FormList';
import { useForms } from './form_query';

const settingsPath = '/settings/forms';

// Renders what is there of the forms and the pipelines that their inquiries go to.
function Loaded({ children }: { children: (forms: Form[]) => ReactNode }) {
  const forms = useForms();
  const formsFailure = useFailure(forms);
  const failure = useFailure(usePipelines()) ?? formsFailure;
  const pipelines = useEveryPipeline();
  if (forms.data && pipelines) return children(forms.data);
  return failure ? <Failure {...failure} /> : <Skeleton height={280} radius={12} />;
}

function One({ form }: { form: Form | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <BackLink to={settingsPath}>{t('formSettings.toAll')}</BackLink>
      {form ? <FormEditor key={String(form.id)} form={form} /> : <Empty title={t('formSettings.missing')} />}
    </>
  );
}

function Forms({ formId }: { formId: string | undefined }) {
  const { t } = useTranslation();
  const open = useForms().data?.find(({ id }) => String(id) === formId);
  return (
    <>
      <PageHeader title={open?.name ?? t('formSettings.title')} />
      <div className={page.scroll}>
        <div className={page.column}>
          <Loaded>{(forms) => (formId === undefined ? <FormList forms={forms} /> : <One form={open} />)}</Loaded>
        </div>
      </div>
    </>
  );
}

interface FormsPageProps {
  user: User;
  // Its id. Undefined: all of them are listed.
  form?: string;
}

// For admins: the forms of the account's sites.
export function FormsPage({ user, form }: FormsPageProps) {
  const { t } = useTranslation();
  if (isAdmin(user)) return <Forms formId={form} />;
  return (
    <>
      <PageHeader title={t('formSettings.title')} />
      <Empty title={t('formSettings.forAdmins')} hint={t('formSettings.forAdminsHint')} />
    </>
  );
}
