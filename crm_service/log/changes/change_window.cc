#include "crm_service/log/changes/change_window.h"

#include <algorithm>

#include "foundation/wire/message_sizes.h"

namespace voronka::crm {
namespace {

constexpr size_t kMaxBytes = 2 * rpc::kPageBytes;

}  // namespace

void ChangeWindow::Add(const std::vector<LoggedChange>& changes, int64_t upto) {
  for (const auto& change : changes) bytes_ += change.bytes;
  changes_.insert(changes_.end(), changes.begin(), changes.end());
  end_ = upto;
  while (changes_.size() > capacity_ || (bytes_ > kMaxBytes && changes_.size() > 1)) {
    begin_ = changes_.front().offset;
    bytes_ -= changes_.front().bytes;
    changes_.pop_front();
  }
}

std::optional<ChangePage> ChangeWindow::After(int64_t offset, int64_t account_id) const {
  if (offset < begin_) return std::nullopt;
  ChangePage page{{}, std::max(offset, end_)};
  const auto first = std::ranges::upper_bound(changes_, offset, {}, &LoggedChange::offset);
  size_t bytes = 0;
  for (auto each = first; each != changes_.end(); ++each) {
    if (each->account_id != account_id) continue;
    bytes += each->bytes;
    if (!page.changes.empty() && bytes > rpc::kPageBytes) {
      // Stop just before this one: changes of other accounts in between count as read.
      page.upto = each->offset - 1;
      break;
    }
    page.changes.push_back(each->change);
  }
  return page;
}

}  // namespace voronka::crm
