#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "foundation/storage/connection.h"
#include "foundation/storage/transaction.h"
#include "tests/crm_service/people/users/colleagues.h"
#include "voronka/crm/v1/change.pb.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using namespace std::chrono_literals;

UpdateUserRequest ToRole(int64_t user_id, options::v1::Role role) {
  UpdateUserRequest request;
  request.set_user_id(user_id);
  request.mutable_user()->set_role(role);
  return request;
}

// Two admins, Ольга and Галина, and the manager Анна.
struct TwoAdmins : Colleagues {
  const User galina_user = olga.Call<User>(NewUser("galina", options::v1::ROLE_ADMIN));
  const LoginResponse galina_tokens = Crm().LogIn(galina_user.login());
  client::Client galina = Crm().Holder(galina_tokens);

  int64_t galina_id() const { return galina_user.id(); }
  options::v1::Role RoleOf(int64_t user_id) {
    const auto rows = Crm().db().Query("SELECT role FROM users WHERE account_id = ? AND id = ?", account_id(), user_id);
    return static_cast<options::v1::Role>(rows.at(0).Int(0));
  }
  // As another replica does it, before this one has heard of it.
  void DemoteElsewhere(int64_t user_id) {
    Crm().db().Execute("UPDATE users SET role = ?, etag = etag + 1 WHERE account_id = ? AND id = ?",
                       options::v1::ROLE_MANAGER, account_id(), user_id);
  }
};

client::Client Refreshed(const LoginResponse& tokens) {
  return Crm().Holder(Crm().Nobody().Call<LoginResponse>(Refreshing(tokens)));
}

TEST(ChangeOfRights, LeavesADemotedAdminNoWayBack) {
  TwoAdmins they;
  they.olga.Call<User>(ToRole(they.galina_id(), options::v1::ROLE_MANAGER));
  EXPECT_EQ(FailureOf(they.galina, ToRole(they.galina_id(), options::v1::ROLE_ADMIN)).code(),
            grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(FailureOf(they.galina, NewUser("accomplice", options::v1::ROLE_ADMIN)).code(),
            grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(they.RoleOf(they.galina_id()), options::v1::ROLE_MANAGER);
}

TEST(ChangeOfRights, KeepsTheSessionWithTheNewRole) {
  TwoAdmins they;
  they.olga.Call<User>(ToRole(they.galina_id(), options::v1::ROLE_MANAGER));
  auto demoted = Refreshed(they.galina_tokens);
  EXPECT_EQ(demoted.Call<User>(GetUserRequest()).role(), options::v1::ROLE_MANAGER);
  EXPECT_EQ(FailureOf(demoted, ToRole(they.galina_id(), options::v1::ROLE_ADMIN)).reason(), "ROLE_NOT_ALLOWED");
}

TEST(ChangeOfRights, TakesEffectAtOnceIfItGrantsMore) {
  TwoAdmins they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  they.olga.Call<User>(ToRole(they.anna_id(), options::v1::ROLE_ADMIN));
  EXPECT_EQ(FailureOf(they.anna, GetUserRequest()).reason(), "TOKEN_INVALID");
  auto promoted = Refreshed(tokens);
  EXPECT_EQ(promoted.Call<User>(NewUser("boris", options::v1::ROLE_MANAGER)).display_name(), "boris");
}

TEST(ChangeOfRights, IncludesAChangeOfTheTeam) {
  Colleagues they;
  CreateTeamRequest team;
  team.mutable_team()->set_name("Север");
  team.mutable_team()->set_head_user_id(they.anna_id());
  UpdateUserRequest moving;
  moving.set_user_id(they.anna_id());
  moving.mutable_user()->set_team_id(they.olga.Call<Team>(team).id());
  they.olga.Call<User>(moving);
  EXPECT_EQ(FailureOf(they.anna, GetUserRequest()).reason(), "TOKEN_INVALID");
}

TEST(ChangeOfRights, ExcludesAChangeOfTheName) {
  Colleagues they;
  UpdateUserRequest request;
  request.set_user_id(they.anna_id());
  request.mutable_user()->set_display_name("Анна Ивановна");
  they.olga.Call<User>(request);
  EXPECT_EQ(they.anna.Call<User>(GetUserRequest()).display_name(), "Анна Ивановна");
  they.olga.Call<User>(ToRole(they.anna_id(), options::v1::ROLE_MANAGER));
  EXPECT_NO_THROW(they.anna.Call<User>(GetUserRequest()));
}

TEST(ChangeOfRights, IsNotForgottenAfterAChangeOfTheName) {
  TwoAdmins they;
  they.olga.Call<User>(ToRole(they.galina_id(), options::v1::ROLE_MANAGER));
  const auto tokens = Crm().LogIn(they.galina_user.login());
  UpdateUserRequest request;
  request.set_user_id(they.galina_id());
  request.mutable_user()->set_display_name("Галя");
  they.olga.Call<User>(request);
  EXPECT_EQ(Crm().Holder(tokens).Call<User>(GetUserRequest()).display_name(), "Галя");
  EXPECT_EQ(FailureOf(they.galina, GetUserRequest()).reason(), "TOKEN_INVALID");
}

TEST(ChangeOfRights, InvalidatesTokensFromBeforeAUserWasDisabled) {
  Colleagues they;
  they.olga.Call<User>(Disabling(they.anna_id()));
  UpdateUserRequest enabling;
  enabling.set_user_id(they.anna_id());
  enabling.mutable_user()->set_state(User::STATE_ACTIVE);
  they.olga.Call<User>(enabling);
  EXPECT_EQ(FailureOf(they.anna, GetUserRequest()).code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(Crm().User(they.anna_user.login()).Call<User>(GetUserRequest()).id(), they.anna_id());
}

TEST(ChangeOfRights, AppliesToAdminMethodsOnAReplicaThatHasNotHeardOfIt) {
  TwoAdmins they;
  they.DemoteElsewhere(they.galina_id());
  EXPECT_EQ(FailureOf(they.galina, ToRole(they.galina_id(), options::v1::ROLE_ADMIN)).reason(), "TOKEN_INVALID");
  EXPECT_EQ(FailureOf(they.galina, NewUser("accomplice", options::v1::ROLE_ADMIN)).reason(), "TOKEN_INVALID");
  EXPECT_EQ(they.RoleOf(they.galina_id()), options::v1::ROLE_MANAGER);
}

TEST(ChangeOfRights, WaitsForAConcurrentOne) {
  TwoAdmins they;
  std::jthread demoted;
  storage::RunTransaction(Crm().db(), [&](storage::Transaction& transaction) {
    transaction.db.Execute("UPDATE users SET role = ?, etag = etag + 1 WHERE account_id = ? AND id = ?",
                           options::v1::ROLE_MANAGER, they.account_id(), they.galina_id());
    demoted = std::jthread([&] {
      EXPECT_EQ(FailureOf(they.galina, ToRole(they.anna_id(), options::v1::ROLE_ADMIN)).reason(), "TOKEN_INVALID");
    });
    std::this_thread::sleep_for(200ms);
  });
  demoted.join();
  EXPECT_EQ(they.RoleOf(they.anna_id()), options::v1::ROLE_MANAGER);
}

TEST(ChangeOfRights, LetsOneOfTwoAdminsWhoDemoteEachOtherWin) {
  for (int round = 0; round < 5; ++round) {
    TwoAdmins they;
    they.olga.Call<User>(NewUser("vera", options::v1::ROLE_ADMIN));
    const auto demote = [](client::Client& who, int64_t user_id) {
      try {
        who.Call<User>(ToRole(user_id, options::v1::ROLE_MANAGER));
      } catch (const client::CallFailed& failure) {
        EXPECT_EQ(failure.code(), grpc::StatusCode::UNAUTHENTICATED);
      }
    };
    {
      const std::jthread first([&] { demote(they.olga, they.galina_id()); });
      const std::jthread second([&] { demote(they.galina, they.olga_id()); });
    }
    EXPECT_NE(they.RoleOf(they.olga_id()), they.RoleOf(they.galina_id()));
  }
}

// Whoever asks at that moment gets the new role, or a token that is refused.
TEST(ChangeOfRights, IsNotOvertakenByARefreshOrALogin) {
  for (int round = 0; round < 5; ++round) {
    TwoAdmins they;
    std::vector<LoginResponse> taken(2);
    {
      const std::jthread demotion([&] { they.olga.Call<User>(ToRole(they.galina_id(), options::v1::ROLE_MANAGER)); });
      const std::jthread refresh(
          [&] { taken[0] = Crm().Nobody().Call<LoginResponse>(Refreshing(they.galina_tokens)); });
      const std::jthread login([&] { taken[1] = Crm().LogIn(they.galina_user.login()); });
    }
    for (const auto& tokens : taken) {
      auto holder = Crm().Holder(tokens);
      const auto code = FailureOf(holder, NewUser("accomplice", options::v1::ROLE_ADMIN)).code();
      EXPECT_EQ(code, tokens.user().role() == options::v1::ROLE_ADMIN ? grpc::StatusCode::UNAUTHENTICATED
                                                                      : grpc::StatusCode::PERMISSION_DENIED);
    }
  }
}

TEST(ChangeOfRights, EndsTheUsersStreams) {
  TwoAdmins they;
  auto stream = they.galina.Open<WatchChangesResponse>(WatchChangesRequest());
  ASSERT_TRUE(stream.NextWithin(10s));
  they.olga.Call<User>(ToRole(they.galina_id(), options::v1::ROLE_MANAGER));
  Crm().TickStreams();
  try {
    while (stream.NextWithin(5s)) {
    }
    ADD_FAILURE() << "it goes on";
  } catch (const client::CallFailed& failure) {
    EXPECT_EQ(failure.code(), grpc::StatusCode::UNAUTHENTICATED);
  }
}

}  // namespace
}  // namespace voronka::testing
