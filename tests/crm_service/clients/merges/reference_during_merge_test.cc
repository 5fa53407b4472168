#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <future>
#include <string>

#include "foundation/storage/connection.h"
#include "foundation/storage/transaction.h"
#include "tests/crm_service/clients/merges/merge_calls.h"
#include "tests/crm_service/race.h"
#include "voronka/crm/v1/activity.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using namespace std::chrono_literals;
using ::testing::AnyOf;
using ::testing::Each;

CreateTaskRequest TaskAbout(int64_t deal_id, int64_t contact_id) {
  auto request = NewTask(DatabaseNow() + kMinute);
  request.mutable_task()->set_deal_id(deal_id);
  request.mutable_task()->set_contact_id(contact_id);
  return request;
}

CreateActivityRequest CallAbout(int64_t deal_id) {
  CreateActivityRequest request;
  request.mutable_activity()->set_deal_id(deal_id);
  request.mutable_activity()->set_kind(Activity::KIND_CALL);
  return request;
}

CreateContactRequest EmployeeOf(int64_t company_id, const std::string& phone) {
  auto request = NewContact("Вера", phone);
  request.mutable_contact()->set_company_id(company_id);
  return request;
}

class ReferenceDuringMerge : public ::testing::Test {
 protected:
  // Whether the call waits until the client is free again, as a merge locks it before it looks for references.
  bool WaitsFor(const std::string& table, int64_t id, const std::function<void()>& call) {
    std::future<void> called;
    bool waits = false;
    storage::RunTransaction(Crm().db(), [&](storage::Transaction& transaction) {
      transaction.db.Query("SELECT id FROM " + table + " WHERE account_id = ? AND id = ? FOR UPDATE",
                           office_.account_id(), id);
      called = std::async(std::launch::async, call);
      waits = called.wait_for(300ms) == std::future_status::timeout;
    });
    called.get();
    return waits;
  }
  int64_t Count(const std::string& table, const std::string& column, int64_t id) {
    return Crm()
        .db()
        .Query("SELECT COUNT(*) FROM " + table + " WHERE account_id = ? AND " + column + " = ?", office_.account_id(),
               id)
        .at(0)
        .Int(0);
  }
  Company MakeCompany(const std::string& name) {
    CreateCompanyRequest request;
    request.mutable_company()->set_name(name);
    return office_.anna.Call<Company>(request);
  }

  Office office_;
};

TEST_F(ReferenceDuringMerge, ToAContactWaits) {
  const auto contact = office_.anna.Call<Contact>(NewContact("Пётр", "+79160000001"));
  const auto deal = office_.anna.Call<Deal>(DealWith(contact.id()));
  const auto waits = [&](const std::function<void()>& call) { return WaitsFor("contacts", contact.id(), call); };
  EXPECT_TRUE(waits([&] { office_.anna.Call<Deal>(DealWith(contact.id())); }));
  EXPECT_TRUE(waits([&] { office_.anna.Call<Task>(TaskAbout(0, contact.id())); }));
  EXPECT_TRUE(waits([&] { office_.anna.Call<Task>(TaskAbout(deal.id(), 0)); }));
  EXPECT_TRUE(waits([&] { office_.anna.Call<Activity>(CallAbout(deal.id())); }));
}

TEST_F(ReferenceDuringMerge, ToACompanyWaits) {
  const auto company = MakeCompany("Ромашка");
  const auto contact = office_.anna.Call<Contact>(EmployeeOf(company.id(), "+79160000001"));
  const auto waits = [&](const std::function<void()>& call) { return WaitsFor("companies", company.id(), call); };
  EXPECT_TRUE(waits([&] { office_.anna.Call<Contact>(EmployeeOf(company.id(), "+79160000002")); }));
  EXPECT_TRUE(waits([&] { office_.anna.Call<Deal>(DealWith(contact.id())); }));
  EXPECT_TRUE(waits([&] {
    auto request = NewDeal();
    request.mutable_deal()->set_company_id(company.id());
    office_.anna.Call<Deal>(request);
  }));
  EXPECT_TRUE(waits([&] { office_.intake.Call<Inquiry>(Asking("+79160000002")); }));
}

TEST_F(ReferenceDuringMerge, LeadsToNobodyWhoWasMerged) {
  for (int round = 0; round < 5; ++round) {
    const auto survivor = office_.anna.Call<Contact>(NewContact("Пётр"));
    const auto merged = office_.anna.Call<Contact>(NewContact("Пётр Иванов"));
    const auto deal = office_.anna.Call<Deal>(DealWith(merged.id()));
    const auto reasons = Race({[&] { office_.anna.Call<Merge>(Merging(survivor.id(), merged.id())); },
                               [&] { office_.anna.Call<Task>(TaskAbout(deal.id(), 0)); },
                               [&] { office_.anna.Call<Task>(TaskAbout(0, merged.id())); },
                               [&] { office_.anna.Call<Activity>(CallAbout(deal.id())); },
                               [&] { office_.anna.Call<Deal>(DealWith(merged.id())); }});
    EXPECT_THAT(reasons, Each(AnyOf("", "UNKNOWN_CONTACT")));
    EXPECT_EQ(reasons.front(), "");
    for (const char* table : {"deals", "tasks", "activities"}) {
      EXPECT_EQ(Count(table, "contact_id", merged.id()), 0) << table;
    }
  }
}

}  // namespace
}  // namespace voronka::testing
