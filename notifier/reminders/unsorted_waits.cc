#include "notifier/reminders/unsorted_waits.h"

#include <google/protobuf/util/time_util.h>

#include "foundation/storage/stored_message.h"
#include "notifier/inbox/notify.h"
#include "notifier/news/unsorted_news.h"

namespace voronka::notifier {
namespace {

using crm::v1::Deal;
using google::protobuf::util::TimeUtil;
using timers::Timer;

constexpr const char* kUnsorted = "unsorted";

timers::TimerKey SortingOf(const rpc::Session& session, const Deal& deal) {
  return {session.account_id(), kUnsorted, deal.id()};
}

void TellLeader(rpc::Session& session, const Timer& timer) {
  Notify(session, {NewsOfUnsorted(storage::Stored<Deal>(timer.payload), timer.due)});
}

}  // namespace

UnsortedWaits::UnsortedWaits(timers::Timers& timers) : timers_(timers) { timers_.OnDue(kUnsorted, TellLeader); }

bool UnsortedWaits::Concerns(const events::ChangeTo<Deal>& change) {
  const auto deadline_of = [](const Deal& deal) { return TimeUtil::TimestampToMicroseconds(deal.sort_deadline()); };
  return deadline_of(change.before) != deadline_of(change.after);
}

void UnsortedWaits::Follow(rpc::Session& session, const events::ChangeTo<Deal>& change) {
  if (!Concerns(change)) return;
  const auto key = SortingOf(session, change.after);
  if (!change.after.has_sort_deadline()) return timers::TimerTable(session.db).Cancel(key);
  timers_.Arm(session, {.key = key,
                        .due = TimeUtil::TimestampToMicroseconds(change.after.sort_deadline()),
                        .payload = change.after.SerializeAsString()});
}

}  // namespace voronka::notifier
