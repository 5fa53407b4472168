#include <gmock/gmock.h>
#include <google/protobuf/empty.pb.h>
#include <gtest/gtest.h>

#include "crm_service/people/sessions/sessions.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/people/users/colleagues.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

RevokeSessionRequest Revoking(const LoginResponse& tokens) {
  RevokeSessionRequest request;
  request.set_session_id(tokens.session().id());
  return request;
}

ListSessionsRequest Of(int64_t user_id) {
  ListSessionsRequest request;
  request.set_user_id(user_id);
  return request;
}

std::vector<int64_t> Listed(client::Client& who, const ListSessionsRequest& request = {}) {
  const auto page = who.Call<ListSessionsResponse>(request);
  std::vector<int64_t> ids;
  for (const auto& session : page.sessions()) ids.push_back(session.id());
  return ids;
}

grpc::StatusCode Refusal(client::Client& who) { return FailureOf(who, GetUserRequest()).code(); }

bool IsStored(const Colleagues& they, const LoginResponse& tokens) {
  return !Crm()
              .db()
              .Query("SELECT id FROM sessions WHERE account_id = ? AND id = ?", they.account_id(),
                     tokens.session().id())
              .empty();
}

TEST(Logout, EndsOnlyTheCallersSession) {
  Colleagues they;
  auto elsewhere = Crm().User(they.anna_user.login());
  they.anna.Call<google::protobuf::Empty>(LogoutRequest());
  EXPECT_EQ(Refusal(they.anna), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(elsewhere.Call<User>(GetUserRequest()).id(), they.anna_id());
}

TEST(Logout, EndsAllSessionsOfTheCallerIfAsked) {
  Colleagues they;
  const auto elsewhere = Crm().LogIn(they.anna_user.login());
  LogoutRequest everywhere;
  everywhere.set_everywhere(true);
  they.anna.Call<google::protobuf::Empty>(everywhere);
  EXPECT_EQ(Refusal(they.anna), grpc::StatusCode::UNAUTHENTICATED);
  auto other = Crm().Holder(elsewhere);
  EXPECT_EQ(Refusal(other), grpc::StatusCode::UNAUTHENTICATED);
  RefreshSessionRequest refresh;
  refresh.set_refresh_token(elsewhere.refresh_token());
  auto nobody = Crm().Nobody();
  EXPECT_EQ(FailureOf(nobody, refresh).reason(), "SESSION_ENDED");
}

TEST(Logout, KeepsTheSessionsOfOtherUsers) {
  Colleagues they;
  LogoutRequest everywhere;
  everywhere.set_everywhere(true);
  they.anna.Call<google::protobuf::Empty>(everywhere);
  EXPECT_EQ(they.olga.Call<User>(GetUserRequest()).login(), they.account.admin().login());
  EXPECT_EQ(Crm().LogIn(they.anna_user.login()).user().id(), they.anna_id());
}

TEST(ListSessions, ReturnsTheCallersActiveSessions) {
  Colleagues they;
  const auto second = Crm().LogIn(they.anna_user.login());
  const auto third = Crm().LogIn(they.anna_user.login());
  auto anna = Crm().Holder(third);
  const auto all = Listed(anna);
  EXPECT_EQ(all.size(), 3U);
  Crm().Holder(second).Call<google::protobuf::Empty>(LogoutRequest());
  EXPECT_THAT(Listed(anna), ElementsAre(all[0], third.session().id()));
}

TEST(ListSessions, OfAnotherUserIsOnlyForAdmins) {
  Colleagues they;
  EXPECT_EQ(Listed(they.olga, Of(they.anna_id())).size(), 1U);
  EXPECT_EQ(FailureOf(they.anna, Of(they.olga_id())).code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(FailureOf(they.olga, Of(77)).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(RevokeSession, EndsItAtOnceAndWritesAnEvent) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  auto lost_phone = Crm().Holder(tokens);
  const auto ended = they.anna.Call<Session>(Revoking(tokens));
  EXPECT_TRUE(ended.has_revoke_time());
  EXPECT_EQ(Refusal(lost_phone), grpc::StatusCode::UNAUTHENTICATED);
  const auto change = Crm().LastChange<Session>(they.account_id());
  EXPECT_EQ(change.kind, ResourceChange::KIND_DELETED);
  EXPECT_EQ(change.after.SerializeAsString(), ended.SerializeAsString());
}

TEST(RevokeSession, DoesNothingTheSecondTime) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  const auto ended = they.anna.Call<Session>(Revoking(tokens));
  const auto events = Crm().EventsOf(they.account_id()).size();
  EXPECT_EQ(they.anna.Call<Session>(Revoking(tokens)).SerializeAsString(), ended.SerializeAsString());
  EXPECT_EQ(Crm().EventsOf(they.account_id()).size(), events);
}

TEST(RevokeSession, OfAnotherUserIsOnlyForAdmins) {
  Colleagues they;
  const auto annas = Crm().LogIn(they.anna_user.login());
  const auto olgas = Crm().LogIn(they.account.admin().login());
  EXPECT_EQ(FailureOf(they.anna, Revoking(olgas)).code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_TRUE(they.olga.Call<Session>(Revoking(annas)).has_revoke_time());
}

TEST(RevokeSession, DoesNotFindOneInAnotherAccount) {
  Colleagues they, others;
  const auto theirs = Crm().LogIn(others.anna_user.login());
  EXPECT_EQ(FailureOf(they.olga, Revoking(theirs)).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(EndedSessions, AreDeletedThirtyDaysLater) {
  constexpr int64_t kThirtyDays = std::chrono::microseconds(std::chrono::days(30)).count();
  Colleagues they;
  const auto alive = Crm().LogIn(they.anna_user.login());
  const auto ended = Crm().LogIn(they.anna_user.login());
  they.anna.Call<Session>(Revoking(ended));
  crm::Sessions::Forget(Crm().db(), Crm().Now() + kThirtyDays - 60'000'000, 1000);
  EXPECT_TRUE(IsStored(they, ended));
  crm::Sessions::Forget(Crm().db(), Crm().Now() + kThirtyDays, 1000);
  EXPECT_FALSE(IsStored(they, ended));
  EXPECT_TRUE(IsStored(they, alive));
}

}  // namespace
}  // namespace voronka::testing
