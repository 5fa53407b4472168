#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "event_consumer/change.h"
#include "foundation/rpc/calls/partition.h"
#include "foundation/storage/transaction.h"
#include "tests/support/account.h"
#include "tests/support/changes.h"
#include "tests/support/eventually.h"
#include "tests/system/event_log.h"
#include "tests/system/live_inbox.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"
#include "voronka/crm/v1/account.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/event.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Contact;
using crm::v1::Event;
using crm::v1::User;
using notifier::v1::Notification;

constexpr size_t kMostPoints = 20;

// An account in which everything fails must not stop the notifications of others.
class Poison : public ::testing::Test {
 protected:
  // A new deal of the account, whose manager must be notified.
  static int64_t ExpectOffered(Account& account, int client) {
    const LiveInbox inbox({&account.manager(0)});
    const auto deal_id = account.intake().Call<crm::v1::Inquiry>(InquiryOf(client)).deal_id();
    EXPECT_TRUE(inbox.Await({.kind = Notification::KIND_OFFER, .deal_id = deal_id}));
    return deal_id;
  }

  // Accounts that share a partition with the first one.
  void MakeAccountsUpTo(int64_t id) {
    for (int number = 0;; ++number) {
      crm::v1::CreateAccountRequest request;
      request.mutable_account()->set_name("Пустой");
      request.mutable_account()->set_time_zone("Europe/Moscow");
      request.mutable_account()->set_currency("RUB");
      request.mutable_account()->set_locale("ru");
      request.mutable_admin()->set_login("admin@empty-" + std::to_string(number));
      request.mutable_admin()->set_display_name("Админ");
      request.mutable_admin()->set_role(options::v1::ROLE_ADMIN);
      request.set_password(Account::kPassword);
      if (system_.Operator()->Call<crm::v1::CreateAccountResponse>(request).account().id() >= id) return;
    }
  }

  // Puts an event into the log that no release would write; returns its offset.
  int64_t Write(const Event& event) { return Write(event.account_id(), event.SerializeAsString()); }
  int64_t Write(int64_t account_id, const std::string& payload) {
    const int partition = rpc::PartitionOf(account_id);
    int64_t offset = 0;
    storage::RunTransaction(db_, [&](storage::Transaction& transaction) {
      transaction.db.Execute("UPDATE event_partitions SET head = head + 1 WHERE partition_id = ?", partition);
      offset = transaction.db.Query("SELECT head FROM event_partitions WHERE partition_id = ?", partition)[0].Int(0);
      transaction.db.Execute(
          "INSERT INTO events (partition_id, offset_id, account_id, topic, create_time, payload) "
          "VALUES (?, ?, ?, 0, 0, ?)",
          partition, offset, account_id, storage::Bytes{payload});
    });
    return offset;
  }
  void Mend(int64_t offset, const Event& event) {
    db_.Execute("UPDATE events SET payload = ? WHERE partition_id = ? AND offset_id = ?",
                storage::Bytes{event.SerializeAsString()}, rpc::PartitionOf(event.account_id()), offset);
  }

  System system_;
  storage::Connection db_{system_.SchemaOf("crm")};
};

Event UserNamed(int64_t account_id, int64_t user_id, const std::string& name) {
  User user;
  user.set_id(user_id);
  user.set_display_name(name);
  user.set_state(User::STATE_ACTIVE);
  return Created(account_id, user);
}

TEST_F(Poison, InOneAccountStopsOnlyThatAccount) {
  Account sick(system_, 1);
  ExpectOffered(sick, 1);
  // The name is too long for any table.
  const int64_t poison = Write(UserNamed(sick.id(), sick.manager_id(0), std::string(1000, 'x')));
  MakeAccountsUpTo(sick.id() + rpc::kPartitions - 1);
  Account neighbour(system_, 1);
  ASSERT_EQ(rpc::PartitionOf(neighbour.id()), rpc::PartitionOf(sick.id()));
  ExpectOffered(neighbour, 2);

  // Once the account continues, its people get the missed notifications, once.
  const auto waiting = sick.intake().Call<crm::v1::Inquiry>(InquiryOf(3)).deal_id();
  const LiveInbox inbox({&sick.manager(0)});
  Mend(poison, UserNamed(sick.id(), sick.manager_id(0), "Анна"));
  EXPECT_TRUE(inbox.Await({.kind = Notification::KIND_OFFER, .deal_id = waiting}, 90s));
  ExpectOffered(sick, 4);
  EXPECT_EQ(std::ranges::count(InboxOf(sick.manager(0)), waiting, &Notification::deal_id), 1);
}

// As earlier releases wrote it: larger than gRPC's default of 4 MiB.
TEST_F(Poison, InTheFormOfAHugeEventStopsNobody) {
  Account account(system_, 1);
  Contact huge;
  huge.set_id(1'000'000);
  huge.set_name(std::string(6 << 20, 'x'));
  Write(Created(account.id(), huge));
  ExpectOffered(account, 1);
}

// An event that is announced but missing.
TEST_F(Poison, InTheFormOfAGapStopsOnlyItsPartition) {
  Account sick(system_, 1);
  Account sound(system_, 1);
  const int partition = rpc::PartitionOf(sick.id());
  db_.Execute("UPDATE event_partitions SET head = head + 1 WHERE partition_id = ?", partition);
  ExpectOffered(sound, 1);
  // Including streams that begin with it.
  system_.notifier().Kill9();
  system_.notifier().Start();
  system_.notifier().WaitServing();
  ExpectOffered(sound, 2);
}

TEST_F(Poison, InTheFormOfADamagedEventStopsNobody) {
  Account account(system_, 1);
  Write(account.id(), "\xFF\xFF\xFF");
  ExpectOffered(account, 1);
}

// The event itself can be read, and is delivered without its change.
TEST_F(Poison, InTheFormOfADamagedResourceStopsNobody) {
  Account account(system_, 1);
  auto damaged = UserNamed(account.id(), account.manager_id(0), "Анна");
  damaged.mutable_change()->mutable_after()->set_value("\xFF\xFF\xFF");
  const int64_t offset = Write(damaged);
  ExpectOffered(account, 1);
  const auto told = EventLog::Read({&account}).Of(account.id());
  const auto found = std::ranges::find(told, offset, &Event::offset);
  ASSERT_NE(found, told.end());
  EXPECT_FALSE(found->has_change());
}

// The same phone with ever new email addresses.
TEST_F(Poison, ThroughEverNewEmailsOfOneClientMakesNoLargeEvent) {
  Account account(system_, 1);
  int64_t contact_id = 0;
  for (int number = 0; number < 60; ++number) {
    auto request = InquiryOf(1);
    request.mutable_inquiry()->set_email("client-" + std::to_string(number) + "@example.com");
    contact_id = account.intake().Call<crm::v1::Inquiry>(request).contact_id();
  }
  crm::v1::GetContactRequest get;
  get.set_contact_id(contact_id);
  EXPECT_EQ(account.admin().Call<Contact>(get).emails_size(), kMostPoints);
  const auto events = EventLog::Read({&account}).Of(account.id());
  EXPECT_LT(std::ranges::max(events, {}, &Event::ByteSizeLong).ByteSizeLong(), 8'000U);
  EXPECT_LE(std::ranges::count_if(events, events::IsChangeTo<Contact>), static_cast<int>(kMostPoints) + 1);
}

}  // namespace
}  // namespace voronka::testing
