#include <google/protobuf/util/message_differencer.h>

#include <map>
#include <utility>

#include "event_consumer/change.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using google::protobuf::util::MessageDifferencer;

template <class M>
using ById = std::map<std::pair<int64_t, int64_t>, M>;

template <class M>
void Compare(const std::vector<Owned<M>>& rows, const ById<M>& told, const char* name, Findings& findings) {
  if (rows.size() != told.size()) findings.Add("{} {}s are kept, {} were told", rows.size(), name, told.size());
  for (const auto& [account_id, row] : rows) {
    const auto found = told.find({account_id, row.id()});
    if (found == told.end()) {
      findings.Add("{} {} of account {} was never told", name, row.id(), account_id);
    } else if (!MessageDifferencer::Equals(row, found->second)) {
      findings.Add("{} {} of account {} is {}, and was last told as {}", name, row.id(), account_id,
                   row.ShortDebugString(), found->second.ShortDebugString());
    }
  }
}

}  // namespace

void RowsAgreeWithEvents(const History& history, Findings& findings) {
  ById<crm::v1::Deal> deals;
  ById<crm::v1::Task> tasks;
  ById<crm::v1::Inquiry> inquiries;
  for (const auto& event : history.events) {
    const std::pair key(event.account_id(), event.change().resource_id());
    events::On<crm::v1::Deal>(event, [&](const auto& change) { deals[key] = change.after; });
    events::On<crm::v1::Task>(event, [&](const auto& change) { tasks[key] = change.after; });
    events::On<crm::v1::Inquiry>(event, [&](const auto& change) { inquiries[key] = change.after; });
  }
  Compare(history.deals, deals, "deal", findings);
  Compare(history.tasks, tasks, "task", findings);
  Compare(history.inquiries, inquiries, "inquiry", findings);
}

}  // namespace voronka::testing
