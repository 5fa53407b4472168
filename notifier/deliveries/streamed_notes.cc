#include "notifier/deliveries/streamed_notes.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

#include "foundation/storage/transaction.h"
#include "notifier/deliveries/deliveries.h"

namespace voronka::notifier {
namespace {

using v1::DeliveryRecord;

// A transaction holds up nobody for long.
constexpr size_t kMostNotesPerTransaction = 1'000;

// Replicas that write at the same moment lock rows in the same order.
void SortByKey(std::vector<DeliveryRecord>& records) {
  const auto key = [](const DeliveryRecord& record) {
    return std::tuple(record.account_id(), record.user_id(), record.notification_id(), record.occurrence(),
                      record.session_id());
  };
  std::ranges::sort(records, {}, key);
}

}  // namespace

StreamedNotes::StreamedNotes(const process::Clock& clock, process::Metrics& metrics, size_t room)
    : clock_(clock),
      room_(room),
      lost_(metrics.Counter("streamed_notes_lost_total",
                            "Notifications written to streams of which there was no room to note it.")) {}

void StreamedNotes::Add(const rpc::Caller& caller, const v1::Notification& notification) {
  auto record = RecordOf(v1::DeliveryStep::KIND_STREAMED, caller, caller.user_id, notification, clock_.NowMicros());
  const std::lock_guard lock(mutex_);
  if (records_.size() < room_) {
    records_.push_back(std::move(record));
  } else {
    lost_.Increment();
  }
}

void StreamedNotes::Write(storage::Connection& db) {
  auto records = Take();
  SortByKey(records);
  for (std::span<const DeliveryRecord> rest = records; !rest.empty();) {
    const auto portion = rest.first(std::min(rest.size(), kMostNotesPerTransaction));
    try {
      storage::RunTransaction(db, [&](storage::Transaction& transaction) { Deliveries(transaction.db).Note(portion); });
    } catch (...) {
      PutBack({rest.begin(), rest.end()});
      throw;
    }
    rest = rest.subspan(portion.size());
  }
}

std::vector<DeliveryRecord> StreamedNotes::Take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(records_, {});
}

void StreamedNotes::PutBack(std::vector<DeliveryRecord> records) {
  const std::lock_guard lock(mutex_);
  const size_t fit = std::min(records.size(), room_ - std::min(room_, records_.size()));
  lost_.Increment(static_cast<double>(records.size() - fit));
  records_.insert(records_.end(), std::make_move_iterator(records.begin()),
                  std::make_move_iterator(records.begin() + static_cast<std::ptrdiff_t>(fit)));
}

}  // namespace voronka::notifier
