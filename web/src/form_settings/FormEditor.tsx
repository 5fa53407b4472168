import { RestoredDraft } from '../components/RestoredDraft';
import type { Form } from '../gen/voronka/crm/v1/form_pb';
import { useFirstProblem } from '../settings/use_first_problem';
import { SaveBar } from '../settings/SaveBar';
import { ArchiveBlock } from './ArchiveBlock';
import { ConsentBlock } from './ConsentBlock';
import { FieldsBlock } from './FieldsBlock';
import { MainBlock } from './MainBlock';
import { OnSiteBlock } from './OnSiteBlock';
import { RefusalsBlock } from './RefusalsBlock';
import { SitesBlock } from './SitesBlock';
import { useWork } from './use_work';

// One form, saved as a whole. What is to be put on the site follows from the form as it is saved.
export function FormEditor({ form }: { form: Form }) {
  const working = useWork(form);
  const page = useFirstProblem(working.attempt);
  return (
    <div ref={page}>
      <RestoredDraft shown={working.restored} reset={working.discard} />
      <MainBlock working={working} form={form} />
      <ConsentBlock working={working} />
      <SitesBlock working={working} />
      <FieldsBlock working={working} />
      <OnSiteBlock form={form} isChanged={working.isChanged} />
      <RefusalsBlock form={form} />
      <ArchiveBlock form={form} isChanged={working.isChanged} />
      <SaveBar words="formSettings" {...working} />
    </div>
  );
}
