#include "crm_service/changes/change_window.h"

#include <algorithm>

namespace voronka::crm {

void ChangeWindow::Add(const std::vector<LoggedChange>& changes, int64_t upto) {
  changes_.insert(changes_.end(), changes.begin(), changes.end());
  end_ = upto;
  while (changes_.size() > capacity_) {
    begin_ = changes_.front().offset;
    changes_.pop_front();
  }
}

std::optional<ChangePage> ChangeWindow::After(int64_t offset, int64_t account_id) const {
  if (offset < begin_) return std::nullopt;
  ChangePage page{{}, std::max(offset, end_)};
  const auto first = std::ranges::upper_bound(changes_, offset, {}, &LoggedChange::offset);
  for (auto each = first; each != changes_.end(); ++each) {
    if (each->account_id == account_id) page.changes.push_back(each->change);
  }
  return page;
}

}  // namespace voronka::crm
