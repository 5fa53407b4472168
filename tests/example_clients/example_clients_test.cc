#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "foundation/events/stream_cursor.h"
#include "tests/example_clients/example_client.h"
#include "tests/notifier/push/vendors/vendor_servers.h"
#include "tests/support/account.h"
#include "tests/support/eventually.h"
#include "tests/support/programs.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"
#include "voronka/notifier/v1/delivery.pb.h"
#include "voronka/options/v1/stream_position.pb.h"

// What `clients` shows to those who write a client of their own, on live services.
namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::Task;
using notifier::v1::DeliveryStep;

struct Example {
  std::string name;
  // As it calls itself in the list of sessions.
  std::string device;
  std::vector<std::string> command;
};

class ExampleClients : public ::testing::TestWithParam<Example> {
 protected:
  static void SetUpTestSuite() {
    vendors = std::make_unique<VendorServers>();
    system = std::make_unique<System>(System::Options{.push = vendors->Firebase()});
  }
  static void TearDownTestSuite() {
    system.reset();
    vendors.reset();
  }

  // Returns when its stream is open.
  void StartClient(const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"--crm",         system->crm().address(),
                                          "--notifier",    system->notifier().address(),
                                          "--login",       account_.LoginOf("manager-0"),
                                          "--password",    Account::kPassword,
                                          "--cursor-file", cursor_file_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    client_.Start(arguments);
    ASSERT_TRUE(client_.Await("logged in as manager-0", ++starts_));
    ASSERT_TRUE(Eventually([&] { return std::filesystem::exists(cursor_file_); }));
  }

  // A deal that is on offer to the manager.
  int64_t OfferedDeal() { return account_.intake().Call<crm::v1::Inquiry>(InquiryOf(++inquiries_)).deal_id(); }

  // The manager's reminder of a task of this name comes in a second.
  Task RemindedTask(const std::string& text) {
    auto request = TaskDue(Now() + 1h, 0, {1h - 1s});
    request.mutable_task()->set_text(text);
    return account_.manager(0).Call<Task>(request);
  }

  Task TaskOf(int64_t id) {
    crm::v1::GetTaskRequest request;
    request.set_task_id(id);
    return account_.manager(0).Call<Task>(request);
  }

  // What became of a notification on the client's device.
  std::vector<DeliveryStep::Kind> StepsOnDevice(int64_t notification_id) {
    notifier::v1::ExplainDeliveryRequest request;
    request.set_notification_id(notification_id);
    const auto explained = account_.manager(0).Call<notifier::v1::ExplainDeliveryResponse>(request);
    std::vector<DeliveryStep::Kind> kinds;
    for (const auto& step : explained.steps()) {
      if (step.device() == GetParam().device) kinds.push_back(step.kind());
    }
    return kinds;
  }

  // Whether Firebase was told to wake this device for it.
  static bool WasPushed(const std::string& token, int64_t notification_id) {
    return std::ranges::any_of(vendors->Received("fcm"), [&](const Json& received) {
      const Json& message = received.at("message");
      return message.at("token") == token && message.at("data").at("notificationId") == std::to_string(notification_id);
    });
  }

  static inline std::unique_ptr<VendorServers> vendors;
  static inline std::unique_ptr<System> system;
  Account account_{*system, 1, 5min};
  ExampleClient client_{GetParam().command};
  const std::filesystem::path cursor_file_ = client_.folder() / "cursor";
  int inquiries_ = 0;
  int starts_ = 0;
};

TEST_P(ExampleClients, TakeAnOffer) {
  StartClient();
  const int64_t deal_id = OfferedDeal();
  const auto offer = client_.AwaitShown("Вам новая заявка");
  ASSERT_TRUE(offer);
  client_.Type("take " + std::to_string(*offer));
  EXPECT_TRUE(client_.Await("taken"));
  EXPECT_TRUE(client_.Await("close #" + std::to_string(*offer)));
  const Deal deal = DealOf(account_.head(), deal_id);
  EXPECT_EQ(deal.responsible_user_id(), account_.manager_id(0));
  EXPECT_FALSE(deal.has_offer_deadline());
}

TEST_P(ExampleClients, CompleteATaskWithItsResult) {
  StartClient();
  const Task task = RemindedTask("Позвонить");
  const auto reminder = client_.AwaitShown("Задача до");
  ASSERT_TRUE(reminder);
  client_.Type("complete " + std::to_string(*reminder) + " Договорились о встрече");
  EXPECT_TRUE(client_.Await("completed"));
  EXPECT_TRUE(client_.Await("close #" + std::to_string(*reminder)));
  EXPECT_EQ(TaskOf(task.id()).result(), "Договорились о встрече");
}

TEST_P(ExampleClients, TellWhyAnAnswerIsRefused) {
  StartClient();
  RemindedTask("Позвонить");
  const auto reminder = client_.AwaitShown("Задача до");
  ASSERT_TRUE(reminder);
  client_.Type("take " + std::to_string(*reminder));
  EXPECT_TRUE(client_.Await("refused: "));
  client_.Type("snooze " + std::to_string(*reminder) + " 100000");
  EXPECT_TRUE(client_.Await("refused: ", 2));
  EXPECT_EQ(client_.Count("close"), 0);
}

TEST_P(ExampleClients, SnoozeAndShowAgain) {
  StartClient();
  OfferedDeal();
  const auto offer = client_.AwaitShown("Вам новая заявка");
  ASSERT_TRUE(offer);
  client_.Type("snooze " + std::to_string(*offer) + " 0.02");
  EXPECT_TRUE(client_.Await("snoozed"));
  EXPECT_TRUE(client_.Await("close #" + std::to_string(*offer)));
  EXPECT_TRUE(client_.Await("show #" + std::to_string(*offer) + " again: Вам новая заявка"));
}

TEST_P(ExampleClients, HideANotification) {
  StartClient();
  OfferedDeal();
  const auto offer = client_.AwaitShown("Вам новая заявка");
  ASSERT_TRUE(offer);
  client_.Type("hide " + std::to_string(*offer));
  EXPECT_TRUE(client_.Await("hidden"));
  EXPECT_TRUE(client_.Await("close #" + std::to_string(*offer)));
}

TEST_P(ExampleClients, ShowWhatWasUnreadBeforeTheFirstStart) {
  RemindedTask("Была раньше");
  ASSERT_TRUE(Eventually([&] { return !InboxOf(account_.manager(0)).empty(); }));
  StartClient();
  EXPECT_TRUE(client_.AwaitShown("Была раньше"));
}

// What was streamed is noted in memory at first; the notifier writes it before it stops.
TEST_P(ExampleClients, AreNamedWhereADeliveryIsExplained) {
  StartClient();
  OfferedDeal();
  const auto offer = client_.AwaitShown("Вам новая заявка");
  ASSERT_TRUE(offer);
  EXPECT_EQ(system->notifier().Terminate(), 0);
  system->notifier().Start();
  system->notifier().WaitServing();
  EXPECT_THAT(StepsOnDevice(*offer), ::testing::Contains(DeliveryStep::KIND_STREAMED));
  client_.Type("hide " + std::to_string(*offer));
  EXPECT_TRUE(client_.Await("hidden"));
  EXPECT_THAT(StepsOnDevice(*offer),
              ::testing::ElementsAre(DeliveryStep::KIND_STREAMED, DeliveryStep::KIND_SHOWN, DeliveryStep::KIND_SEEN));
}

TEST_P(ExampleClients, RegisterTheirPushToken) {
  const std::string token = "status-200-" + GetParam().name;
  StartClient({"--push-token", token});
  ASSERT_TRUE(client_.Await("push token registered"));
  OfferedDeal();
  const auto offer = client_.AwaitShown("Вам новая заявка");
  ASSERT_TRUE(offer);
  EXPECT_TRUE(Eventually([&] { return WasPushed(token, *offer); }));
  EXPECT_TRUE(Eventually([&] { return std::ranges::count(StepsOnDevice(*offer), DeliveryStep::KIND_PUSHED) == 1; }));
}

// While the notifier is away, an offer is taken and tasks become due. Nothing is missed, nothing comes twice.
TEST_P(ExampleClients, SurviveKillsOfTheNotifier) {
  StartClient();
  for (int round = 0; round < 3; ++round) {
    const std::string before = "До " + std::to_string(round);
    const std::string during = "Во время " + std::to_string(round);
    RemindedTask(before);
    EXPECT_TRUE(client_.AwaitShown(before));
    system->notifier().Kill9();
    RemindedTask(during);
    EXPECT_TRUE(client_.Await("the stream has ended", round + 1));
    system->notifier().Start();
    EXPECT_TRUE(client_.AwaitShown(during));
  }
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(client_.CountShown("До " + std::to_string(round)), 1);
    EXPECT_EQ(client_.CountShown("Во время " + std::to_string(round)), 1);
  }
}

TEST_P(ExampleClients, AnswerWhileTheNotifierRestarts) {
  StartClient();
  RemindedTask("Позвонить");
  const auto reminder = client_.AwaitShown("Задача до");
  ASSERT_TRUE(reminder);
  system->notifier().Kill9();
  client_.Type("hide " + std::to_string(*reminder));
  system->notifier().Start();
  EXPECT_TRUE(client_.Await("hidden"));
  EXPECT_TRUE(client_.Await("close #" + std::to_string(*reminder)));
}

TEST_P(ExampleClients, ContinueWhereTheyStopped) {
  StartClient();
  RemindedTask("Увидел");
  ASSERT_TRUE(client_.AwaitShown("Увидел"));
  client_.Kill9();
  RemindedTask("Пропустил");
  ASSERT_TRUE(Eventually([&] { return InboxOf(account_.manager(0)).size() == 2; }));
  StartClient();
  EXPECT_TRUE(client_.AwaitShown("Пропустил"));
  EXPECT_EQ(client_.CountShown("Пропустил"), 1);
}

TEST_P(ExampleClients, ListTheInboxIfTheirCursorIsOfAnotherLog) {
  options::v1::StreamPosition elsewhere;
  elsewhere.set_history("another");
  std::ofstream(cursor_file_) << events::EncodeCursor(elsewhere);
  RemindedTask("Была раньше");
  ASSERT_TRUE(Eventually([&] { return !InboxOf(account_.manager(0)).empty(); }));
  StartClient();
  EXPECT_TRUE(client_.AwaitShown("Была раньше"));
  OfferedDeal();
  EXPECT_TRUE(client_.AwaitShown("Вам новая заявка"));
  EXPECT_EQ(client_.CountShown("Была раньше"), 1);
}

// A change of the team makes the token of the session stale.
TEST_P(ExampleClients, GoOnWhenTheirRightsChange) {
  StartClient();
  crm::v1::UpdateUserRequest request;
  request.set_user_id(account_.manager_id(0));
  request.mutable_user()->set_team_id(0);
  request.mutable_update_mask()->add_paths("team_id");
  account_.admin().Call<crm::v1::User>(request);
  OfferedDeal();
  const auto offer = client_.AwaitShown("Вам новая заявка");
  ASSERT_TRUE(offer);
  client_.Type("hide " + std::to_string(*offer));
  EXPECT_TRUE(client_.Await("hidden"));
}

TEST_P(ExampleClients, EndWhenTheirInputEnds) {
  StartClient();
  EXPECT_EQ(client_.Finish(), 0);
}

TEST_P(ExampleClients, SayThatAPasswordIsWrong) {
  client_.Start({"--crm", system->crm().address(), "--login", account_.LoginOf("manager-0"), "--password", "wrong"});
  EXPECT_TRUE(client_.Await("cannot log in: WRONG_LOGIN: "));
  EXPECT_EQ(client_.Finish(), 1);
}

INSTANTIATE_TEST_SUITE_P(Languages, ExampleClients,
                         ::testing::Values(Example{"Cpp", "C++ example", {VORONKA_CPP_EXAMPLE}},
                                           Example{"Python", "Python example",
                                                   InEnvironment({"PYTHON=/usr/bin/python3",
                                                                  "VORONKA_GENERATED=" VORONKA_PYTHON_GENERATED},
                                                                 {VORONKA_PYTHON_EXAMPLE})}),
                         [](const auto& example) { return example.param.name; });

}  // namespace
}  // namespace voronka::testing
