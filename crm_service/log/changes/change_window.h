#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "crm_service/log/changes/logged_change.h"

namespace voronka::crm {

// Changes of one account, with everything that there was up to an offset.
struct ChangePage {
  std::vector<std::shared_ptr<const v1::Change>> changes;
  int64_t upto;
};

// The latest changes of a partition.
class ChangeWindow {
 public:
  // Empty: it begins beyond `offset`, and keeps at most `capacity` changes, of not much more than two pages' bytes.
  ChangeWindow(int64_t offset, size_t capacity) : begin_(offset), end_(offset), capacity_(capacity) {}

  // Everything up to it has been added.
  int64_t end() const { return end_; }
  // The next ones, with everything that there was up to `upto`.
  void Add(const std::vector<LoggedChange>& changes, int64_t upto);
  // What the account has beyond `offset`, at most a page's bytes; nothing where some of that may be kept no more.
  std::optional<ChangePage> After(int64_t offset, int64_t account_id) const;

 private:
  // What it has lies beyond `begin_` and up to `end_`.
  int64_t begin_;
  int64_t end_;
  size_t bytes_ = 0;
  const size_t capacity_;
  std::deque<LoggedChange> changes_;
};

}  // namespace voronka::crm
