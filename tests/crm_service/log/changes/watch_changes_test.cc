#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <deque>

#include "foundation/events/log.h"
#include "foundation/events/stream_cursor.h"
#include "foundation/rpc/calls/partition.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/office.h"
#include "voronka/crm/v1/change.pb.h"
#include "voronka/crm/v1/form.pb.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using std::chrono::seconds;
using ::testing::ElementsAre;

int64_t Head(const Office& office) { return Crm().ServedHead(rpc::PartitionOf(office.account_id())); }

// Watches the account, like a screen.
class Viewer {
 public:
  explicit Viewer(client::Client& who, const std::string& cursor = "") : stream_(Open(who, cursor)) {}

  // A stream that has started: it gets all later changes, and no earlier ones.
  static Viewer FromNow(const Office& office, client::Client& who) {
    const int64_t head = Head(office);
    Viewer viewer(who);
    if (!viewer.Next().has_bookmark()) throw std::runtime_error("the stream begins without a bookmark");
    viewer.ReadUpTo(head);
    return viewer;
  }

  // What was committed just before a stream began may still come.
  void ReadUpTo(int64_t head) {
    while (events::DecodeCursor(cursor_)->offset() < head) Next();
  }

  WatchChangesResponse Next() {
    auto response = stream_.NextWithin(seconds(20));
    if (!response) throw std::runtime_error("the stream gives nothing");
    cursor_ = response->cursor();
    return *std::move(response);
  }

  // The next ones, this many, whatever the sizes of the batches.
  std::vector<Change> Changes(size_t count) {
    while (arrived_.size() < count) {
      const auto response = Next();
      arrived_.insert(arrived_.end(), response.changes().changes().begin(), response.changes().changes().end());
    }
    const auto end = arrived_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Change> changes(arrived_.begin(), end);
    arrived_.erase(arrived_.begin(), end);
    return changes;
  }
  Change NextChange() { return Changes(1).at(0); }

  const std::string& cursor() const { return cursor_; }

 private:
  static client::Stream<WatchChangesResponse> Open(client::Client& who, const std::string& cursor) {
    WatchChangesRequest request;
    request.set_cursor(cursor);
    return who.Open<WatchChangesResponse>(request);
  }

  client::Stream<WatchChangesResponse> stream_;
  std::string cursor_;
  // Of the last batch, what nobody has asked for yet.
  std::deque<Change> arrived_;
};

std::string CursorAt(const std::string& history, int64_t offset) {
  options::v1::StreamPosition position;
  position.set_history(history);
  position.set_offset(offset);
  return events::EncodeCursor(position);
}

std::string History() { return events::Log::History(Crm().db()); }

template <class Resource>
Resource Shown(const Change& change) {
  return events::Unpacked<Resource>(change.resource());
}

TEST(WatchChanges, ShowsAUserWhatAnotherDoes) {
  Office office;
  auto viewer = Viewer::FromNow(office, office.boris);
  const auto made = office.AnnasDeal();
  const auto change = viewer.NextChange();
  EXPECT_EQ(Shown<Deal>(change).id(), made.id());
  EXPECT_EQ(change.resource_id(), made.id());
  EXPECT_EQ(change.kind(), ResourceChange::KIND_CREATED);
  EXPECT_EQ(change.actor_user_id(), office.anna_id());
}

TEST(WatchChanges, ReturnsTheDealAfterTheChange) {
  Office office;
  const auto deal = office.AnnasDeal();
  auto viewer = Viewer::FromNow(office, office.boris);
  const auto moved = office.anna.Call<Deal>(Moving(deal.id(), "talks"));
  const auto change = viewer.NextChange();
  EXPECT_EQ(Shown<Deal>(change).SerializeAsString(), moved.SerializeAsString());
  EXPECT_EQ(change.kind(), ResourceChange::KIND_MOVED);
}

TEST(WatchChanges, ReportsTasks) {
  Office office;
  auto viewer = Viewer::FromNow(office, office.galina);
  const auto task = office.anna.Call<Task>(NewTask(Crm().Now()));
  EXPECT_EQ(Shown<Task>(viewer.NextChange()).id(), task.id());
  office.anna.Call<CompleteTaskResponse>(Completing(task.id()));
  EXPECT_EQ(Shown<Task>(viewer.NextChange()).state(), Task::STATE_COMPLETED);
}

TEST(WatchChanges, ReportsContactsPipelinesAndUsers) {
  Office office;
  auto viewer = Viewer::FromNow(office, office.anna);
  office.anna.Call<Contact>(NewContact("Пётр"));
  EXPECT_EQ(Shown<Contact>(viewer.NextChange()).name(), "Пётр");
  auto pipeline = SalesPipeline();
  pipeline.set_name("Продажи");
  office.olga.Call<Pipeline>(Updating(pipeline));
  EXPECT_EQ(Shown<Pipeline>(viewer.NextChange()).name(), "Продажи");
  const auto hired = office.olga.Call<User>(NewUser("vera", options::v1::ROLE_MANAGER));
  EXPECT_EQ(Shown<User>(viewer.NextChange()).id(), hired.id());
}

TEST(WatchChanges, ReportsANote) {
  Office office;
  const auto deal = office.AnnasDeal();
  auto viewer = Viewer::FromNow(office, office.anna);
  const auto note = office.boris.Call<TimelineEntry>(Noting(deal.id(), "Перезвонит"));
  const auto change = viewer.NextChange();
  EXPECT_EQ(Shown<TimelineEntry>(change).SerializeAsString(), note.SerializeAsString());
  EXPECT_EQ(change.actor_user_id(), office.boris_id());
}

// After the contact and the deal that it created.
TEST(WatchChanges, ReportsAnInquiryWithItsOutcome) {
  Office office;
  auto viewer = Viewer::FromNow(office, office.anna);
  const auto inquiry = office.intake.Call<Inquiry>(Asking("+79160000001"));
  const auto shown = Shown<Inquiry>(viewer.Changes(3).back());
  EXPECT_EQ(shown.SerializeAsString(), inquiry.SerializeAsString());
  EXPECT_EQ(shown.outcome(), Inquiry::OUTCOME_NEW_CLIENT);
}

TEST(WatchChanges, ReportsAnInquiryThatJoinsAnOpenDeal) {
  Office office;
  const auto first = office.intake.Call<Inquiry>(Asking("+79160000001"));
  auto viewer = Viewer::FromNow(office, office.anna);
  const auto second = office.intake.Call<Inquiry>(Asking("+79160000001"));
  const auto change = viewer.NextChange();
  EXPECT_EQ(Shown<Inquiry>(change).id(), second.id());
  EXPECT_EQ(Shown<Inquiry>(change).deal_id(), first.deal_id());
  EXPECT_EQ(Shown<Inquiry>(change).outcome(), Inquiry::OUTCOME_OPEN_DEAL);
}

void MakeTeam(Office& office) {
  CreateTeamRequest request;
  request.mutable_team()->set_name("Опт");
  request.mutable_team()->set_head_user_id(office.anna_id());
  office.olga.Call<Team>(request);
}

void MakeForm(Office& office) {
  CreateFormRequest request;
  request.mutable_form()->set_name("Форма на главной");
  office.olga.Call<Form>(request);
}

void EndASession(Office& office) {
  RevokeSessionRequest request;
  request.set_session_id(Crm().LogIn(office.anna_user.login()).session().id());
  office.anna.Call<Session>(request);
}

// An admin may read all of them.
TEST(WatchChanges, LeavesOutResourcesThatAreNotLive) {
  Office office;
  auto viewer = Viewer::FromNow(office, office.olga);
  const size_t events = office.Events().size();
  MakeTeam(office);
  MakeForm(office);
  EndASession(office);
  ASSERT_EQ(office.Events().size(), events + 3);
  const auto deal = office.AnnasDeal();
  EXPECT_EQ(Shown<Deal>(viewer.NextChange()).id(), deal.id());
}

TEST(WatchChanges, ReportsOnceADealThatChangedSeveralTimes) {
  Office office;
  const auto deal = office.AnnasDeal();
  auto viewer = Viewer::FromNow(office, office.boris);
  const std::string cursor = viewer.cursor();
  const auto other = office.AnnasDeal();
  for (const char* name : {"Столы", "Стулья", "Шкафы"}) office.anna.Call<Deal>(Renaming(deal.id(), name));
  const auto last = office.NobodysDeal();
  while (Shown<Deal>(viewer.NextChange()).id() != last.id()) {
  }
  const auto changes = Viewer(office.boris, cursor).Changes(3);
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(Shown<Deal>(changes[0]).id(), other.id());
  EXPECT_EQ(Shown<Deal>(changes[1]).name(), "Шкафы");
  EXPECT_EQ(Shown<Deal>(changes[2]).id(), last.id());
}

TEST(WatchChanges, DeliversEachChangeOnceAndInOrder) {
  Office office;
  const auto deal = office.AnnasDeal();
  auto viewer = Viewer::FromNow(office, office.boris);
  constexpr int kMany = 40;
  for (int i = 0; i < kMany; ++i) office.anna.Call<Deal>(Renaming(deal.id(), std::to_string(i)));
  int64_t etag = deal.etag();
  while (etag < deal.etag() + kMany) {
    for (const auto& change : viewer.Changes(1)) {
      EXPECT_GT(Shown<Deal>(change).etag(), etag);
      etag = Shown<Deal>(change).etag();
    }
  }
}

TEST(WatchChanges, ResumesAtEveryCursor) {
  Office office;
  auto viewer = Viewer::FromNow(office, office.boris);
  std::vector<std::string> cursors = {viewer.cursor()};
  std::vector<int64_t> deals;
  for (int i = 0; i < 4; ++i) {
    deals.push_back(office.AnnasDeal().id());
    viewer.NextChange();
    cursors.push_back(viewer.cursor());
  }
  for (size_t seen = 0; seen < deals.size(); ++seen) {
    const auto changes = Viewer(office.boris, cursors[seen]).Changes(deals.size() - seen);
    for (size_t i = 0; i < changes.size(); ++i) EXPECT_EQ(Shown<Deal>(changes[i]).id(), deals[seen + i]);
  }
}

TEST(WatchChanges, CatchesUpBeyondWhatIsKeptInMemory) {
  Office office;
  const auto deal = office.AnnasDeal();
  const int64_t before = Head(office);
  constexpr int kMany = 300;
  for (int i = 0; i < kMany; ++i) office.anna.Call<Deal>(Renaming(deal.id(), std::to_string(i)));
  const auto last = office.NobodysDeal();
  Viewer viewer(office.boris, CursorAt(History(), before));
  std::vector<Change> changes;
  do {
    const auto more = viewer.Changes(1);
    changes.insert(changes.end(), more.begin(), more.end());
  } while (Shown<Deal>(changes.back()).id() != last.id());
  EXPECT_EQ(Shown<Deal>(changes[changes.size() - 2]).name(), std::to_string(kMany - 1));
}

bool IsAboutAnInquiry(const Change& change) { return change.resource().Is<Inquiry>(); }

// The missed changes together are larger than a client accepts in one message.
TEST(WatchChanges, LimitsMessagesToWhatAClientAcceptsWhenCatchingUp) {
  Office office;
  const int64_t before = Head(office);
  constexpr int kMany = 80;
  for (int client = 0; client < kMany; ++client) {
    office.intake.Call<Inquiry>(AskingAtLength(client));
  }
  // Once from the log, and once from the window that is kept in memory for another watcher.
  for (int time = 0; time < 2; ++time) {
    Viewer viewer(office.boris, CursorAt(History(), before));
    for (int inquiries = 0; inquiries < kMany;) {
      const auto response = viewer.Next();
      EXPECT_LT(response.ByteSizeLong(), 2U << 20);
      inquiries += std::ranges::count_if(response.changes().changes(), IsAboutAnInquiry);
    }
  }
}

// Accounts are numbered consecutively.
std::unique_ptr<Office> AnotherOfThePartitionOf(const Office& office) {
  for (int i = 1; i < rpc::kPartitions; ++i) Crm().NewAccount();
  auto other = std::make_unique<Office>();
  if (rpc::PartitionOf(other->account_id()) != rpc::PartitionOf(office.account_id())) {
    throw std::logic_error("the accounts are not numbered one after the other");
  }
  return other;
}

TEST(WatchChanges, ShowsNothingFromAnotherAccountInThePartition) {
  Office office;
  const auto others = AnotherOfThePartitionOf(office);
  auto viewer = Viewer::FromNow(office, office.anna);
  others->AnnasDeal();
  const auto ours = office.AnnasDeal();
  EXPECT_EQ(Shown<Deal>(viewer.NextChange()).SerializeAsString(), ours.SerializeAsString());
}

TEST(WatchChanges, ResyncsACursorOfAnotherLogAndContinues) {
  Office office;
  const int64_t head = Head(office);
  Viewer viewer(office.anna, CursorAt("0123456789abcdef0123456789abcdef", 1));
  EXPECT_TRUE(viewer.Next().has_resync());
  viewer.ReadUpTo(head);
  const auto deal = office.AnnasDeal();
  EXPECT_EQ(Shown<Deal>(viewer.NextChange()).id(), deal.id());
}

TEST(WatchChanges, ResyncsACursorBeyondTheLog) {
  Office office;
  EXPECT_TRUE(Viewer(office.anna, CursorAt(History(), Head(office) + 1000)).Next().has_resync());
}

client::CallFailed RefusalOf(client::Client& who, const std::string& cursor = "") {
  try {
    Viewer(who, cursor).Next();
  } catch (const client::CallFailed& failure) {
    return failure;
  }
  throw std::logic_error("the stream was opened");
}

TEST(WatchChanges, RefusesAnInvalidCursor) {
  Office office;
  EXPECT_EQ(RefusalOf(office.anna, "nonsense").reason(), "BAD_CURSOR");
}

TEST(WatchChanges, IsOnlyForUsers) {
  Office office;
  EXPECT_EQ(RefusalOf(office.intake).code(), grpc::StatusCode::PERMISSION_DENIED);
}

}  // namespace
}  // namespace voronka::testing
