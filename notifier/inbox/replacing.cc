#include "notifier/inbox/replacing.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "foundation/storage/select_by_ids.h"
#include "notifier/inbox/acknowledging.h"
#include "notifier/kinds/kinds.h"

namespace voronka::notifier {
namespace {

using v1::Notification;

// By user and task.
using ByTask = std::map<std::pair<int64_t, int64_t>, std::vector<InboxEntry>>;

bool ComesBefore(const Notification& a, const Notification& b) {
  const auto order = [](const Notification& notification) {
    return std::pair(google::protobuf::util::TimeUtil::TimestampToMicroseconds(notification.due_time()),
                     notification.id());
  };
  return order(a) < order(b);
}

ByTask Unread(rpc::Session& session, const std::vector<int64_t>& tasks) {
  static const std::string of_tasks = " AND kind " + InKindsThatEndWith(EndsWith::kTask);
  ByTask unread;
  for (const auto& portion : storage::InPortions(tasks)) {
    std::vector<storage::Value> parameters{Notification::STATE_UNREAD};
    parameters.insert(parameters.end(), portion.ids.begin(), portion.ids.end());
    for (auto& entry :
         LockWhere(session, "state = ? AND task_id IN (" + portion.placeholders + ")" + of_tasks, parameters)) {
      unread[{entry.user_id, entry.notification.task_id()}].push_back(std::move(entry));
    }
  }
  return unread;
}

}  // namespace

void ReplaceEarlier(rpc::Session& session, const std::vector<int64_t>& task_ids) {
  std::vector<InboxEntry> replaced;
  for (auto& [key, entries] : Unread(session, task_ids)) {
    const auto latest = std::ranges::max_element(entries, ComesBefore, &InboxEntry::notification);
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
      if (entry != latest) replaced.push_back(std::move(*entry));
    }
  }
  AcknowledgeAll(session, std::move(replaced), v1::DeliveryStep::KIND_REPLACED);
}

}  // namespace voronka::notifier
