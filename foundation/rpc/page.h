#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/rpc/error.h"

namespace voronka::rpc {

constexpr int kDefaultPageSize = 50;

// A page of a list that goes by key. A method asks for `limit()` rows beyond `key()`: one more than it gives, so that
// it knows whether there are others.
class Page {
 public:
  // Reads `page_size` and `page_token` of a list request. `beginning` is the key that stands before the first row.
  // Throws INVALID_ARGUMENT (BAD_PAGE_TOKEN) for a token that was not given for this very query.
  Page(const google::protobuf::Message& request, std::vector<int64_t> beginning);

  int64_t key(int part = 0) const { return key_.at(part); }
  int limit() const { return size_ + 1; }

  // Moves at most one page of `rows` to `items`; sets `next_page_token` where there are more. `key_of` tells a row's
  // key.
  template <class Row, class Items, class KeyOf>
  void Fill(std::vector<Row>&& rows, Items* items, std::string* next_page_token, KeyOf key_of) const {
    const bool more = rows.size() > static_cast<size_t>(size_);
    if (more) rows.resize(size_);
    if (more) *next_page_token = Token(key_of(rows.back()));
    for (auto& row : rows) *items->Add() = std::move(row);
  }

 private:
  std::string Token(const std::vector<int64_t>& last) const;

  const uint32_t query_hash_;
  int size_;
  std::vector<int64_t> key_;
};

}  // namespace voronka::rpc
