#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/crm_service/people/users/colleagues.h"
#include "tests/support/authenticator_app.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

BeginTotpRequest Beginning(const std::string& password = kPassword) {
  BeginTotpRequest request;
  request.set_password(password);
  return request;
}

ConfirmTotpRequest Confirming(const std::string& code) {
  ConfirmTotpRequest request;
  request.set_code(code);
  return request;
}

RemoveTotpRequest Removing(const std::string& code, const std::string& password = kPassword) {
  RemoveTotpRequest request;
  request.set_password(password);
  request.set_code(code);
  return request;
}

RemoveTotpRequest RemovingOf(int64_t user_id) {
  RemoveTotpRequest request;
  request.set_user_id(user_id);
  return request;
}

// Анна has a second factor.
struct Protected : Colleagues {
  const AuthenticatorApp app{anna.Call<BeginTotpResponse>(Beginning()).secret()};
  const std::string first_code = app.CodeAt(Crm().Now());
  const ConfirmTotpResponse confirmed = anna.Call<ConfirmTotpResponse>(Confirming(first_code));

  // One that has not been used.
  std::string NextCode() {
    Crm().Advance(std::chrono::seconds(60));
    return app.CodeAt(Crm().Now());
  }

  LoginRequest LoggingIn(const std::string& code, const std::string& password = kPassword) const {
    LoginRequest request;
    request.set_login(anna_user.login());
    request.set_password(password);
    request.set_code(code);
    return request;
  }

  std::string Refusal(const LoginRequest& request) {
    try {
      Crm().Nobody().Call<LoginResponse>(request);
      return "";
    } catch (const client::CallFailed& failure) {
      return failure.reason();
    }
  }
  std::string Refusal(const std::string& code) { return Refusal(LoggingIn(code)); }
};

bool HasSecret(int64_t account_id) {
  return !Crm().db().Query("SELECT user_id FROM user_totp WHERE account_id = ?", account_id).empty();
}

TEST(BeginTotp, ReturnsASecretForTheApp) {
  Colleagues they;
  const auto begun = they.anna.Call<BeginTotpResponse>(Beginning());
  EXPECT_EQ(begun.secret().size(), 32U);
  EXPECT_THAT(begun.uri(), StartsWith("otpauth://totp/Voronka:anna%40"));
  EXPECT_THAT(begun.uri(), ::testing::HasSubstr("secret=" + begun.secret() + "&issuer=Voronka"));
  EXPECT_FALSE(Reading(they.anna, 0).totp_enabled());
  EXPECT_EQ(LoginRefusal(they.anna_user.login()), "") << "nothing changes before it is confirmed";
}

TEST(BeginTotp, NeedsThePassword) {
  Colleagues they;
  const auto failure = FailureOf(they.anna, Beginning("wrong horse"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "WRONG_PASSWORD");
  EXPECT_FALSE(HasSecret(they.account_id()));
}

TEST(BeginTotp, IsRefusedIfItIsOn) {
  Protected they;
  EXPECT_EQ(FailureOf(they.anna, Beginning()).reason(), "TOTP_ENABLED");
  EXPECT_EQ(they.Refusal(they.NextCode()), "") << "the secret stays";
}

TEST(ConfirmTotp, TurnsItOnAndWritesAnEvent) {
  Protected they;
  EXPECT_TRUE(they.confirmed.user().totp_enabled());
  EXPECT_EQ(they.confirmed.recovery_codes_size(), 10);
  const auto change = Crm().LastChange<User>(they.account_id());
  EXPECT_FALSE(change.before.totp_enabled());
  EXPECT_EQ(change.after.SerializeAsString(), they.confirmed.user().SerializeAsString());
  EXPECT_EQ(Reading(they.anna, 0).SerializeAsString(), change.after.SerializeAsString()) << "the session goes on";
}

TEST(ConfirmTotp, NeedsACodeOfTheSecret) {
  Colleagues they;
  EXPECT_EQ(FailureOf(they.anna, Confirming("123456")).reason(), "TOTP_NOT_BEGUN");
  const AuthenticatorApp former(they.anna.Call<BeginTotpResponse>(Beginning()).secret());
  const AuthenticatorApp latter(they.anna.Call<BeginTotpResponse>(Beginning()).secret());
  const auto failure = FailureOf(they.anna, Confirming(former.CodeAt(Crm().Now())));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "CODE_WRONG");
  EXPECT_TRUE(they.anna.Call<ConfirmTotpResponse>(Confirming(latter.CodeAt(Crm().Now()))).user().totp_enabled());
}

TEST(ConfirmTotp, LimitsGuessesTogetherWithThoseOfThePassword) {
  Colleagues they;
  they.anna.Call<BeginTotpResponse>(Beginning());
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(FailureOf(they.anna, Confirming("x")).reason(), "CODE_WRONG");
    EXPECT_EQ(FailureOf(they.anna, Beginning("wrong horse")).reason(), "WRONG_PASSWORD");
  }
  const auto failure = FailureOf(they.anna, Confirming("x"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(failure.reason(), "TOO_MANY_ATTEMPTS");
  EXPECT_EQ(FailureOf(they.anna, Beginning()).reason(), "TOO_MANY_ATTEMPTS");
}

TEST(ConfirmTotp, StoresOnlyHashesOfRecoveryCodes) {
  Protected they;
  const auto rows = Crm().db().Query("SELECT hash FROM recovery_codes WHERE account_id = ?", they.account_id());
  ASSERT_EQ(rows.size(), 10U);
  for (const auto& row : rows) EXPECT_EQ(row.Text(0).size(), 32U);
}

TEST(LoginWithTotp, NeedsACode) {
  Protected they;
  auto nobody = Crm().Nobody();
  const auto missing = FailureOf(nobody, they.LoggingIn(""));
  EXPECT_EQ(missing.code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(missing.reason(), "CODE_REQUIRED");
  EXPECT_EQ(they.Refusal(" - "), "CODE_REQUIRED");
  const auto wrong = FailureOf(nobody, they.LoggingIn("x"));
  EXPECT_EQ(wrong.code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(wrong.reason(), "CODE_WRONG");
  EXPECT_EQ(they.Refusal(they.NextCode()), "");
}

TEST(LoginWithTotp, SaysNothingOfTheCodeWithoutThePassword) {
  Protected they;
  EXPECT_EQ(they.Refusal(they.LoggingIn("", "wrong horse")), "WRONG_LOGIN");
  const auto code = they.NextCode();
  EXPECT_EQ(they.Refusal(they.LoggingIn(code, "wrong horse")), "WRONG_LOGIN");
  EXPECT_EQ(they.Refusal(code), "") << "a wrong password uses up no code";
}

TEST(LoginWithTotp, TakesACodeOnce) {
  Protected they;
  EXPECT_EQ(they.Refusal(they.first_code), "CODE_WRONG") << "it has confirmed";
  const auto code = they.NextCode();
  EXPECT_EQ(they.Refusal(code), "");
  EXPECT_EQ(they.Refusal(code), "CODE_WRONG");
}

TEST(LoginWithTotp, TakesACodeOnceOfTwoThatComeTogether) {
  Protected they;
  const auto code = they.NextCode();
  std::vector<std::future<std::string>> logins;
  for (int i = 0; i < 2; ++i) logins.push_back(std::async(std::launch::async, [&] { return they.Refusal(code); }));
  EXPECT_THAT((std::vector{logins[0].get(), logins[1].get()}), UnorderedElementsAre("", "CODE_WRONG"));
}

TEST(LoginWithTotp, TakesEachRecoveryCodeOnce) {
  Protected they;
  for (const auto& code : {they.confirmed.recovery_codes(0), they.confirmed.recovery_codes(9)}) {
    EXPECT_EQ(they.Refusal(code), "");
    EXPECT_EQ(they.Refusal(code), "CODE_WRONG");
  }
}

TEST(LoginWithTotp, TakesNoRecoveryCodeOfAnotherUser) {
  Protected they, others;
  EXPECT_EQ(they.Refusal(others.confirmed.recovery_codes(0)), "CODE_WRONG");
  EXPECT_EQ(others.Refusal(others.confirmed.recovery_codes(0)), "");
}

TEST(LoginWithTotp, CountsWrongCodesAsFailures) {
  // Other tests may have failed from this address.
  Crm().Advance(std::chrono::minutes(15));
  Protected they;
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(they.Refusal("x"), "CODE_WRONG");
    EXPECT_EQ(they.Refusal(""), i < 9 ? "CODE_REQUIRED" : "TOO_MANY_LOGINS") << "asking for the code is no failure";
  }
  EXPECT_EQ(they.Refusal(they.app.CodeAt(Crm().Now(), 1)), "TOO_MANY_LOGINS");
  Crm().Advance(std::chrono::minutes(15));
}

TEST(LoginWithTotp, NeedsACodeAfterAResetOfThePasswordToo) {
  Protected they;
  Redeem(LinkOf(they.olga, they.anna_id()));
  EXPECT_EQ(they.Refusal(they.LoggingIn("", "battery staple")), "CODE_REQUIRED");
  EXPECT_EQ(they.Refusal(they.LoggingIn(they.NextCode(), "battery staple")), "");
}

TEST(RemoveTotp, NeedsThePasswordAndACodeOfTheUser) {
  Protected they;
  const auto code = they.NextCode();
  EXPECT_THAT(ViolationsOf(they.anna, Removing("", "")),
              UnorderedElementsAre("REQUIRED at password", "REQUIRED at code"));
  EXPECT_EQ(FailureOf(they.anna, Removing(code, "wrong horse")).reason(), "WRONG_PASSWORD");
  EXPECT_EQ(FailureOf(they.anna, Removing("x")).reason(), "CODE_WRONG");
  EXPECT_TRUE(Reading(they.anna, 0).totp_enabled());
  EXPECT_FALSE(they.anna.Call<User>(Removing(code)).totp_enabled());
  EXPECT_EQ(they.Refusal(""), "");
  EXPECT_FALSE(HasSecret(they.account_id()));
}

TEST(RemoveTotp, TakesARecoveryCodeAndDropsTheOthers) {
  Protected they;
  EXPECT_FALSE(they.anna.Call<User>(Removing(they.confirmed.recovery_codes(3))).totp_enabled());
  EXPECT_TRUE(Crm().db().Query("SELECT user_id FROM recovery_codes WHERE account_id = ?", they.account_id()).empty());
}

TEST(RemoveTotp, NamedByTheirOwnIdIsTheUsersOwn) {
  Protected they;
  EXPECT_THAT(ViolationsOf(they.anna, RemovingOf(they.anna_id())),
              UnorderedElementsAre("REQUIRED at password", "REQUIRED at code"));
}

TEST(RemoveTotp, OfAnotherUserIsForAdminsAndTheOperator) {
  Protected they;
  const auto failure = FailureOf(they.anna, RemovingOf(they.olga_id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_YOURS");
  EXPECT_FALSE(they.olga.Call<User>(RemovingOf(they.anna_id())).totp_enabled());
  EXPECT_EQ(they.Refusal(""), "");
  Protected others;
  EXPECT_EQ(FailureOf(they.olga, RemovingOf(77)).code(), grpc::StatusCode::NOT_FOUND);
  auto in_account = Crm().Operator(others.account_id());
  EXPECT_THAT(ViolationsOf(in_account, RemoveTotpRequest()), UnorderedElementsAre("REQUIRED at user_id"));
  EXPECT_FALSE(in_account.Call<User>(RemovingOf(others.anna_id())).totp_enabled());
}

TEST(RemoveTotp, DoesNothingIfItIsOff) {
  Colleagues they;
  const auto events = Crm().EventsOf(they.account_id()).size();
  EXPECT_EQ(they.olga.Call<User>(RemovingOf(they.anna_id())).SerializeAsString(), they.anna_user.SerializeAsString());
  EXPECT_EQ(Crm().EventsOf(they.account_id()).size(), events);
}

}  // namespace
}  // namespace voronka::testing
