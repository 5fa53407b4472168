#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/support/account.h"
#include "tests/system/requests.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::testing {
namespace {

using ::testing::IsEmpty;

// Two replicas of everything start at once on an empty server whose default is latin1.
class EmptyDatabase : public ::testing::Test {
 protected:
  std::vector<std::string> TablesInAnotherCharacterSet() {
    std::vector<std::string> tables;
    storage::Connection db(system_.database().Server());
    for (const auto& row : db.Query("SELECT CONCAT(table_schema, '.', table_name, ' ', table_collation) "
                                    "FROM information_schema.tables WHERE table_schema LIKE 'voronka%' "
                                    "AND table_collation <> 'utf8mb4_unicode_ci'")) {
      tables.push_back(row.Text(0));
    }
    return tables;
  }

  System system_{{.replicas = 2, .database = {"--character-set-server=latin1"}}};
};

TEST_F(EmptyDatabase, AcceptsEveryName) {
  EXPECT_THAT(TablesInAnotherCharacterSet(), IsEmpty());
  Account account(system_, 1);
  crm::v1::CreateTeamRequest request;
  request.mutable_team()->set_name("Отдел продаж 🙂");
  request.mutable_team()->set_head_user_id(account.head_id());
  EXPECT_EQ(account.admin().Call<crm::v1::Team>(request).name(), "Отдел продаж 🙂");
  account.intake().Call<crm::v1::Inquiry>(InquiryOf(1, "Здравствуйте! Ё 🙂"));
}

}  // namespace
}  // namespace voronka::testing
