#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/account.h"
#include "tests/support/bearer.h"
#include "tests/support/eventually.h"
#include "tests/system/live_inbox.h"
#include "tests/system/measured.h"
#include "tests/system/refusal.h"
#include "voronka/crm/v1/change.pb.h"
#include "voronka/crm/v1/session.pb.h"
#include "voronka/distribution/v1/offer.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::LoginResponse;
using grpc::StatusCode;

constexpr int kReplicas = 2;
// The promised time after a change of rights.
constexpr auto kEndsWithin = 5s;

template <class Response>
StatusCode CodeOf(client::Client& who, const google::protobuf::Message& request) {
  const auto failure = FailureOf([&] { who.Call<Response>(request); });
  return failure ? failure->code() : StatusCode::OK;
}

crm::v1::UpdateUserRequest ToRole(int64_t user_id, options::v1::Role role) {
  crm::v1::UpdateUserRequest request;
  request.set_user_id(user_id);
  request.mutable_user()->set_role(role);
  return request;
}

crm::v1::CreateUserRequest Hiring(const std::string& login, options::v1::Role role) {
  crm::v1::CreateUserRequest request;
  request.mutable_user()->set_login(login);
  request.mutable_user()->set_display_name(login);
  request.mutable_user()->set_role(role);
  request.set_password(Account::kPassword);
  return request;
}

// An admin is made a manager, on two replicas of every service.
class Demotion : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { system = std::make_unique<System>(System::Options{.replicas = kReplicas}); }
  static void TearDownTestSuite() { system.reset(); }

  static std::unique_ptr<client::Client> Holder(const LoginResponse& tokens, int replica) {
    return std::make_unique<client::Client>(system->channels(replica), std::make_unique<Bearer>(tokens.access_token()));
  }

  LoginResponse LogIn() {
    crm::v1::LoginRequest request;
    request.set_login(account_.LoginOf("galina"));
    request.set_password(Account::kPassword);
    return client::Client(system->channels()).Call<LoginResponse>(request);
  }
  LoginResponse Refresh() {
    crm::v1::RefreshSessionRequest request;
    request.set_refresh_token(tokens_.refresh_token());
    return client::Client(system->channels(1)).Call<LoginResponse>(request);
  }
  void Demote() { account_.admin().Call<crm::v1::User>(ToRole(galina_.id(), options::v1::ROLE_MANAGER)); }

  static inline std::unique_ptr<System> system;
  Account account_{*system, 1, 5min};
  // Another admin.
  const crm::v1::User galina_ =
      account_.admin().Call<crm::v1::User>(Hiring(account_.LoginOf("galina"), options::v1::ROLE_ADMIN));
  const LoginResponse tokens_ = LogIn();
  // With her old token, on each replica.
  const std::unique_ptr<client::Client> here_ = Holder(tokens_, 0);
  const std::unique_ptr<client::Client> elsewhere_ = Holder(tokens_, 1);
};

TEST_F(Demotion, LeavesAnAdminNoWayBackOnAnyReplica) {
  // Each replica has seen her.
  EXPECT_EQ(CodeOf<crm::v1::User>(*elsewhere_, crm::v1::GetUserRequest()), StatusCode::OK);
  Demote();
  for (auto* galina : {elsewhere_.get(), here_.get()}) {
    EXPECT_EQ(CodeOf<crm::v1::User>(*galina, ToRole(galina_.id(), options::v1::ROLE_ADMIN)),
              StatusCode::UNAUTHENTICATED);
    EXPECT_EQ(CodeOf<crm::v1::User>(*galina, Hiring("accomplice", options::v1::ROLE_ADMIN)),
              StatusCode::UNAUTHENTICATED);
  }
  crm::v1::GetUserRequest request;
  request.set_user_id(galina_.id());
  EXPECT_EQ(account_.admin().Call<crm::v1::User>(request).role(), options::v1::ROLE_MANAGER);
}

TEST_F(Demotion, EndsTheOldTokenInEveryService) {
  Demote();
  const auto refused = [&](client::Client& who) {
    return CodeOf<crm::v1::User>(who, crm::v1::GetUserRequest()) == StatusCode::UNAUTHENTICATED &&
           CodeOf<distribution::v1::ListOffersResponse>(who, distribution::v1::ListOffersRequest()) ==
               StatusCode::UNAUTHENTICATED &&
           CodeOf<notifier::v1::ListNotificationsResponse>(who, notifier::v1::ListNotificationsRequest()) ==
               StatusCode::UNAUTHENTICATED;
  };
  EXPECT_TRUE(Eventually([&] { return refused(*here_) && refused(*elsewhere_); }, kEndsWithin));
}

TEST_F(Demotion, EndsStreamsWhichResumeWithTheNewRights) {
  const LiveInbox inbox({elsewhere_.get()});
  auto changes = elsewhere_->Open<crm::v1::WatchChangesResponse>(crm::v1::WatchChangesRequest());
  ASSERT_TRUE(changes.NextWithin(30s));
  Demote();
  const auto demoted = Now();
  const auto changes_end = FailureOf([&] {
    while (changes.NextWithin(2 * kEndsWithin)) {
    }
  });
  ASSERT_TRUE(changes_end);
  EXPECT_EQ(changes_end->code(), StatusCode::UNAUTHENTICATED);
  EXPECT_LE(Now() - demoted, kEndsWithin);
  const auto inbox_end = inbox.AwaitEnd(2 * kEndsWithin);
  ASSERT_TRUE(inbox_end);
  EXPECT_EQ(inbox_end->code, StatusCode::UNAUTHENTICATED);
  EXPECT_LE(inbox_end->at - demoted, kEndsWithin);
  Measured("the notifications ended {} after the demotion", Readable(inbox_end->at - demoted));

  const auto manager = Holder(Refresh(), 0);
  EXPECT_TRUE(manager->Open<crm::v1::WatchChangesResponse>(crm::v1::WatchChangesRequest()).NextWithin(30s));
  EXPECT_EQ(CodeOf<crm::v1::User>(*manager, ToRole(galina_.id(), options::v1::ROLE_ADMIN)),
            StatusCode::PERMISSION_DENIED);
}

}  // namespace
}  // namespace voronka::testing
