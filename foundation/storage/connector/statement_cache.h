#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace voronka::storage {

// Prepared statements by their SQL. A full cache evicts the least recently used one.
template <class Statement>
class StatementCache {
 public:
  explicit StatementCache(size_t capacity) : capacity_(capacity) {}

  // The reference is valid until the next call.
  template <class Prepare>
  Statement& Get(std::string_view sql, Prepare prepare) {
    if (const auto found = by_sql_.find(sql); found != by_sql_.end()) {
      by_use_.splice(by_use_.begin(), by_use_, found->second);
      return found->second->second;
    }
    if (by_use_.size() >= capacity_) EvictOldest();
    by_use_.emplace_front(std::string(sql), prepare(sql));
    by_sql_.emplace(by_use_.front().first, by_use_.begin());
    return by_use_.front().second;
  }

  size_t size() const { return by_use_.size(); }

 private:
  using Entries = std::list<std::pair<const std::string, Statement>>;

  void EvictOldest() {
    by_sql_.erase(by_use_.back().first);
    by_use_.pop_back();
  }

  const size_t capacity_;
  Entries by_use_;
  std::unordered_map<std::string_view, typename Entries::iterator> by_sql_;
};

}  // namespace voronka::storage
