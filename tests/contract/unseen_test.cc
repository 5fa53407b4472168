// What a user may not see reaches them by no method. A manager who sees only their own asks every method for somebody
// else's deal, its clients and all that belongs to it, each of which holds a word that must not be in any answer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "client/user_session.h"
#include "foundation/rpc/calls/audience.h"
#include "foundation/rpc/requests/field_rules.h"
#include "foundation/storage/connection.h"
#include "tests/contract/field_setting.h"
#include "tests/contract/premises.h"
#include "tests/contract/sample_field_set.h"
#include "tests/contract/valid_request.h"
#include "tests/support/eventually.h"
#include "voronka/crm/v1/activity.pb.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/deal_contact.pb.h"
#include "voronka/crm/v1/file.pb.h"
#include "voronka/crm/v1/role_access.pb.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::testing {
namespace {

using google::protobuf::Message;

constexpr char kCanaryWord[] = "канарейка";

const Method& MethodNamed(const std::string& name) {
  const auto found = EveryMethodThat([&](const Method& method) { return method.name() == name; });
  return *found.at(0);
}

bool ManagersMayCall(const Method& method) {
  return rpc::Includes(AccessOf(method).audience(), options::v1::ROLE_MANAGER);
}

// Everything of the company, with the word in it.
class CanaryCompany {
 public:
  CanaryCompany() : company_(SharedPremises().system) {
    PutIntoDeal();
    PutIntoClients();
    PutIntoWork();
    LimitManagers();
  }

  const Company& company() const { return company_; }

  client::Metadata Manager() { return LogInAs("manager-1"); }
  client::Metadata Admin() { return LogInAs("admin"); }

 private:
  client::Client& admin() { return company_.account().admin(); }
  int64_t IdOf(const std::string& method, const std::string& field) {
    return company_.IdFor(MethodNamed(method), field);
  }
  int64_t deal_id() { return IdOf("GetDeal", "deal_id"); }

  client::Metadata LogInAs(const std::string& person) {
    auto& account = company_.account();
    System& system = account.system();
    return client::UserSession::LogIn(system.channels(), system.clock(), account.LoginOf(person), Account::kPassword,
                                      "contract")
        ->Credentials();
  }

  void PutIntoDeal() {
    crm::v1::UpdateDealRequest deal;
    deal.set_deal_id(deal_id());
    deal.mutable_deal()->set_name(kCanaryWord);
    (*deal.mutable_deal()->mutable_fields())[kOwnField].set_text(kCanaryWord);
    admin().Call<crm::v1::Deal>(deal);
    crm::v1::AddNoteRequest note;
    note.set_deal_id(deal_id());
    note.set_text(kCanaryWord);
    admin().Call<crm::v1::TimelineEntry>(note);
    crm::v1::UpdateDealContactRequest role;
    role.set_deal_contact_id(IdOf("UpdateDealContact", "deal_contact_id"));
    role.mutable_deal_contact()->set_role(kCanaryWord);
    admin().Call<crm::v1::DealContact>(role);
  }

  void PutIntoClients() {
    crm::v1::UpdateContactRequest contact;
    contact.set_contact_id(IdOf("GetContact", "contact_id"));
    contact.mutable_contact()->set_name(kCanaryWord);
    admin().Call<crm::v1::Contact>(contact);
    crm::v1::UpdateCompanyRequest company;
    company.set_company_id(IdOf("GetCompany", "company_id"));
    company.mutable_company()->set_name(kCanaryWord);
    admin().Call<crm::v1::Company>(company);
    // Inquiries never change.
    storage::Connection db(company_.account().system().SchemaOf("crm"));
    db.Execute("UPDATE inquiries SET text = ? WHERE account_id = ?", kCanaryWord, company_.account().id());
  }

  void PutIntoWork() {
    crm::v1::CreateTaskRequest task;
    task.mutable_task()->set_deal_id(deal_id());
    task.mutable_task()->set_text(kCanaryWord);
    task.mutable_task()->mutable_due_time()->set_seconds(std::time(nullptr) + 86'400);
    admin().Call<crm::v1::Task>(task);
    crm::v1::UpdateActivityRequest activity;
    activity.set_activity_id(IdOf("UpdateActivity", "activity_id"));
    activity.mutable_activity()->set_note(kCanaryWord);
    admin().Call<crm::v1::Activity>(activity);
    crm::v1::UpdateFileRequest file;
    file.set_file_id(IdOf("UpdateFile", "file_id"));
    file.mutable_file()->set_name(kCanaryWord);
    admin().Call<crm::v1::File>(file);
  }

  void LimitManagers() {
    crm::v1::UpdateRoleAccessRequest limit;
    auto& access = *limit.mutable_role_access();
    access.set_role(options::v1::ROLE_MANAGER);
    access.set_deals(crm::v1::READ_SCOPE_OWN);
    access.set_contacts(crm::v1::READ_SCOPE_OWN);
    access.set_companies(crm::v1::READ_SCOPE_OWN);
    admin().Call<crm::v1::RoleAccess>(limit);
  }

  Company company_;
};

// What a list is narrowed by.
void Widen(Message& request) {
  for (int i = 0; i < request.GetDescriptor()->field_count(); ++i) {
    const auto& field = *request.GetDescriptor()->field(i);
    if (!rpc::FieldRules::Of(field).required) Empty(request, field);
  }
}

std::string AnswerTo(const Method& method, const Message& request, const client::Metadata& caller) {
  const Answer answer = SharedPremises().Send(method, request.SerializeAsString(), caller).get();
  return answer.bytes() + answer.Told();
}

class Unseen : public ::testing::TestWithParam<const Method*> {
 public:
  static void SetUpTestSuite() { canaries_ = std::make_unique<CanaryCompany>(); }
  static void TearDownTestSuite() { canaries_.reset(); }

 protected:
  static inline std::unique_ptr<CanaryCompany> canaries_;
};

TEST_P(Unseen, IsInNoAnswer) {
  const Method& method = *GetParam();
  const auto request = ValidRequest(method, canaries_->company());
  EXPECT_THAT(AnswerTo(method, *request, canaries_->Manager()), ::testing::Not(::testing::HasSubstr(kCanaryWord)));
  if (Writes(method)) return;
  Widen(*request);
  EXPECT_THAT(AnswerTo(method, *request, canaries_->Manager()), ::testing::Not(::testing::HasSubstr(kCanaryWord)));
}

// Otherwise the test above could not fail.
TEST(Canary, IsInTheAnswersToWhoeverMaySeeIt) {
  CanaryCompany canaries;
  for (const char* name : {"GetDeal", "BatchGetCards", "ListClientDeals", "ListTimeline", "ListDealContacts",
                           "ListActivities", "ListInquiries", "GetContact", "GetCompany", "ListClientTimeline",
                           "ListClientInquiries", "GetFile", "ListFiles"}) {
    const Method& method = MethodNamed(name);
    const auto request = ValidRequest(method, canaries.company());
    EXPECT_THAT(AnswerTo(method, *request, canaries.Admin()), ::testing::HasSubstr(kCanaryWord)) << name;
  }
  for (const char* name : {"GetBoard", "ListTasks", "ListTaskCards", "ListContacts", "ListCompanies", "FilterDeals",
                           "FilterContacts", "FilterCompanies", "FilterTasks"}) {
    const Method& method = MethodNamed(name);
    const auto request = ValidRequest(method, canaries.company());
    Widen(*request);
    EXPECT_THAT(AnswerTo(method, *request, canaries.Admin()), ::testing::HasSubstr(kCanaryWord)) << name;
  }
  const Method& search = MethodNamed("Search");
  const auto request = ValidRequest(search, canaries.company());
  const auto admin = canaries.Admin();
  const auto is_found = [&] { return AnswerTo(search, *request, admin).find(kCanaryWord) != std::string::npos; };
  EXPECT_TRUE(Eventually(is_found)) << "the index is a moment behind";
}

INSTANTIATE_TEST_SUITE_P(Methods, Unseen, ::testing::ValuesIn(EveryMethodThat(ManagersMayCall)), NameOfTest);

}  // namespace
}  // namespace voronka::testing
