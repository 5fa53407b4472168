import { Redirect, Route, Switch } from 'wouter';
import { companyKind, contactKind } from '../clients/client_kinds';
import { CompanyDetails } from '../clients/CompanyDetails';
import { ContactDetails } from '../clients/ContactDetails';
import { ClientPage } from './ClientPage';
import { CompanyPeople } from './CompanyPeople';

function CompanyPage({ id }: { id: bigint }) {
  return (
    <ClientPage kind={companyKind} id={id} details={(company) => <CompanyDetails company={company} isOwnPage />}>
      <CompanyPeople companyId={id} />
    </ClientPage>
  );
}

function ContactPage({ id }: { id: bigint }) {
  return (
    <ClientPage kind={contactKind} id={id} details={(contact) => <ContactDetails contact={contact} isOwnPage />} />
  );
}

const pages = { companies: CompanyPage, contacts: ContactPage } as const;

// The pages of those whom the account sells to, by the id in the address.
export function ClientScreens({ screen }: { screen: string }) {
  return (
    <Switch location={screen}>
      <Route path={/^\/(?<section>companies|contacts)\/(?<id>\d{1,18})$/}>
        {({ section, id }) => {
          const Page = pages[section as keyof typeof pages];
          return <Page key={`${section}-${id}`} id={BigInt(id as string)} />;
        }}
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}
