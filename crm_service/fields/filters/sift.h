#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/fields/filters/filter_place.h"
#include "crm_service/fields/filters/filter_plan.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

// How many records a call reads in the order of an index.
inline constexpr int kMostWalked = 5'000;

// What is left of candidates when those that suit are taken.
//
// `Source` reads records and what is known about them:
//   using Resource = …
//   std::vector<Narrowing> Narrowings();
//   void Read(const std::vector<int64_t>& ids);          those that the caller sees
//   Resource* Find(int64_t id);                          one of those read last; null: there is none
//   std::vector<v1::FieldValue> ValuesOf(const Resource&, const std::string& field);
//
// `take` gets each one that suits, in order, and says whether to go on. Returns where it ended if that many have been
// read: in the order of an index, or of candidates, which are never too many for one list.
template <class Source, class Take>
std::optional<FilterPosition> Sift(rpc::Session& session, const FilterPlan& plan, Source& source,
                                   const FilterPosition& after, int most_walked, Take take,
                                   int most_narrowed = std::numeric_limits<int>::max()) {
  constexpr int kPortion = 256;
  auto candidates = plan.CandidatesAfter(session, after, source.Narrowings());
  const int most = candidates.are_narrowed() ? most_narrowed : most_walked;
  for (int read = 0; read < most; read += kPortion) {
    const auto positions = candidates.Next(session, kPortion);
    if (positions.empty()) return std::nullopt;
    std::vector<int64_t> ids;
    ids.reserve(positions.size());
    for (const auto& position : positions) {
      if (!position.is_elsewhere) ids.push_back(position.id);
    }
    if (!ids.empty()) source.Read(ids);
    for (const auto& position : positions) {
      auto* found = position.is_elsewhere ? nullptr : source.Find(position.id);
      if (found == nullptr) continue;
      if (!plan.Suits([&](const std::string& field) { return source.ValuesOf(*found, field); })) continue;
      if (!take(std::move(*found), position)) return std::nullopt;
    }
    if (read + kPortion >= most) return positions.back();
  }
  return std::nullopt;
}

// Fills a page of a response with what suits.
template <class Source, class Items>
void FillFiltered(rpc::Session& session, const FilterPlan& plan, Source& source, const rpc::Page& page, Items* items,
                  std::string* next_page_token) {
  size_t bytes = 0;
  std::optional<FilterPosition> last;
  const auto take = [&](typename Source::Resource&& resource, const FilterPosition& position) {
    bytes += resource.ByteSizeLong();
    const bool is_full = items->size() >= page.size() || (last && bytes > rpc::kPageBytes);
    if (is_full) {
      *next_page_token = TokenFor(session, page, *last);
      return false;
    }
    *items->Add() = std::move(resource);
    last = position;
    return true;
  };
  const auto end = Sift(session, plan, source, PlaceIn(session, page), kMostWalked, take);
  if (end) *next_page_token = TokenFor(session, page, *end);
}

// Counts what suits; `each` gets every one that is counted. Returns whether there may be more.
template <class Source, class Each>
bool CountFiltered(rpc::Session& session, const FilterPlan& plan, Source& source, Each each) {
  int count = 0;
  bool has_more = false;
  const auto take = [&](typename Source::Resource&& resource, const FilterPosition&) {
    if (count == kMostCandidates) {
      has_more = true;
      return false;
    }
    ++count;
    each(resource);
    return true;
  };
  const auto end = Sift(session, plan, source, {}, kMostCandidates, take);
  return has_more || end.has_value();
}

}  // namespace voronka::crm
