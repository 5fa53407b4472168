#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/user_session.h"
#include "tests/support/account.h"
#include "tests/support/eventually.h"
#include "tests/system/live_inbox.h"
#include "tests/system/measured.h"
#include "tests/system/reading.h"
#include "tests/system/refusal.h"
#include "tests/system/requests.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::LoginResponse;
using grpc::StatusCode;
using notifier::v1::Notification;

constexpr int kReplicas = 2;
// The promised time after a session ends in any way.
constexpr auto kEndsWithin = 5s;

// Who may do what, on two replicas of every service.
class Sessions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { system = std::make_unique<System>(System::Options{.replicas = kReplicas}); }
  static void TearDownTestSuite() { system.reset(); }

  LoginResponse LogIn(const std::string& person, const std::string& password = Account::kPassword) {
    crm::v1::LoginRequest request;
    request.set_login(account_.LoginOf(person));
    request.set_password(password);
    return client::Client(system->channels()).Call<LoginResponse>(request);
  }

  static LoginResponse Refresh(const std::string& refresh_token) {
    crm::v1::RefreshSessionRequest request;
    request.set_refresh_token(refresh_token);
    return client::Client(system->channels(1)).Call<LoginResponse>(request);
  }

  // A caller with these tokens, on a replica.
  static std::unique_ptr<client::Client> With(const LoginResponse& tokens, int replica = 0) {
    const auto& channels = system->channels(replica);
    return std::make_unique<client::Client>(channels,
                                            std::make_unique<client::UserSession>(channels, system->clock(), tokens));
  }

  void Revoke(const crm::v1::Session& session) {
    crm::v1::RevokeSessionRequest request;
    request.set_session_id(session.id());
    account_.admin().Call<crm::v1::Session>(request);
  }

  void Disable(int64_t user_id) {
    crm::v1::UpdateUserRequest request;
    request.set_user_id(user_id);
    request.mutable_user()->set_state(crm::v1::User::STATE_DISABLED);
    account_.admin().Call<crm::v1::User>(request);
  }

  static inline std::unique_ptr<System> system;
  Account account_{*system, 1, 5min};
};

StatusCode CodeOf(client::Client& caller) {
  const auto failure = FailureOf([&] { caller.Call<crm::v1::User>(crm::v1::GetUserRequest()); });
  return failure ? failure->code() : StatusCode::OK;
}

void ExpectEndsInTime(const LiveInbox& inbox, Moment revoked) {
  const auto end = inbox.AwaitEnd(2 * kEndsWithin);
  ASSERT_TRUE(end);
  EXPECT_EQ(end->code, StatusCode::UNAUTHENTICATED);
  EXPECT_LE(end->at - revoked, kEndsWithin);
  Measured("the stream ended {} after the session", Readable(end->at - revoked));
}

TEST_F(Sessions, AreKnownToEveryReplica) {
  const auto tokens = LogIn("manager-0");
  EXPECT_EQ(CodeOf(*With(tokens, 0)), StatusCode::OK);
  EXPECT_EQ(CodeOf(*With(tokens, 1)), StatusCode::OK);
}

TEST_F(Sessions, ContinueWithTheTokensOfARefresh) {
  const auto first = LogIn("manager-0");
  const auto second = Refresh(first.refresh_token());
  EXPECT_NE(second.refresh_token(), first.refresh_token());
  EXPECT_EQ(second.session().id(), first.session().id());
  EXPECT_EQ(CodeOf(*With(second)), StatusCode::OK);
  EXPECT_EQ(Refresh(second.refresh_token()).session().id(), first.session().id());
}

TEST_F(Sessions, EndEverywhereWithALogout) {
  const auto tokens = LogIn("manager-0");
  const auto one = With(tokens, 0);
  const auto other = With(tokens, 1);
  one->Call<google::protobuf::Empty>(crm::v1::LogoutRequest());
  EXPECT_EQ(CodeOf(*one), StatusCode::UNAUTHENTICATED);
  EXPECT_TRUE(Eventually([&] { return CodeOf(*other) == StatusCode::UNAUTHENTICATED; }, kEndsWithin));
  const auto refused = FailureOf([&] { Refresh(tokens.refresh_token()); });
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->reason(), "SESSION_ENDED");
}

TEST_F(Sessions, EndTheirStreamsWhenRevoked) {
  const auto tokens = LogIn("manager-0");
  const auto device = With(tokens, 1);
  const LiveInbox inbox({device.get()});
  Revoke(tokens.session());
  ExpectEndsInTime(inbox, Now());
}

TEST_F(Sessions, OfADisabledUserEndAndNewOnesAreRefused) {
  const auto device = With(LogIn("manager-0"), 1);
  const LiveInbox inbox({device.get()});
  Disable(account_.manager_id(0));
  ExpectEndsInTime(inbox, Now());
  EXPECT_TRUE(Eventually([&] { return CodeOf(*device) == StatusCode::UNAUTHENTICATED; }, kEndsWithin));
  const auto refused = FailureOf([&] { LogIn("manager-0"); });
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->reason(), "USER_DISABLED");
}

TEST_F(Sessions, DoNotRevealWhetherTheLoginOrThePasswordIsWrong) {
  const auto wrong_password = FailureOf([&] { LogIn("manager-0", "another-password"); });
  const auto wrong_login = FailureOf([&] { LogIn("nobody"); });
  ASSERT_TRUE(wrong_password);
  ASSERT_TRUE(wrong_login);
  EXPECT_EQ(wrong_password->code(), StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(wrong_password->message(), wrong_login->message());
  EXPECT_EQ(wrong_password->reason(), wrong_login->reason());
}

// Ids are small numbers in each account, so the stranger's deal gets one that exists only in their account.
TEST_F(Sessions, ShowNothingFromAnotherAccount) {
  Account stranger(*system, 1, 5min);
  stranger.intake().Call<crm::v1::Inquiry>(InquiryOf(1));
  const auto theirs = stranger.intake().Call<crm::v1::Inquiry>(InquiryOf(2));
  account_.intake().Call<crm::v1::Inquiry>(InquiryOf(3));
  ASSERT_EQ(DealsOn(account_.head(), kFirstStage).size(), 1);

  const auto hidden = FailureOf([&] { DealOf(account_.admin(), theirs.deal_id()); });
  ASSERT_TRUE(hidden);
  EXPECT_EQ(hidden->code(), StatusCode::NOT_FOUND);
  crm::v1::ListContactsRequest by_phone;
  by_phone.set_phone(theirs.phone());
  EXPECT_TRUE(account_.admin().Call<crm::v1::ListContactsResponse>(by_phone).contacts().empty());
}

TEST_F(Sessions, StreamOnlyTheAccountsOwnNotifications) {
  Account stranger(*system, 1, 5min);
  const LiveInbox own({&account_.manager(0)});
  const LiveInbox theirs({&stranger.manager(0)});
  stranger.intake().Call<crm::v1::Inquiry>(InquiryOf(1, "чужая"));
  ASSERT_TRUE(theirs.Await({.kind = Notification::KIND_OFFER}));
  account_.intake().Call<crm::v1::Inquiry>(InquiryOf(2, "своя"));
  ASSERT_TRUE(own.Await({.kind = Notification::KIND_OFFER}));
  EXPECT_EQ(own.Arrived().size(), 1);
  EXPECT_EQ(InboxOf(account_.manager(0)).size(), 1);
}

}  // namespace
}  // namespace voronka::testing
