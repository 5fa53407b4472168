#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "crm_service/log/changes/logged_change.h"

namespace voronka::crm {

// All changes of one account up to the offset `upto`.
struct ChangePage {
  std::vector<std::shared_ptr<const v1::Change>> changes;
  int64_t upto;
};

// The latest changes of a partition.
class ChangeWindow {
 public:
  // Starts empty, after `offset`. Keeps at most `capacity` changes, and not much more than two pages' worth of bytes.
  ChangeWindow(int64_t offset, size_t capacity) : begin_(offset), end_(offset), capacity_(capacity) {}

  // Everything up to this offset has been added.
  int64_t end() const { return end_; }
  // `changes` are all that follow the former end, up to `upto`.
  void Add(const std::vector<LoggedChange>& changes, int64_t upto);
  // The account's changes after `offset`, at most a page's worth of bytes; nothing when some of them may have been
  // dropped.
  std::optional<ChangePage> After(int64_t offset, int64_t account_id) const;

 private:
  // The window covers offsets after `begin_`, up to and including `end_`.
  int64_t begin_;
  int64_t end_;
  size_t bytes_ = 0;
  const size_t capacity_;
  std::deque<LoggedChange> changes_;
};

}  // namespace voronka::crm
