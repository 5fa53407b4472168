#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/office.h"
#include "voronka/crm/v1/session.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::ResourceChange;
using crm::v1::User;

class Revocations : public Office {};

TEST_F(Revocations, ARevokedSessionIsRecorded) {
  replica_.Deliver(testing::Changed(kAccount, Proto<crm::v1::Session>("id: 77 user_id: 2"),
                                    Proto<crm::v1::Session>("id: 77 user_id: 2 revoke_time { seconds: 100 }"),
                                    ResourceChange::KIND_DELETED));
  EXPECT_TRUE(replica_.host.revocations.Contains(kAccount, 77));
  EXPECT_FALSE(replica_.host.revocations.Contains(kAccount + 1, 77));
}

TEST_F(Revocations, AChangeOfRightsIsRecorded) {
  replica_.Deliver(testing::Changed(kAccount, Proto<User>("id: 2 role: ROLE_ADMIN etag: 4"),
                                    Proto<User>("id: 2 role: ROLE_MANAGER etag: 5")));
  rpc::Caller caller;
  caller.account_id = kAccount;
  caller.user_id = 2;
  caller.session_id = 77;
  caller.user_etag = 4;
  EXPECT_FALSE(replica_.host.revocations.Admits(caller));
  caller.user_etag = 5;
  EXPECT_TRUE(replica_.host.revocations.Admits(caller));
}

}  // namespace
}  // namespace voronka::notifier
