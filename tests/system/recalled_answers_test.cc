#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <future>
#include <optional>
#include <thread>
#include <vector>

#include "client/request_id.h"
#include "tests/support/account.h"
#include "tests/system/reading.h"
#include "tests/system/refusal.h"
#include "tests/system/requests.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;

// During this time a commit is visible that a crash would lose.
constexpr auto kLogDelay = 500ms;

// An answer may rest on what another call has just done. It must still be true after the database was killed.
class RecalledAnswers : public ::testing::Test {
 protected:
  // Ids come in blocks of a hundred, so taking one does not need the slow log.
  RecalledAnswers() { account_.intake().Call<crm::v1::Inquiry>(InquiryOf(0)); }

  // Kills the database as soon as one of the calls has returned true, that is, was answered.
  void CrashAtTheFirstAnswer(const std::vector<std::function<bool()>>& calls) {
    PrivateMariaDb& database = system_.database();
    database.host_faults().SetLogDelay(kLogDelay);
    std::promise<void> answered;
    std::once_flag first;
    {
      std::vector<std::jthread> callers;
      for (const auto& call : calls) {
        callers.emplace_back([&] {
          if (call()) std::call_once(first, [&] { answered.set_value(); });
        });
      }
      EXPECT_EQ(answered.get_future().wait_for(60s), std::future_status::ready);
      database.Kill9();
      database.host_faults().SetLogDelay(0ms);
      database.Start();
    }
  }

  // The first answer of two concurrent calls before the crash, and the answer to a retry after it.
  template <class Response>
  void ExpectOneAnswer(client::Client& caller, const google::protobuf::Message& request) {
    std::mutex mutex;
    std::vector<std::string> answers;
    const auto call = [&] {
      Response response;
      if (FailureOf([&] { response = caller.Call<Response>(request, {.timeout = 30s}); })) return false;
      const std::lock_guard lock(mutex);
      answers.push_back(response.SerializeAsString());
      return true;
    };
    CrashAtTheFirstAnswer({call, call});
    ASSERT_FALSE(answers.empty());
    const auto repeated = caller.Call<Response>(request, {.timeout = 60s, .repeat = true});
    EXPECT_EQ(repeated.SerializeAsString(), answers.front()) << repeated.ShortDebugString();
  }

  System system_{{.host = PrivateMariaDb::Host::kFaulty}};
  Account account_{system_, 1, 5min, Queue::kWithoutQueue};
};

TEST_F(RecalledAnswers, ToAMoveSurviveACrash) {
  const auto deal = account_.manager(0).Call<Deal>(OwnDeal());
  auto request = MoveTo("price_sent", deal.id());
  request.set_request_id(client::NewRequestId());
  ExpectOneAnswer<Deal>(account_.manager(0), request);
}

TEST_F(RecalledAnswers, ToAnInquirySurviveACrash) {
  auto request = InquiryOf(1);
  request.set_request_id(client::NewRequestId());
  ExpectOneAnswer<crm::v1::Inquiry>(account_.intake(), request);
}

// The form says `repeated` to one of the two, which need not be equal.
TEST_F(RecalledAnswers, ToAFormSurviveACrash) {
  crm::v1::CreateFormRequest create;
  create.mutable_form()->set_name("Форма на главной");
  crm::v1::SubmitFormRequest request;
  request.set_key(account_.admin().Call<crm::v1::Form>(create).key());
  auto& phone = *request.add_values();
  phone.set_name("phone");
  phone.set_value("+79161234567");
  const auto gateway = system_.Service("gateway", 0);
  std::mutex mutex;
  std::optional<int64_t> first;
  const auto call = [&] {
    crm::v1::SubmitFormResponse response;
    const auto ask = [&] { response = gateway->Call<crm::v1::SubmitFormResponse>(request, {.timeout = 30s}); };
    if (FailureOf(ask)) return false;
    const std::lock_guard lock(mutex);
    if (!first) first = response.inquiry_id();
    return true;
  };
  CrashAtTheFirstAnswer({call, call});
  ASSERT_TRUE(first);
  const auto again = gateway->Call<crm::v1::SubmitFormResponse>(request, {.timeout = 60s, .repeat = true});
  EXPECT_TRUE(again.repeated());
  EXPECT_EQ(again.inquiry_id(), *first);
}

// After «This login is taken», it must stay taken.
TEST_F(RecalledAnswers, ThatAreRefusalsStillHoldAfterACrash) {
  crm::v1::CreateUserRequest request;
  request.mutable_user()->set_login("twin@account.test");
  request.mutable_user()->set_display_name("Анна");
  request.mutable_user()->set_role(options::v1::ROLE_MANAGER);
  request.set_password(Account::kPassword);
  std::atomic<bool> refused = false;
  const auto call = [&] {
    const auto failure = FailureOf([&] { account_.admin().Call<crm::v1::User>(request, {.timeout = 30s}); });
    if (!failure || failure->reason() != "LOGIN_TAKEN") return false;
    return refused = true;
  };
  CrashAtTheFirstAnswer({call, call});
  ASSERT_TRUE(refused);
  const auto again =
      FailureOf([&] { account_.admin().Call<crm::v1::User>(request, {.timeout = 60s, .repeat = true}); });
  ASSERT_TRUE(again);
  EXPECT_EQ(again->reason(), "LOGIN_TAKEN");
}

}  // namespace
}  // namespace voronka::testing
