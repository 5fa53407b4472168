#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/rpc/requests/error.h"
#include "foundation/wire/message_sizes.h"

namespace voronka::rpc {

constexpr int kDefaultPageSize = 50;
constexpr int kMostRows = 1'000;
// For resources that may take a megabyte each.
constexpr int kMostLargeRows = 100;

// A page of a list that is ordered by a key. A method asks for `limit()` rows after `key()`: one more than it returns,
// so that it knows whether there are more.
class Page {
 public:
  // Reads `page_size` and `page_token` of a list request. `beginning` is a key that sorts before the first row. A page
  // has at most `most` rows, whatever the request asks for. Throws INVALID_ARGUMENT (BAD_PAGE_TOKEN) for a token that
  // was not issued for this very query.
  Page(const google::protobuf::Message& request, std::vector<int64_t> beginning, int most = kMostRows);

  int64_t key(int part = 0) const { return key_.at(part); }
  int limit() const { return size_ + 1; }
  int size() const { return size_; }
  // The value that the list is ordered by, where it is no part of the key.
  const std::string& text() const { return text_; }

  // For what comes after the row with this key.
  std::string Token(const std::vector<int64_t>& last, const std::string& text = "") const;

  // Moves at most one page of `rows` to `items`, fewer if they are large, and sets `next_page_token` if there are more.
  // `key_of` returns a row's key.
  template <class Row, class Items, class KeyOf>
  void Fill(std::vector<Row>&& rows, Items* items, std::string* next_page_token, KeyOf key_of,
            size_t most_bytes = kPageBytes) const {
    const size_t count = Fitting(rows, most_bytes);
    if (count < rows.size()) *next_page_token = Token(key_of(rows[count - 1]));
    for (size_t i = 0; i < count; ++i) *items->Add() = std::move(rows[i]);
  }

 private:
  // How many of the first rows fit on a page; at least one if there is one.
  template <class Row>
  size_t Fitting(const std::vector<Row>& rows, size_t most_bytes) const {
    size_t count = 0;
    for (size_t bytes = 0; count < rows.size() && count < static_cast<size_t>(size_); ++count) {
      bytes += rows[count].ByteSizeLong();
      if (count > 0 && bytes > most_bytes) break;
    }
    return count;
  }

  const uint32_t query_hash_;
  int size_;
  std::vector<int64_t> key_;
  std::string text_;
};

}  // namespace voronka::rpc
