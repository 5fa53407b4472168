#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/clients/companies/company_keys.h"
#include "tests/crm_service/clients/companies/company_calls.h"
#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Companies, AreStoredInOneForm) {
  Office office;
  auto request = NewCompany("  ООО   «Ромашка» ", "ИНН 7701 234567");
  request.mutable_company()->add_phones("8 (495) 123-45-67 доб. 12, 8 800 555-35-35");
  request.mutable_company()->add_emails("Отдел <Zakaz@Romashka.example>");
  request.mutable_company()->set_site("romashka.example");
  const auto made = office.anna.Call<Company>(request);
  EXPECT_EQ(made.name(), "ООО «Ромашка»");
  EXPECT_EQ(made.tax_number(), "7701234567");
  EXPECT_THAT(made.phones(), ElementsAre("+74951234567;ext=12", "+78005553535"));
  EXPECT_THAT(made.emails(), ElementsAre("zakaz@romashka.example"));
  EXPECT_EQ(office.boris.Call<Company>(GettingCompany(made.id())).SerializeAsString(), made.SerializeAsString());
}

TEST(Companies, AreRefusedWithAllThatIsWrong) {
  Office office;
  auto request = NewCompany("—", "12");
  request.mutable_company()->add_phones("12 доб 3");
  request.mutable_company()->set_responsible_user_id(404);
  EXPECT_THAT(ViolationsOf(office.anna, request),
              ElementsAre("REQUIRED at company.name", "MALFORMED at company.tax_number",
                          "MALFORMED at company.phones[0]", "UNKNOWN_USER at company.responsible_user_id"));
}

TEST(Companies, MayShareTaxNumbersAndPhones) {
  Office office;
  auto request = NewCompany("Ромашка, Москва", "7701234567");
  request.mutable_company()->add_phones("+74951234567");
  office.anna.Call<Company>(request);
  request.mutable_company()->set_name("Ромашка, Тверь");
  EXPECT_THAT(office.anna.Call<Company>(request).phones(), ElementsAre("+74951234567"));
}

TEST(Companies, AreListedFromTheNewestAndByWhoIsResponsible) {
  Office office;
  for (const char* name : {"Ромашка", "Ромашка-2", "Василёк", "Ромашка-3"}) {
    auto request = NewCompany(name);
    request.mutable_company()->add_phones("+74951234567");
    request.mutable_company()->set_responsible_user_id(name == std::string("Ромашка-2") ? office.boris_id() : 0);
    office.anna.Call<Company>(request);
  }
  ListCompaniesRequest request;
  request.set_newest_first(true);
  EXPECT_THAT(NamesFound(office.anna, request), ElementsAre("Ромашка-3", "Василёк", "Ромашка-2", "Ромашка"));
  request.set_name("ромашка");
  std::vector<std::string> named;
  request.set_page_size(1);
  do {
    const auto page = office.anna.Call<ListCompaniesResponse>(request);
    for (const auto& company : page.companies()) {
      named.push_back(company.name());
      EXPECT_THAT(company.phones(), ElementsAre("+74951234567"));
    }
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(named, ElementsAre("Ромашка", "Ромашка-3", "Ромашка-2")) << "the very name first";
  ListCompaniesRequest of_boris;
  of_boris.set_responsible_user_id(office.boris_id());
  EXPECT_THAT(NamesFound(office.anna, of_boris), ElementsAre("Ромашка-2"));
}

TEST(Companies, AreFoundByTheBeginningOfTheirNameAndByTheirTaxNumber) {
  Office office;
  office.anna.Call<Company>(NewCompany("ООО «Ромашка»", "7701234567"));
  office.anna.Call<Company>(NewCompany("Ромашковый луг"));
  office.anna.Call<Company>(NewCompany("Василёк", "7707654321"));
  ListCompaniesRequest request;
  request.set_name("ромашк");
  EXPECT_THAT(NamesFound(office.anna, request), ElementsAre("ООО «Ромашка»", "Ромашковый луг"));
  request.set_tax_number("77 01 234567");
  EXPECT_THAT(NamesFound(office.anna, request), ElementsAre("ООО «Ромашка»"));
  request.clear_name();
  request.set_tax_number("7707654321/770701001");
  EXPECT_THAT(NamesFound(office.anna, request), ElementsAre("Василёк"));
}

TEST(Companies, AreNotFoundByWhatNamesNobody) {
  Office office;
  office.anna.Call<Company>(NewCompany("Ромашка"));
  ListCompaniesRequest request;
  for (const char* name : {"%", "«»", "_"}) {
    request.set_name(name);
    EXPECT_THAT(NamesFound(office.anna, request), IsEmpty()) << name;
  }
}

TEST(Companies, AreFoundByTheirNewName) {
  Office office;
  auto request = ChangingCompany(office.anna.Call<Company>(NewCompany("Ромашка")).id(), "name");
  request.mutable_company()->set_name("Василёк");
  office.anna.Call<Company>(request);
  ListCompaniesRequest list;
  list.set_name("василек");
  EXPECT_THAT(NamesFound(office.anna, list), ElementsAre("Василёк"));
  list.set_name("ромашка");
  EXPECT_THAT(NamesFound(office.anna, list), IsEmpty());
}

TEST(Companies, AreListedPageByPage) {
  Office office;
  for (const char* name : {"Первая", "Вторая", "Третья"}) office.anna.Call<Company>(NewCompany(name));
  ListCompaniesRequest request;
  request.set_page_size(2);
  const auto first = office.anna.Call<ListCompaniesResponse>(request);
  EXPECT_EQ(first.companies_size(), 2);
  request.set_page_token(first.next_page_token());
  EXPECT_THAT(NamesFound(office.anna, request), ElementsAre("Третья"));
}

TEST(Companies, AreListedExactNamesFirst) {
  Office office;
  for (const char* name : {"Ромашка-1", "ООО «Ромашка»", "Ромашка-2", "Ромашка"}) {
    office.anna.Call<Company>(NewCompany(name));
  }
  ListCompaniesRequest request;
  request.set_name("ромашка");
  const auto in_order = ElementsAre("ООО «Ромашка»", "Ромашка", "Ромашка-1", "Ромашка-2");
  EXPECT_THAT(NamesFound(office.anna, request), in_order);
  request.set_page_size(1);
  std::vector<std::string> one_by_one;
  do {
    const auto page = office.anna.Call<ListCompaniesResponse>(request);
    for (const auto& company : page.companies()) one_by_one.push_back(company.name());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(one_by_one, in_order);
}

// Those that an earlier release has stored.
TEST(Companies, HaveTheirKeysRenewed) {
  Office office;
  const auto made = office.anna.Call<Company>(NewCompany("Акционерное общество «Ромашка»"));
  Crm().db().Execute("UPDATE companies SET name_key = ? WHERE account_id = ? AND id = ?",
                     "акционерное общество ромашка", office.account_id(), made.id());
  ListCompaniesRequest request;
  request.set_name("Ромашка");
  EXPECT_THAT(NamesFound(office.anna, request), IsEmpty());
  crm::CompanyKeys keys;
  while (keys.RenewPortion(Crm().db())) {
  }
  EXPECT_THAT(NamesFound(office.anna, request), ElementsAre("Акционерное общество «Ромашка»"));
  EXPECT_EQ(office.anna.Call<Company>(GettingCompany(made.id())).SerializeAsString(), made.SerializeAsString());
}

TEST(Companies, OfAnotherManagerAreNotChanged) {
  Office office;
  auto request = NewCompany("Ромашка");
  request.mutable_company()->set_responsible_user_id(office.boris_id());
  const auto made = office.anna.Call<Company>(request);
  EXPECT_EQ(FailureOf(office.anna, ChangingCompany(made.id(), "address")).reason(), "NOT_RESPONSIBLE");
  auto change = ChangingCompany(made.id(), "address");
  change.mutable_company()->set_address("Тверь");
  EXPECT_EQ(office.galina.Call<Company>(change).address(), "Тверь");
}

TEST(Companies, TellTheEventLogWhatHasChanged) {
  Office office;
  const auto made = office.anna.Call<Company>(NewCompany("Ромашка"));
  auto change = ChangingCompany(made.id(), "phones");
  change.mutable_company()->add_phones("+74951234567");
  office.anna.Call<Company>(change);
  const auto told = office.LastChange<Company>();
  EXPECT_THAT(told.before.phones(), IsEmpty());
  EXPECT_THAT(told.after.phones(), ElementsAre("+74951234567"));
}

TEST(Companies, HaveFieldsOfTheAccount) {
  Office office;
  GetFieldSetRequest get;
  get.set_entity(ENTITY_COMPANY);
  auto fields = office.olga.Call<FieldSet>(get);
  *fields.add_fields() = OwnField("branch", Field::KIND_TEXT);
  office.olga.Call<FieldSet>(Updating(fields));
  auto request = NewCompany("Ромашка");
  (*request.mutable_company()->mutable_fields())["branch"].set_text("Торговля");
  const auto made = office.anna.Call<Company>(request);
  EXPECT_EQ(made.fields().at("branch").text(), "Торговля");
  (*request.mutable_company()->mutable_fields())["nobody"].set_text("?");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("UNKNOWN_FIELD at company.fields[\"nobody\"]"));
}

TEST(Companies, HaveContacts) {
  Office office;
  const auto romashka = office.anna.Call<Company>(NewCompany("Ромашка"));
  auto request = NewContact("Пётр", "+79161234567");
  request.mutable_contact()->set_company_id(romashka.id());
  request.mutable_contact()->set_job_title("Бухгалтер");
  const auto petr = office.anna.Call<Contact>(request);
  EXPECT_EQ(petr.job_title(), "Бухгалтер");
  office.anna.Call<Contact>(NewContact("Павел"));
  ListContactsRequest list;
  list.set_company_id(romashka.id());
  const auto people = office.anna.Call<ListContactsResponse>(list);
  ASSERT_EQ(people.contacts_size(), 1);
  EXPECT_EQ(people.contacts(0).SerializeAsString(), petr.SerializeAsString());
  request.mutable_contact()->clear_phones();
  request.mutable_contact()->set_company_id(404);
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("UNKNOWN_COMPANY at contact.company_id"));
}

}  // namespace
}  // namespace voronka::testing
