import { Redirect, Route, Switch } from 'wouter';
import { ClientListPage } from '../client_lists/ClientListPage';
import { companyKind, contactKind } from '../clients/client_kinds';
import { CompanyDetails } from '../clients/CompanyDetails';
import { ContactDetails } from '../clients/ContactDetails';
import { SharedPoints } from '../duplicates/SharedPoints';
import { SharedPointsPage } from '../duplicates/SharedPointsPage';
import { SuspectsPage } from '../duplicates/SuspectsPage';
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
    <ClientPage
      kind={contactKind}
      id={id}
      details={(contact) => <ContactDetails contact={contact} isOwnPage />}
      more={(contact) => <SharedPoints contact={contact} />}
    />
  );
}

const pages = { companies: CompanyPage, contacts: ContactPage } as const;

// The lists of those whom the account sells to, and the page of each by the id in the address.
export function ClientScreens({ screen }: { screen: string }) {
  return (
    <Switch location={screen}>
      <Route path="/contacts">
        <ClientListPage key="contacts" kind="contact" />
      </Route>
      <Route path="/companies">
        <ClientListPage key="companies" kind="company" />
      </Route>
      <Route path="/contacts/duplicates">
        <SuspectsPage key="contacts" kind={contactKind} />
      </Route>
      <Route path="/contacts/shared">
        <SharedPointsPage />
      </Route>
      <Route path="/companies/duplicates">
        <SuspectsPage key="companies" kind={companyKind} />
      </Route>
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
